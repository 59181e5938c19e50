"""The secretariat follows up what a letter asked for, from the letter's own page."""

import pytest

from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.points import Point, Uptake
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.test_deeds import made_from, plain, undone
from tilsvar.tests.web.visitor import House, hand_out


@pytest.fixture
def desk(house: House) -> Reader:
    with house.app.office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Et fond", sent=Edtf("2022-10-03"), recipients=["HOD"])
        work.commit()
    visitor = house.visitor()
    visitor.send(hand_out(house))
    return visitor


def raised(desk: Reader, text: str = "Et nasjonalt fond") -> Page:
    return desk.send("/points/new", letter="L1", text=text)


def uptake(house: House) -> Uptake:
    with house.app.office.reading() as work:
        return work.view(Point, "L1-01").uptake


def test_a_point_is_registered_judged_and_taken_back(house: House, desk: Reader) -> None:
    assert "Ingen punkter er registrert" in desk.open("/letters/L1").section("points")
    page = raised(desk)
    assert "Punktet er registrert." in page.text
    assert "Ikke kjent ennå" in page.text

    form = desk.open("/points/L1-01/judge")
    page = desk.send(
        "/points/L1-01/judge",
        uptake="partly",
        where="https://www.example.org/melding",
        on="januar 2023",
        made_from=made_from(form),
    )
    assert "Det er registrert hva det er blitt av punktet." in page.text
    assert "https://www.example.org/melding" in [each.get("href") for each in page.all(".//a")]
    shown = desk.open("/letters/L1").section("points")
    assert "Et nasjonalt fond" in shown
    assert "Delvis tatt inn" in shown
    assert "Delvis tatt inn" in desk.open("/reports/promises").text

    undone(desk, page)
    assert uptake(house) is Uptake.UNKNOWN


def test_what_is_taken_up_is_seen_somewhere(house: House, desk: Reader) -> None:
    raised(desk)
    form = desk.open("/points/L1-01/judge")
    stamp = made_from(form)
    page = desk.send("/points/L1-01/judge", 422, uptake="taken", where="", made_from=stamp)
    assert "Si hvor det er tatt inn" in page.text
    page = desk.send(
        "/points/L1-01/judge", 422, uptake="taken", where="Side 1", on="2022-09", made_from=stamp
    )
    assert "så ingen kan ha svart på punktet" in plain(page)
    assert uptake(house) is Uptake.UNKNOWN


def test_the_same_point_is_registered_once_and_a_wrong_one_withdrawn(desk: Reader) -> None:
    page = raised(desk)
    again = desk.send("/points/new", 422, letter="L1", text="Et nasjonalt fond")
    assert "Brevet har dette punktet allerede: L1-01." in again.text

    page = desk.send("/points/L1-01/withdraw", why="To ganger", made_from=made_from(page))
    assert "står ikke i noen rapport" in page.text
    assert "Et nasjonalt fond" not in desk.open("/letters/L1").section("points")
    undone(desk, page)
    assert "Et nasjonalt fond" in desk.open("/letters/L1").section("points")


def test_a_point_of_no_letter_is_refused(desk: Reader) -> None:
    assert "L9" in desk.send("/points/new", 422, letter="L9", text="Noe").text
    desk.open("/points/L9-01", 404)
