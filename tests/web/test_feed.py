"""A subscribed calendar: the right bytes, spared when unchanged, gone when withdrawn."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import icalendar
import pytest
import structlog

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.feeds import create_feed, list_feeds, revoke_feed
from tilsvar.domain.dates import Edtf
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp, settle_in
from tilsvar.tests.web.serving import served
from tilsvar.web.access_log import masked


@pytest.fixture
def council(make_app: MakeApp, sqlite: Databases, tmp_path: Path) -> App:
    app = make_app(sqlite.migrated(tmp_path))
    settle_in(app.office)
    with app.office.work(by="SEK1") as work:
        set_deadline(work, title="Delrapport", due=Edtf("2023-02-17"))
        work.commit()
    return app


@pytest.fixture
def token(council: App) -> str:
    with council.office.work(by="SEK1") as work:
        token: str = create_feed(work, name="council")
        work.commit()
    return token


@pytest.fixture
def client(council: App) -> Iterator[httpx.Client]:
    with served(council) as address, httpx.Client(base_url=address) as client:
        yield client


def test_a_calendar_program_gets_the_council_s_dates(client: httpx.Client, token: str) -> None:
    answer = client.get(f"/feeds/{token}/council.ics")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "content-disposition" not in answer.headers
    [event] = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["SUMMARY"] == "Delrapport"
    assert client.head(f"/feeds/{token}/council.ics").headers["etag"] == answer.headers["etag"]


def test_the_same_state_is_sent_once_and_a_change_is_sent_again(
    council: App, client: httpx.Client, token: str
) -> None:
    tag = client.get(f"/feeds/{token}/council.ics").headers["etag"]

    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(f"/feeds/{token}/council.ics", headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")

    with council.office.work(by="SEK1") as work:
        set_deadline(work, title="Sluttrapport", due=Edtf("2023-04"))
        work.commit()
    changed = client.get(f"/feeds/{token}/council.ics", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert b"Sluttrapport" in changed.content


def test_unknown_addresses_are_not_found_and_withdrawn_ones_are_gone(
    council: App, client: httpx.Client, token: str
) -> None:
    assert client.get("/feeds/guess/council.ics").status_code == 404
    assert client.get(f"/feeds/{token}/other.ics").status_code == 404

    with council.office.work(by="SEK1") as work:
        [feed] = list_feeds(work)
        revoke_feed(work, feed=feed.id)
        work.commit()

    assert client.get(f"/feeds/{token}/council.ics").status_code == 410


def test_the_log_never_holds_the_secret_of_an_address(client: httpx.Client, token: str) -> None:
    with structlog.testing.capture_logs() as lines:
        client.get(f"/feeds/{token}/council.ics?x=1")

    [line] = [each for each in lines if each["event"] == "request"]
    assert line["path"] == masked(f"/feeds/{token}/council.ics") == "/feeds/…/council.ics"
    assert token not in repr(lines)
