"""The history of a meeting folds the invitations of a day, and its page puts it off."""

import pytest

from tilsvar.commands.invitations import invite_council
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.workers.invited import do


@pytest.fixture
def desk(house: House) -> Reader:
    when = MeetingTime(Edtf("2023-03-10"))
    do(house.app.office, schedule_meeting, title="Møte", time=when, kind=MeetingKind.COUNCIL)
    found = house.visitor()
    found.send(hand_out(house))
    return found


def test_the_invitations_of_a_day_are_one_line_that_opens(house: House, desk: Reader) -> None:
    do(house.app.office, invite_council, meeting="M2023-01")

    page = desk.open("/meetings/M2023-01")

    [fold] = page.all(".//ol//details")
    assert "Tre ble invitert til møtet." in "".join(fold.itertext())
    assert len(fold.findall("./div/p")) == 3
    assert page.section("history").count("ble invitert til møtet") == 4


def test_a_meeting_is_put_off_from_its_own_page(desk: Reader) -> None:
    assert "/put-off/M2023-01" in desk.open("/meetings/M2023-01").links()

    today = desk.send("/put-off/M2023-01", how="day", until="1.3.2023")

    assert "Møte er utsatt til 1. mars 2023." in today.text.replace("\u00a0", " ")
