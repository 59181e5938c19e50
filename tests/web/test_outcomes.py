"""What has passed is settled from the list of the day, one after the other, and taken back."""

import pytest

from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import DeadlineKind, DeadlineStatus, MeetingKind, MeetingStatus
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, hand_out

PASSED = Edtf("2023-01-16")


@pytest.fixture
def desk(house: House) -> Reader:
    """Two deadlines of the council's own and two dialogue meetings have passed in silence."""
    with house.app.office.work(by="SEK1") as work:
        for number in (1, 2):
            kind, key = DeadlineKind.INTERNAL, f"D{number}"
            set_deadline(work, key=key, title=f"Frist {number}", due=PASSED, kind=kind)
            schedule_meeting(
                work,
                key=f"M{number}",
                title=f"Møte {number}",
                time=MeetingTime(PASSED),
                kind=MeetingKind.DIALOGUE,
            )
        work.commit()
    found = house.visitor()
    found.send(hand_out(house))
    return found


def undo(page: Page) -> str:
    [form] = page.all(".//div[@id='done']//form")
    return form.get("action", "")


def test_deadlines_are_met_one_by_one_until_none_is_left(house: House, desk: Reader) -> None:
    assert "Noter som gjort" in desk.open("/today/deadlines").text

    page = desk.send("/deadlines/D1/met")
    assert "«Frist 1» er notert som gjort." in page.text
    assert page.title.startswith("Én av rådets egne frister mangler utfall.")
    today = desk.send("/deadlines/D2/met")

    assert today.title.startswith("I dag")
    assert "frister mangler utfall" not in today.section("now")
    with house.app.office.reading() as work:
        assert work.get(Deadline, "D2").status is DeadlineStatus.MET


def test_a_deadline_that_was_met_by_mistake_is_open_again(desk: Reader) -> None:
    page = desk.send(undo(desk.send("/deadlines/D1/met")))

    assert "«Frist 1» er åpen igjen." in page.text
    assert "To av rådets egne frister mangler utfall." in page.text
    desk.send("/deadlines/D1/not-met", 409)


def test_meetings_were_held_and_the_undo_says_so_on_the_meetings_page(
    house: House, desk: Reader
) -> None:
    page = desk.send("/meetings/M1/held")
    assert "Møte 1 er registrert som avholdt." in page.text
    assert page.title.startswith("Ett tidligere møte mangler utfall.")

    desk.send(undo(page))

    with house.app.office.reading() as work:
        assert work.get(Meeting, "M1").status is MeetingStatus.SCHEDULED


def test_the_same_button_twice_says_that_it_is_dealt_with(desk: Reader) -> None:
    for path in ("/deadlines/D1/met", "/meetings/M1/held"):
        desk.send(path)
        assert "Noen har alt tatt seg av det." in desk.send(path, 409).text
