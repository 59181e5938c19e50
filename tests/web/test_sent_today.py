"""Papers and minutes of a council meeting are registered as sent with one click, and taken back."""

import pytest

from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import DeadlineStatus, MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store import flow
from tilsvar.tests.servers.office import answer
from tilsvar.tests.servers.rows import rows
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.workers.invited import do, meeting


@pytest.fixture
def council(house: House) -> House:
    """A council meeting in a week, on 3 February 2023, so that its papers are due."""
    when = MeetingTime(Edtf("2023-02-09"))
    do(house.app.office, schedule_meeting, title="Møte", time=when, kind=MeetingKind.COUNCIL)
    answer(house.app, house.bell)
    return house


@pytest.fixture
def desk(council: House) -> Reader:
    found = council.visitor()
    found.send(hand_out(council))
    return found


def button(page: Page, end: str) -> str:
    """Where the form leads whose address ends like that."""
    return next(
        each.get("action", "")
        for each in page.all(".//main//form")
        if each.get("action", "").endswith(end)
    )


def waiting(council: House) -> int:
    rung = flow.rung.c
    papers = (rung.key == "M2023-01/papers", rung.state == "waiting")
    return len(rows(council.app.office, flow.rung, *papers))


def test_papers_go_with_one_click_and_are_asked_for_again_once_that_is_undone(
    council: House, desk: Reader
) -> None:
    before = waiting(council)
    today = desk.open("/")
    assert "Sakspapirene til ett rådsmøte er ikke registrert som sendt." in today.section("now")

    today = desk.send(button(today, "/sent/papers"))

    assert "Sakspapirene til Møte er registrert som sendt." in today.text
    assert "er ikke registrert som sendt" not in today.section("now")
    assert meeting(council.app.office, "M2023-01").papers_sent == Edtf("2023-02-03")
    answer(council.app, council.bell)
    assert waiting(council) == 0
    desk.send("/meetings/M2023-01/sent/papers", 409)

    page = desk.send(button(today, "/not-sent/papers"))
    assert "Sakspapirene er ikke lenger registrert som sendt." in page.text
    assert "Sakspapirene ble ikke sendt likevel." in page.section("history")
    answer(council.app, council.bell)
    assert waiting(council) == before
    desk.send("/meetings/M2023-01/not-sent/papers", 409)
    assert "Sakspapirene til ett rådsmøte" in desk.open("/").section("now")


def test_minutes_that_went_by_mistake_take_their_deadline_for_comments_with_them(
    council: House, desk: Reader
) -> None:
    office, when = council.app.office, MeetingTime(Edtf("2023-02-02"))
    do(office, schedule_meeting, title="Før", time=when, kind=MeetingKind.COUNCIL)

    page = desk.send("/meetings/M2023-02/sent/minutes")
    assert "Referatet fra Før er registrert som sendt, med merknadsfrist" in page.text
    page = desk.send(button(page, "/not-sent/minutes"))

    assert "Referatet er ikke lenger registrert som sendt." in page.text
    with office.reading() as work:
        key = "M2023-02-comments"
        assert work.view(Deadline, key).status is DeadlineStatus.CANCELLED
    desk.send("/meetings/M2023-02/sent/minutes")
    with office.reading() as work:
        assert work.view(Deadline, key).status is DeadlineStatus.OPEN


def test_what_is_neither_papers_nor_minutes_is_not_found(desk: Reader) -> None:
    desk.send("/meetings/M2023-01/sent/cakes", 404)
    desk.send("/meetings/M1999-01/sent/papers", 404)
    desk.send("/meetings/M2023-01/not-sent/cakes", 404)
