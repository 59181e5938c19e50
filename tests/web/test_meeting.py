"""The page of a meeting to which people are invited: answers, quorum, and the minutes' list."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.attendance import record_attendance
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp, settle_in, with_bell
from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served
from tilsvar.tests.workers.council_meeting import AFTERWARDS, NO, YES, call_council, it_is, say
from tilsvar.tests.workers.invited import do
from tilsvar.wording.language import LANGUAGES


@pytest.fixture
def called(make_app: MakeApp, sqlite: Databases, tmp_path: Path, bell: HandBell) -> App:
    """A council meeting: the leader comes, a member does not, the deputy does."""
    app = with_bell(make_app(sqlite.migrated(tmp_path)), bell)
    settle_in(app.office)
    call_council(app, bell)
    for who, partstat in (("LEDER", YES), ("MEDLEM1", NO), ("VARA1", YES)):
        say(app, bell, who, partstat)
    return app


@pytest.fixture
def address(called: App) -> Iterator[str]:
    with served(called) as found:
        yield found


def panel(address: str, language: str = "nb") -> str:
    reader = Reader(address, language)
    said = reader.open("/meetings/R1").section("attendance")
    reader.close()
    return said


def test_before_the_meeting_it_shows_the_answers_and_the_quorum(address: str) -> None:
    said = panel(address)

    assert said.startswith("Oppmøte Rådet er vedtaksført: 2 av 3 har svart at de kommer")
    assert "Person MEDLEM1 kommer ikke, vara Person VARA1 møter" in said
    assert "Person MEDLEM2 ikke svart" in said
    assert "Møtende vara: Person VARA1 (for Person MEDLEM1) Uavklart: Person MEDLEM2" in said


def test_after_the_meeting_it_shows_what_was_recorded(called: App, address: str) -> None:
    it_is(called, AFTERWARDS)
    assert "Oppmøtet er ikke registrert ennå." in panel(address)

    do(called.office, record_attendance, meeting="R1", present=["MEDLEM2"], absent=["VARA1"])

    said = panel(address)
    assert "Rådet var vedtaksført: 2 av 3 var til stede" in said
    assert "Til stede: Person LEDER (leder) Person MEDLEM2 Forfall: Person MEDLEM1" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_readers_language(address: str, language: str) -> None:
    headings = {"nb": "Til referatet", "nn": "Til stades:", "en": "For the minutes"}

    assert headings[language] in panel(address, language)


def test_the_history_tells_who_was_asked_to_stand_in(address: str) -> None:
    reader = Reader(address)
    told = reader.open("/meetings/R1").section("history")
    reader.close()

    assert "Person VARA1 ble bedt om å møte for Person MEDLEM1." in told


def test_axe_has_nothing_to_object_to(address: str) -> None:
    with chromium() as browser:
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto(f"{address}/meetings/R1")
        for summary in page.locator("summary").all():
            summary.click()
        page.add_script_tag(content=axe())
        found = page.evaluate("axe.run(document).then(found => found.violations.map(v => v.id))")

    assert found == []
