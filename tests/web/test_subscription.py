"""The page of a subscription: how to get the calendar, and who fetched it last."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from sqlalchemy import update

from tilsvar.bootstrap import App
from tilsvar.commands.feeds import create_feed, list_feeds, revoke_feed
from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp, settle_in
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.serving import served
from tilsvar.wording.language import LANGUAGES

BASE = "https://tilsvar.ho21.example"
OUTLOOK = "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.1; Pro)"


@pytest.fixture
def council(make_app: MakeApp, sqlite: Databases, tmp_path: Path) -> App:
    app = make_app(sqlite.migrated(tmp_path), base_url=BASE)
    settle_in(app.office)
    return app


@pytest.fixture
def token(council: App) -> str:
    with council.office.work(by="SEK1") as work:
        token: str = create_feed(work, name="min-kalender", person="MEDLEM1", alarms=True)
        work.commit()
    return token


@pytest.fixture
def address(council: App) -> Iterator[str]:
    with served(council) as found:
        yield found


@pytest.fixture
def reader(address: str) -> Iterator[Reader]:
    reader = Reader(address)
    yield reader
    reader.close()


def ways(page: Page) -> list[str]:
    return [each.get("href", "") for each in page.all(".//a[@class='ds-button']")]


def test_the_owner_finds_each_way_into_a_calendar(reader: Reader, token: str) -> None:
    page = reader.open(f"/feeds/{token}/")

    webcal, google, outlook = ways(page)
    plain = f"{BASE}/feeds/{token}/min-kalender.ics"
    assert webcal == plain.replace("https:", "webcal:")
    assert google.startswith("https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F")
    assert parse_qs(urlsplit(google).query) == {"cid": [webcal]}
    assert outlook.startswith("https://outlook.office.com/calendar/0/addfromweb?")
    assert parse_qs(urlsplit(outlook).query) == {
        "url": [plain],
        "name": ["Rådets kalender for Person MEDLEM1"],
    }
    [field] = [each for each in page.all(".//input") if each.get("id") == "address"]
    assert (field.get("value"), field.get("readonly")) == (plain, "")


def test_it_says_what_the_calendar_holds_and_how_slowly_changes_come(
    reader: Reader, token: str
) -> None:
    page = reader.open(f"/feeds/{token}/")

    assert page.title.startswith("Abonner på kalenderen")
    said = page.section("open")
    assert "Rådsmøter, møter du er invitert til, og frister du har ansvaret for." in said
    assert "Med varsel før hvert møte og hver frist." in said
    assert "Adressen er din egen, så del den ikke." in said
    soon = page.section("soon")
    assert "Google 8–24 timer" in soon
    assert "Outlook på nettet 3–24 timer" in soon
    assert "Kalenderprogrammet bestemmer når det henter, ikke vi" in soon
    assert "Ingen har hentet denne kalenderen ennå." in soon


def test_it_names_the_program_that_came_last_and_when(
    council: App, address: str, reader: Reader, token: str
) -> None:
    httpx.get(f"{address}/feeds/{token}/min-kalender.ics", headers={"User-Agent": OUTLOOK})
    until = time.monotonic() + 30
    while "Outlook hentet denne kalenderen nettopp." not in reader.open(f"/feeds/{token}/").text:
        assert time.monotonic() < until, "the visit is not noted"

    with council.office.engine.begin() as connection:
        connection.execute(
            update(flow.feed).values(fetched_at=machine_now() - timedelta(hours=3, minutes=5))
        )

    said = reader.open(f"/feeds/{token}/").text
    assert "Outlook hentet denne kalenderen for 3 timer siden." in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_sound_in_every_language(address: str, token: str, language: str) -> None:
    reader = Reader(address, language)

    page = reader.open(f"/feeds/{token}/")

    assert page.document.get("lang") == language
    assert page.headers["cache-control"] == "private, no-cache"
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["x-robots-tag"] == "noindex"
    reader.close()


def test_nothing_of_the_councils_work_stands_around_it(reader: Reader, token: str) -> None:
    assert not reader.open(f"/feeds/{token}/").all(".//*[@class='count']")


def test_a_wrong_address_is_not_found_and_a_withdrawn_one_is_gone(
    council: App, reader: Reader, token: str
) -> None:
    reader.open("/feeds/guess/", 404)
    with council.office.work(by="SEK1") as work:
        [feed] = list_feeds(work)
        revoke_feed(work, feed=feed.id)
        work.commit()

    page = reader.open(f"/feeds/{token}/", 410)

    assert "Denne adressen er trukket tilbake. Be sekretariatet om en ny." in page.text
    assert token not in page.text
