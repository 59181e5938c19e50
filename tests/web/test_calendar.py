"""The calendar as a page, and the addresses that people make for their own programs."""

import httpx

from tilsvar.commands.meetings import move_meeting, schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import MeetingTime
from tilsvar.tests.web.conftest import ReadAt
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.visitor import House, hand_out
from tilsvar.tests.workers.invited import do

MEMBER = "medlem1@ho21.example"


def test_the_month_holds_what_the_list_holds(reader: Reader) -> None:
    page = reader.open("/calendar")

    assert "februar 2023" in page.texts(".//h1")[0]
    [today] = [each for each in page.all(".//td") if each.get("aria-current") == "date"]
    shown = [each.text or "" for each in today.iter("a")]
    assert any("Rådsmøte 1/2023" in each for each in shown)
    assert "i dag kl. 10.00 Rådsmøte 1/2023" in page.section("list").replace(
        "\N{NO-BREAK SPACE}", " "
    )
    in_grid = {each.get("href") for each in page.all(".//table//a")}
    in_list = {each.get("href") for each in page.all(".//section//ol//a")}
    assert in_grid
    assert in_grid <= in_list


def test_months_and_kinds_stand_in_the_address(reader: Reader) -> None:
    page = reader.open("/calendar?month=2023-02&kind=council")
    assert "/calendar?month=2023-03&kind=council" in page.links()
    assert not any(each.startswith("/deadlines/") for each in page.links())

    assert "mars 2023" in reader.open("/calendar?month=2023-03").texts(".//h1")[0]
    for nonsense in ("never", "0000-00", "9999-12", "2023-21"):
        assert "februar 2023" in reader.open(f"/calendar?month={nonsense}").texts(".//h1")[0]


def test_the_year_turns(read_at: ReadAt) -> None:
    page = read_at("2023-12-15T12:00:00+01:00").open("/calendar")

    assert {"/calendar?month=2023-11", "/calendar?month=2024-01"} <= page.links()


def test_a_member_sees_only_what_concerns_them(house: House) -> None:
    day = MeetingTime(Edtf("2023-02-20"))
    do(house.app.office, schedule_meeting, key="R1", title="Rådsmøte", time=day)
    do(
        house.app.office,
        schedule_meeting,
        key="X1",
        title="Dialog",
        time=day,
        kind=MeetingKind.DIALOGUE,
    )
    visitor = house.visitor()
    visitor.send(hand_out(house, MEMBER))

    links = visitor.open("/calendar").links()

    assert "/meetings/R1" in links
    assert "/meetings/X1" not in links


def test_a_member_makes_an_address_of_their_own_and_withdraws_it(house: House) -> None:
    visitor, other = house.visitor(), house.visitor()
    visitor.send(hand_out(house, MEMBER))
    other.send(hand_out(house))

    page = visitor.send("/calendar", kinds=["council"], invited="yes")
    assert "Adressen er laget." in page.text
    [plain] = [
        each.get("value", "") for each in page.all(".//input") if each.get("id") == "address"
    ]
    feed = house.address + plain[plain.index("/feeds/") :]
    assert httpx.get(feed).status_code == httpx.codes.OK

    listed = visitor.open("/calendar")
    assert "Bare rådsmøter." in listed.text
    [form] = [each for each in listed.all(".//form") if each.get("action", "").endswith("/revoke")]
    other.send(form.get("action", ""), 404)
    assert "Adressene dine" not in other.open("/calendar").text
    page = visitor.send(form.get("action", ""))
    assert "Adressen er trukket tilbake" in page.text
    assert httpx.get(feed).status_code == httpx.codes.GONE
    [undo] = page.all(".//form[@class='done flow']")
    assert "Adressen virker igjen." in visitor.send(undo.get("action", "")).text
    assert httpx.get(feed).status_code == httpx.codes.OK


def test_a_choice_that_is_none_is_told(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house, MEMBER))

    page = visitor.send("/calendar", 422, kinds=["birthdays"], invited="yes")

    assert page.texts(".//div[@role='alert']//a")


def test_a_meeting_that_has_moved_stands_on_its_old_day_as_moved(house: House) -> None:
    day = MeetingTime(Edtf("2023-02-20"))
    do(house.app.office, schedule_meeting, key="R1", title="Rådsmøte", time=day)
    do(house.app.office, move_meeting, meeting="R1", time=MeetingTime(Edtf("2023-03-06")))
    visitor = house.visitor()
    visitor.send(hand_out(house))

    page = visitor.open("/calendar")

    assert page.texts(".//table//s") == ["Rådsmøte"]
    assert "Flyttet til 6. mars" in page.section("list").replace("\N{NO-BREAK SPACE}", " ")
    assert "Sakspapirer til" in page.section("list")
