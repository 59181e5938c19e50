"""The secretariat invites the owners of a theme to a dialogue meeting."""

import csv
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.attendance import record_attendance
from tilsvar.commands.contacts import add_contact, erase_contact
from tilsvar.commands.meetings import cancel_meeting, schedule_meeting
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, MeetingKind
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.domain.stakeholders import StakeholderRole
from tilsvar.store.timelines import themes_of
from tilsvar.tests.web.conftest import DEMO_DAY, system
from tilsvar.tests.web.reader import Page, Reader, said

THEME = "T-LOFT"
INVITE = f"/themes/{THEME}/invite"
OWNER, INTERESTED = StakeholderRole.OWNER, StakeholderRole.INTERESTED


@pytest.fixture
def council(example: Path, tmp_path: Path) -> Iterator[App]:
    """The example with a theme whose owners are KS, HOD and what was KMD, and HDIR beside them."""
    shutil.copy(example / "example.db", tmp_path)
    app = system(tmp_path, DEMO_DAY)
    with app.office.work(by="SEK1") as work:
        title = "Et løft for helsedata i kommunene"
        register_theme(work, key=THEME, title=title)
        for key, role in (("KS", OWNER), ("HOD", OWNER), ("KMD", OWNER), ("HDIR", INTERESTED)):
            name_stakeholder(work, theme=THEME, organisation=key, role=role)
        schedule_meeting(
            work,
            key="M2023-90",
            title="Dialogmøte om noe annet",
            time=MeetingTime(Edtf("2023-05-10")),
            kind=MeetingKind.DIALOGUE,
            participants=["NFD"],
        )
        work.commit()
    yield app
    app.close()


def chosen(page: Page) -> list[str]:
    boxes = [each for each in page.all(".//input") if each.get("name") == "participants"]
    return [each.get("value", "") for each in boxes if each.get("checked") is not None]


def undone(desk: Reader, page: Page) -> Page:
    [form] = [each for each in page.all(".//form") if "Angre" in "".join(each.itertext())]
    fields: dict[str, Any] = {}
    for each in form.iter("input"):
        fields.setdefault(each.get("name", ""), []).append(each.get("value", ""))
    return desk.send(form.get("action", ""), **fields)


def participants(council: App, meeting: str) -> tuple[str, ...]:
    with council.office.reading() as work:
        return work.view(Meeting, meeting).participants


def themes(council: App, meeting: str) -> set[str]:
    with council.office.reading() as work:
        return {*themes_of(work, Kind.MEETING, meeting)}


def test_the_owners_are_proposed_and_the_successor_stands_for_kmd(desk: Reader) -> None:
    page = desk.open(INVITE)

    assert chosen(page) == ["HOD", "KDD", "KS"]
    assert "tidligere KMD" in page.text
    assert "postmottak@hod.example" in page.text


def test_a_dialogue_meeting_is_made_of_the_list(council: App, desk: Reader) -> None:
    form = desk.open(
        f"/meetings/new?kind=dialogue&title=Dialogm%C3%B8te&theme={THEME}"
        "&participants=HOD&participants=KDD"
    )
    assert chosen(form) == ["HOD", "KDD"]

    page = desk.send(
        "/meetings/new",
        kind="dialogue",
        title="Dialogmøte",
        on="4.5.2023",
        theme=THEME,
        participants=["HOD", "KDD"],
    )

    key = page.address.rpartition("/")[2].partition("?")[0]
    assert "Møtet er registrert." in page.text
    assert participants(council, key) == ("HOD", "KDD")
    assert themes(council, key) == {THEME}
    assert "Dialogmøte" in desk.open(f"/themes/{THEME}").section("timeline")


def test_a_meeting_about_a_theme_that_is_not_there_is_not_made(council: App, desk: Reader) -> None:
    with council.office.reading() as work:
        before = len(work.all(Meeting))

    page = desk.send(
        "/meetings/new", 422, kind="dialogue", title="Dialogmøte", on="4.5.2023", theme="T-BORTE"
    )

    assert "T-BORTE" in page.text
    with council.office.reading() as work:
        assert len(work.all(Meeting)) == before


def test_a_forged_form_brings_no_guests_into_a_council_meeting(council: App, desk: Reader) -> None:
    with council.office.work(by="SEK1") as work:
        time = MeetingTime(Edtf("2023-05-12"))
        schedule_meeting(work, key="M2023-91", title="Rådsmøte 4/2023", time=time)
        work.commit()

    page = desk.send(INVITE, 422, meeting="M2023-91", participants=["HOD"])

    assert "Rådsmøte 4/2023 er et rådsmøte, og gjester legges ikke til der." in page.text
    assert participants(council, "M2023-91") == ()


def test_guests_are_added_to_a_planned_meeting_and_taken_back(council: App, desk: Reader) -> None:
    page = desk.send(INVITE, meeting="M2023-90", participants=["KS", "HOD"])
    assert "Ingen har fått melding om det." in page.text
    assert participants(council, "M2023-90") == ("NFD", "KS", "HOD")
    assert themes(council, "M2023-90") == {THEME}

    again = desk.send(INVITE, 422, meeting="M2023-90", participants=["HOD"])
    assert "Alle er allerede med" in again.text
    assert chosen(again) == ["HOD"]

    page = undone(desk, page)
    assert "er som før." in page.text
    assert participants(council, "M2023-90") == ("NFD",)
    assert themes(council, "M2023-90") == set()


def test_what_cannot_be_added_is_refused_in_words(council: App, desk: Reader) -> None:
    assert "Velg minst én" in desk.send(INVITE, 422, meeting="M2023-90").text
    assert "M1900-01" in desk.send(INVITE, 422, meeting="M1900-01", participants=["KS"]).text
    assert "over" in desk.send(INVITE, 422, meeting="M2022-08", participants=["KS"]).text
    with council.office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="M2023-90")
        work.commit()
    assert "avlyst" in desk.send(INVITE, 422, meeting="M2023-90", participants=["KS"]).text
    assert participants(council, "M2023-90") == ("NFD",)
    assert "/themes/T-BORTE" not in desk.open("/themes/T-BORTE/invite", 404).text


def test_who_came_the_last_time_is_shown(council: App, desk: Reader) -> None:
    """The example's meetings of the autumn of 2022 name the theme in their titles."""
    page = desk.open("/themes/T-KOMMUNELOFT/invite")
    assert "Forrige gang: Dialog om et kunnskapsløft for kommunene høsten 2022" in page.text
    told = last_time(page)
    assert told["KDD"] == told["HOD"] == "Deltok 27. sep. 2022"
    assert told["KS"] == "Deltok høsten 2022"
    assert told["HDIR"] == "Ikke invitert"

    with council.office.work(by="SEK1") as work:
        record_attendance(work, meeting="M2022-08", present=["KDD"], absent=["HOD", "KD"])
        work.commit()
    told = last_time(desk.open("/themes/T-KOMMUNELOFT/invite"))
    assert (told["KDD"], told["HOD"]) == ("Kom 27. sep. 2022", "Kom ikke 27. sep. 2022")


def last_time(page: Page) -> dict[str, str]:
    """By key what each did the last time that it was asked."""
    rows = page.all(".//tbody/tr")
    keys = [box.get("value", "") for row in rows for box in row.iterfind(".//input")]
    return dict(zip(keys, (said(row[-1]).replace("\u00a0", " ") for row in rows), strict=True))


def test_the_list_for_word_has_a_row_for_each_address(council: App, desk: Reader) -> None:
    with council.office.work(by="SEK1") as work:
        said = {"organisation": "HOD", "purpose": "Dialogmøter", "function": "=Avdelingsdirektør"}
        add_contact(work, **said, name="Kari Ås", email="kari@hod.example", themes=[THEME])
        gone = add_contact(work, **said, name="Per Vik", email="per@hod.example", themes=[THEME])
        erase_contact(work, contact=gone.key)
        work.commit()

    answer = desk.client.get(f"{INVITE}.csv?participants=HOD&participants=KDD")

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    text = answer.content.decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [row["Nøkkel"] for row in rows] == ["HOD", "KDD"]
    assert rows[0]["Funksjon"] == "'=Avdelingsdirektør"
    assert (rows[0]["Navn"], rows[0]["E-post"]) == ("Kari Ås", "kari@hod.example")
    assert "per@hod.example" not in text
    assert "Støtter" not in text
