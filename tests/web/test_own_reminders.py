"""On one's own page somebody chooses their digest and says when they are away."""

from datetime import time

from tilsvar.domain.digests import Rhythm
from tilsvar.domain.people import Person
from tilsvar.tests.web.visitor import House, hand_out

MEMBER = "medlem1@ho21.example"


def test_a_member_chooses_when_the_digest_comes(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house, MEMBER))

    page = visitor.send("/me/digest", rhythm="weekly", hour="7.30")

    assert "Samlemeldingen kommer slik du har valgt." in page.text
    with house.app.office.reading() as work:
        person = work.get(Person, "MEDLEM1")
    assert (person.digest_rhythm, person.digest_hour) == (Rhythm.WEEKLY, time(7, 30))
    values = {each.get("name"): each.get("value") for each in page.all(".//input")}
    assert values["hour"] == "07.30"


def test_what_is_no_hour_is_told_at_the_field(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house, MEMBER))

    page = visitor.send("/me/digest", 422, rhythm="weekly", hour="kvart på åtte")

    assert [each.get("href") for each in page.all(".//div[@role='alert']//a")] == ["#hour"]
    values = {each.get("name"): each.get("value") for each in page.all(".//input")}
    assert values["hour"] == "kvart på åtte"


def test_an_absence_is_registered_and_taken_back(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house, MEMBER))

    wrong = visitor.send("/me/absence", 422, first="17.2.2023", last="13.2.2023")
    page = visitor.send("/me/absence", first="13.2.2023", last="17.2.2023")

    assert "kan ikke slutte 13. februar 2023" in wrong.text.replace("\u00a0", " ")
    said = page.section("away").replace("\u00a0", " ")
    assert "Fra 13. februar 2023 til 17. februar 2023" in said
    page = visitor.send("/me/absence/withdraw", first="2023-02-13", last="2023-02-17")
    assert "Du er ikke lenger registrert som borte de dagene." in page.text
    with house.app.office.reading() as work:
        assert work.roll.absences == ()
    again = visitor.send("/me/absence/withdraw", 422, first="2023-02-13", last="2023-02-17")
    assert "Det er ikke registrert noe fravær" in again.text
