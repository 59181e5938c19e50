"""The secretariat sees every subscribed calendar, makes one, and takes addresses back."""

from tilsvar.tests.web.desk import at_the_desk, undo
from tilsvar.tests.web.reader import Page
from tilsvar.tests.web.visitor import House

FEEDS = "/settings/feeds"


def address_on(page: Page) -> str:
    address = page.all(".//input[@id='address']")[0].get("value", "")
    return "/" + address.split("/", 3)[3]


def test_an_address_is_made_for_a_member_shown_once_withdrawn_and_let_back(house: House) -> None:
    visitor = at_the_desk(house)
    assert "Ingen abonnerer på en kalender ennå." in visitor.open(FEEDS).text

    shown = visitor.send(FEEDS, person="MEDLEM1", name="raadet", kinds=["council", "deadline"])
    path = address_on(shown)
    assert "Den vises bare denne gangen" in shown.text
    assert visitor.client.get(path).status_code == 200

    listed = visitor.open(FEEDS)
    assert "Rådets kalender for Person MEDLEM1" in listed.section("open")
    assert "Bare rådsmøter og frister." in listed.section("open")
    assert path.split("/")[2] not in listed.html

    gone = visitor.send(f"{FEEDS}/1/revoke")
    assert "Adressen er trukket tilbake" in gone.text
    assert visitor.client.get(path).status_code == 410
    assert "Adressen virker igjen." in undo(visitor, gone).text
    assert visitor.client.get(path).status_code == 200

    told = visitor.open(FEEDS).section("history").replace("\u00a0", " ")
    for each in ("ble laget en", "ble trukket tilbake", "virker igjen"):
        assert each in told
    assert "Person SEK1" in told
    assert "En kalenderadresse for Person MEDLEM1 virker igjen." in visitor.open("/history").text


def test_a_calendar_of_the_whole_council_is_made_too(house: House) -> None:
    visitor = at_the_desk(house)

    shown = visitor.send(FEEDS, person="", name="council", kinds=[], alarms="true")

    assert "Rådets møter og frister." in shown.text
    assert "Én adresse viser en kalender." in visitor.open("/settings").text


def test_what_cannot_be_is_told_at_its_field_and_other_acts_are_not_there(house: House) -> None:
    visitor, leader = at_the_desk(house), at_the_desk(house, "leder")

    for field, value in (
        ("name", "Rådets kalender"),
        ("name", ""),
        ("name", "a" * 61),
        ("person", "X"),
        ("area", "X"),
        ("kinds", "party"),
    ):
        page = visitor.send(FEEDS, 422, **{"person": "", "name": "raadet", field: value})
        assert page.all(f".//*[@id='{field}-mistake']"), field
    visitor.send(f"{FEEDS}/9{'9' * 30}/revoke", 404)
    visitor.send(f"{FEEDS}/1/delete", 404)
    assert not leader.open(FEEDS).all(".//main//form")
    leader.send(f"{FEEDS}/1/revoke", 403)
