"""A subscribed calendar: the right bytes, spared when unchanged, gone when withdrawn."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import icalendar
import pytest
import structlog

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import move_deadline, set_deadline
from tilsvar.commands.feeds import create_feed, list_feeds, revoke_feed
from tilsvar.domain.dates import Edtf
from tilsvar.store.clock import machine_now
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp, settle_in
from tilsvar.tests.web.serving import served
from tilsvar.web.requests.access_log import masked


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


def test_a_program_that_knows_only_dates_is_spared_too(
    council: App, client: httpx.Client, token: str
) -> None:
    path = f"/feeds/{token}/council.ics"
    dated = client.get(path).headers["last-modified"]
    assert dated == "Fri, 03 Feb 2023 11:00:01 GMT"

    assert client.get(path, headers={"If-Modified-Since": dated}).status_code == 304
    with council.office.work(by="SEK1") as work:
        move_deadline(work, deadline="D2023-01", due=Edtf("2023-02-20"))
        work.commit()
    changed = client.get(path, headers={"If-Modified-Since": dated})
    assert changed.status_code == 200
    # The council's clock stands still, and yet the two states have dates of their own.
    assert changed.headers["last-modified"] == "Fri, 03 Feb 2023 11:00:02 GMT"


def test_a_change_of_this_very_second_has_no_date_yet(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path
) -> None:
    app = make_app(sqlite.migrated(tmp_path), now=machine_now() + timedelta(hours=1))
    settle_in(app.office)
    with app.office.work(by="SEK1") as work:
        token = create_feed(work, name="council")
        work.commit()

    with served(app) as address:
        answer = httpx.get(f"{address}/feeds/{token}/council.ics")

    assert answer.status_code == 200
    assert "last-modified" not in answer.headers


def test_it_comes_packed_for_those_who_can_unpack_it(client: httpx.Client, token: str) -> None:
    path = f"/feeds/{token}/council.ics"
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    packed = client.get(path, headers={"Accept-Encoding": "gzip"})

    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"
    assert plain.headers["etag"] != packed.headers["etag"]
    for known in (plain, packed):
        headers = {"If-None-Match": known.headers["etag"]}
        again = client.get(path, headers=headers)
        assert again.status_code == 304
        assert again.headers["vary"] == "Accept-Encoding"
        assert again.headers["cache-control"] == "private, no-cache"


def test_its_head_tells_what_a_get_would_send(client: httpx.Client, token: str) -> None:
    path = f"/feeds/{token}/council.ics"
    told = ("etag", "last-modified", "content-length", "content-type", "cache-control")

    head, whole = client.head(path), client.get(path)

    assert head.content == b""
    assert {name: head.headers[name] for name in told} == {
        name: whole.headers[name] for name in told
    }
    assert whole.headers["cache-control"] == "private, no-cache"
    assert client.head(path, headers={"If-None-Match": "*"}).status_code == 304


def test_an_address_may_name_the_language(client: httpx.Client, token: str) -> None:
    def name(query: str, **cookies: str) -> str:
        cookie = "; ".join(f"{key}={value}" for key, value in cookies.items())
        answer = client.get(f"/feeds/{token}/council.ics{query}", headers={"Cookie": cookie})
        return str(icalendar.Calendar.from_ical(answer.content)["NAME"])

    assert name("") == "Rådets kalender"
    assert name("?lang=nn") == "Kalenderen til rådet"
    # What a browser remembers is not the address's business.
    assert name("", lang="en") == "Rådets kalender"


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


def test_the_log_never_holds_the_secret_of_an_address(
    council: App, client: httpx.Client, token: str
) -> None:
    mistyped = (
        f"/feeds/{token}/other.ics?x=1",
        f"/feeds/{token}",
        f"//feeds/{token}/council.ics",
        f"/feed/{token}/council.ics",
        f"/{token}",
        f"/FEEDS/{token}/council.ics",
    )
    with structlog.testing.capture_logs() as lines:
        for path in (f"/feeds/{token}/council.ics", *mistyped):
            client.get(str(client.base_url).rstrip("/") + path)
        with council.office.work(by="SEK1") as work:
            revoke_feed(work, feed=1)
            work.commit()
        assert client.get(f"/feeds/{token}/council.ics").status_code == 410
        until = time.monotonic() + 30
        while 410 not in [each.get("status") for each in lines]:
            assert time.monotonic() < until, "the refusal is not logged"
            time.sleep(0.01)

    assert token not in repr(lines)
    assert [each["path"] for each in lines if each.get("status") == 410] == [
        masked(f"/feeds/{token}/council.ics")
    ]
    assert masked(f"/feeds/{token}/council.ics") == "/feeds/…/council.ics"


def test_a_calendar_that_was_fetched_needs_no_line_in_the_log(
    client: httpx.Client, token: str
) -> None:
    path = f"/feeds/{token}/council.ics"
    with structlog.testing.capture_logs() as lines:
        tag = client.get(path).headers["etag"]
        client.get(path, headers={"If-None-Match": tag})
        client.get("/feeds/guess/council.ics")
        until = time.monotonic() + 30
        while not lines:
            assert time.monotonic() < until, "the refusal is not logged"
            time.sleep(0.01)

    assert [(each["path"], each["status"]) for each in lines] == [("/feeds/…/council.ics", 404)]


def test_the_servers_own_log_holds_no_secret_either(
    council: App, token: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """The server as it is started: uvicorn's own lines, and whatever goes to the terminal."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "TILSVAR_DATABASE_URL": council.settings.database_url,
        "TILSVAR_BIND": f"127.0.0.1:{port}",
    }
    command = [sys.executable, "-m", "tilsvar.cli", "web"]
    with subprocess.Popen(command, env=environment) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz")
            for path in (f"/feeds/{token}/council.ics", f"/feeds/{token}/", f"/{token}/x"):
                httpx.get(f"http://127.0.0.1:{port}{path}", timeout=30)
            with socket.create_connection(("127.0.0.1", port)) as broken:
                broken.sendall(f"GET /feeds/{token}/council.ics HTTP/9\r\n\r\n".encode())
                broken.recv(1000)
        finally:
            server.terminate()
            server.wait(30)

    out, err = capfd.readouterr()
    assert "/feeds/…" in err or "request" in err
    assert token not in out + err


def _wait_for(address: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            httpx.get(address)
        except httpx.TransportError:
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.05)
        else:
            return
