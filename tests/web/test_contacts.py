"""Whom to turn to at an organisation: registered with a purpose, found, and forgotten."""

from datetime import timedelta

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.notes import correct_note, take_note
from tilsvar.commands.people import end_role
from tilsvar.commands.themes import set_theme_aside
from tilsvar.tests.web.reader import Page, Reader

NEW = "/organisations/HOD/contacts/new"
TOLD = {
    "function": "Avdelingsdirektør",
    "name": "Ragnfrid Ødegårdstuen",
    "email": "rfo@hod.example",
    "purpose": "Svarer for brevene om KSF",
    "themes": "T-KOMMUNELOFT",
}


def made_from(page: Page) -> str:
    return next(
        each.get("value", "")
        for each in page.all(".//main//input")
        if each.get("name") == "made_from"
    )


def test_a_contact_is_registered_put_right_found_and_erased_for_good(desk: Reader) -> None:
    form = desk.open(NEW)
    page = desk.send(NEW, made_from=made_from(form), **TOLD)
    assert "Kontakten er registrert." in page.text
    said = page.section("contacts")
    for each in (*list(TOLD.values())[:4], "Et kunnskapsløft for kommunene"):
        assert each in said

    correct = "/contacts/HOD-01/correct"
    told = TOLD | {"email": "ny@hod.example"}
    page = desk.send(correct, made_from=made_from(desk.open(correct)), **told)
    assert "ny@hod.example" in page.section("facts")
    assert "/contacts/HOD-01" in desk.open("/search?q=ragnfrid").links()

    erase = "/contacts/HOD-01/erase"
    form = desk.open(erase)
    assert "ikke angres" in form.text
    page = desk.send(erase, 422, made_from=made_from(form))
    assert "Kryss av for å slette." in page.text
    page = desk.send(erase, made_from=made_from(form), sure="yes")
    assert "Kontakten er slettet." in page.text
    assert "Hvem det var, er slettet." in page.section("facts")

    for path in ("/contacts/HOD-01", "/organisations/HOD", "/history", "/search?q=ragnfrid"):
        seen = desk.open(path).html.replace("?q=ragnfrid", "").replace('value="ragnfrid"', "")
        assert "Ødegårdstuen" not in seen
        assert "ny@hod.example" not in seen
    assert "/contacts/HOD-01" not in desk.open("/search?q=ragnfrid").links()
    # What is erased is neither corrected nor erased again.
    assert desk.client.get(correct).headers["location"] == "/contacts/HOD-01"


def test_a_button_pressed_twice_registers_one(desk: Reader) -> None:
    """The second press says which one there is."""
    form = made_from(desk.open(NEW))
    desk.send(NEW, made_from=form, **TOLD)
    assert "HOD-01" in desk.send(NEW, 422, made_from=form, **TOLD).text
    assert "/contacts/HOD-02" not in desk.open("/organisations/HOD").links()

    note = {"organisation": "HOD", "on": "1.2.2023", "text": "Ringte", "who": "SEK1"}
    desk.send("/notes/new", **note)
    assert "N2023-01" in desk.send("/notes/new", 422, **note).text
    desk.send("/notes/new", **note | {"organisation": "KD"})

    promise = {"organisation": "HOD", "what": "Et svar", "given": "1.2.2023"}
    desk.send("/promises/new", **promise)
    assert "P2023-01" in desk.send("/promises/new", 422, **promise).text


def test_what_a_contact_and_a_note_name_already_stays_when_they_are_put_right(
    desk: Reader, council: App
) -> None:
    """Though nothing new is written about a theme set aside, or by somebody who has left."""
    desk.send(NEW, made_from=made_from(desk.open(NEW)), **TOLD)
    with council.office.work(by="SEK1") as work:
        set_theme_aside(work, theme=TOLD["themes"], why="Avventer")
        take_note(work, key="N1", organisation="HOD", text="Ringte", who="M01")
        end_role(work, person="M01", on=work.today - timedelta(days=1))
        correct_note(work, note="N1", theme=TOLD["themes"])
        work.commit()

    form = desk.open("/contacts/HOD-01/correct")
    assert form.all(f".//input[@value='{TOLD['themes']}'][@checked]")

    form = desk.open("/notes/N1/correct")
    chosen = [each for each in form.all(".//option") if "selected" in each.attrib]
    assert [each.get("value") for each in chosen] == ["HOD", "M01", TOLD["themes"]]
    assert chosen[2].text == "Et kunnskapsløft for kommunene"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"purpose": " "}, "Fyll ut"),
        ({"function": ""}, "Fyll ut"),
        ({"email": "rfo"}, "hel e-postadresse"),
        ({"themes": "T-UKJENT"}, "Velg en av disse"),
        ({"name": "x" * 301}, "300"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_kept(
    desk: Reader, wrong: dict[str, str], said: str
) -> None:
    page = desk.send(NEW, 422, made_from=made_from(desk.open(NEW)), **(TOLD | wrong))
    assert said in page.text
    assert "Ødegårdstuen" not in desk.open("/organisations/HOD").text
