"""A member has phoned: the secretariat registers when they are away, and takes it back."""

from tilsvar.tests.web.desk import at_the_desk, undo
from tilsvar.tests.web.visitor import House

ABSENCES = "/settings/absences"


def test_an_absence_is_registered_withdrawn_and_both_are_undone(house: House) -> None:
    visitor, away = (
        at_the_desk(house),
        {"person": "MEDLEM1", "first": "1.2.2023", "last": "10.2.2023"},
    )
    assert "Ingen er borte i dag." in visitor.open(ABSENCES).text

    page = visitor.send(ABSENCES, 200, **away)
    said = "Person MEDLEM1 er registrert som borte fra 1. februar 2023 til 10. februar 2023."
    assert said in page.text
    assert "Person MEDLEM1 Fra 1. februar 2023" in page.section("now")
    assert "Sekretariatet trer inn." in page.section("now")
    assert "Borte i dag: Person MEDLEM1." in visitor.open("/settings").text

    gone = undo(visitor, page)
    assert "er ikke lenger registrert som borte" in gone.text
    assert "Person MEDLEM1" not in gone.section("now")
    assert said in undo(visitor, gone).text
    withdrawn = visitor.send(f"{ABSENCES}/withdraw", 200, **away)
    assert "er ikke lenger registrert som borte" in withdrawn.text
    visitor.send(f"{ABSENCES}/withdraw", 409, **away)


def test_whoever_stands_in_is_named_and_what_is_over_stands_apart(house: House) -> None:
    visitor = at_the_desk(house)
    visitor.send(
        "/settings/people/new",
        name="Vara Vik",
        email="vara@ho21.example",
        role="deputy",
        since="1.1.2023",
        deputy_for="MEDLEM1",
    )

    page = visitor.send(ABSENCES, person="MEDLEM1", first="1.3.2023", last="1.3.2023")
    assert "Vara Vik trer inn." in page.section("ahead")
    past = visitor.send(ABSENCES, person="LEDER", first="2.1.2023", last="3.1.2023")
    assert "Person LEDER" in past.section("over")


def test_what_cannot_be_is_told_at_its_field(house: House) -> None:
    visitor, leader = at_the_desk(house), at_the_desk(house, "leder")
    away = {"person": "MEDLEM1", "first": "10.2.2023", "last": "1.2.2023"}

    assert visitor.send(ABSENCES, 422, **away).all(".//*[@id='last-mistake']")
    nobody = visitor.send(ABSENCES, 422, **{**away, "person": "X"})
    assert nobody.all(".//*[@id='person-mistake']")
    visitor.send(ABSENCES, 422, **{**away, "person": ""})
    visitor.send(ABSENCES, 422, **{**away, "first": "31.2.2023"})
    right = {**away, "last": "12.2.2023"}
    visitor.send(ABSENCES, 200, **right)
    assert "er allerede registrert" in visitor.send(ABSENCES, 422, **right).text

    assert not leader.open(ABSENCES).all(".//main//form")
    leader.send(ABSENCES, 403, **right)
