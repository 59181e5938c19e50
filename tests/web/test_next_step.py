"""What a page proposes next: one filled button, the next reminder, a way on from an empty list."""

import pytest

from tilsvar.commands.circulations import circulate
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, MeetingKind, OpEdStatus
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.workers.invited import do


@pytest.fixture
def desk(house: House) -> Reader:
    found = house.visitor()
    found.send(hand_out(house))
    return found


def filled(page: Page) -> list[str]:
    buttons = [*page.all(".//main//a"), *page.all(".//main//button")]
    return [
        " ".join("".join(each.itertext()).split())
        for each in buttons
        if "ds-button" in each.get("class", "").split() and each.get("data-variant") is None
    ]


@pytest.mark.parametrize(
    ("day", "proposed"),
    [
        ("2023-06-08", []),
        ("2023-02-09", ["Sakspapirene er sendt"]),
        ("2023-01-16", ["Møtet ble avholdt"]),
    ],
)
def test_a_meeting_proposes_the_step_that_is_next(
    house: House, desk: Reader, day: str, proposed: list[str]
) -> None:
    when = MeetingTime(Edtf(day))
    do(house.app.office, schedule_meeting, title="Møte", time=when, kind=MeetingKind.COUNCIL)

    assert filled(desk.open("/meetings/M2023-01")) == proposed


def test_the_papers_and_the_minutes_have_a_reminder_each(house: House, desk: Reader) -> None:
    when = MeetingTime(Edtf("2023-06-08"))
    do(house.app.office, schedule_meeting, title="Møte", time=when, kind=MeetingKind.COUNCIL)

    page = desk.open("/meetings/M2023-01")

    assert "Neste påminnelse om sakspapirene fredag 26. mai 2023" in page.section("facts")
    assert "Neste påminnelse om referatet" in page.section("facts")
    assert "ingen planlagt" not in page.section("facts"), "the clock's list only follows"


def test_a_draft_that_was_just_circulated_says_when_people_are_reminded(
    house: House, desk: Reader
) -> None:
    with house.app.office.work(by="SEK1") as work:
        key = start_op_ed(work, title="Kronikk", status=OpEdStatus.DRAFT).key
        circulate(work, kind=Kind.OP_ED, key=key, comments_by=Edtf("2023-02-24").day)
        work.commit()

    page = desk.open(f"/op-eds/{key}")

    assert "Neste påminnelse fredag 17. februar 2023" in page.section("facts")


@pytest.mark.parametrize("folder", ["letters", "meetings"])
def test_an_empty_list_leads_to_registering(desk: Reader, folder: str) -> None:
    page = desk.open(f"/{folder}")

    [link] = page.all(".//div[@id='results']//a")
    assert link.get("href") == f"/{folder}/new"


def test_where_no_meeting_is_ahead_the_list_leads_to_those_behind(
    house: House, desk: Reader
) -> None:
    when = MeetingTime(Edtf("2023-01-16"))
    do(house.app.office, schedule_meeting, title="Møte", time=when, kind=MeetingKind.DIALOGUE)

    [link] = desk.open("/meetings").all(".//div[@id='results']//a")

    assert link.get("href") == "/meetings?view=all"


def test_a_date_that_is_left_out_is_asked_for(desk: Reader) -> None:
    page = desk.send("/letters/new", 422, to="HOD", title="Brev", sent="")

    assert "Sendt: Fyll ut dette." in page.text
