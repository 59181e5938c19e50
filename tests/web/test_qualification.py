"""The secretariat fills in a theme's qualification form, together, and loses nothing of it."""

from io import BytesIO

import pytest
from docx import Document

from tilsvar.commands.qualification import revise_form
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.stances import record_stance
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.qualification import LONGEST, FormField
from tilsvar.domain.stakeholders import StakeholderRole, StanceValue
from tilsvar.tests.web.desk import at_the_desk, undo
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.visitor import House

LIFT = "T-KOMMUNELOFT"
FORM = f"/themes/{LIFT}/form"
EDIT = f"{FORM}/edit"


@pytest.fixture
def council(house: House) -> House:
    with house.app.office.work(by="SEK1") as work:
        register_theme(work, key=LIFT, title="Et kunnskapsløft", goal="Økt forskning")
        name_stakeholder(
            work,
            theme=LIFT,
            organisation="HOD",
            role=StakeholderRole.OWNER,
            responsibility="Overordnet ansvar",
        )
        record_stance(
            work,
            theme=LIFT,
            organisation="HOD",
            stance=StanceValue.PARTLY,
            as_of=Edtf("2020-09"),
            source="Svarbrev",
        )
        work.commit()
    return house


def typed(page: Page) -> dict[str, str]:
    """What stands in the fields."""
    fields = {each.get("name", ""): (each.text or "").strip() for each in page.all(".//textarea")}
    [stamp] = page.all(".//form//input[@name='made_from']")
    return {**fields, "made_from": stamp.get("value", "")}


def fill(visitor: Reader, status: int = 200, **answers: str) -> Page:
    return visitor.send(EDIT, status, **{**typed(visitor.open(EDIT)), **answers})


def meanwhile(house: House, **answers: str) -> None:
    """The leader saves something."""
    with house.app.office.work(by="LEDER") as work:
        revise_form(
            work, theme=LIFT, answers={FormField(name): said for name, said in answers.items()}
        )
        work.commit()


def test_a_form_is_filled_in_and_its_versions_tell_what_changed(council: House) -> None:
    visitor = at_the_desk(council)
    empty = visitor.open(FORM)
    assert "Ingen har fylt ut skjemaet ennå." in empty.section("versions")
    assert typed(visitor.open(EDIT))["goal"] == "Økt forskning"

    page = fill(visitor, problem="Kommunene trenger kunnskap", sub_goals="• Støtte KSF\r\n• Mer")
    assert "Skjemaet er lagret som versjon 1." in page.text
    assert page.section("q-sub_goals") == "Delmål Støtte KSF Mer"
    assert "HOD" not in page.section("q-problem")
    assert "Overordnet ansvar Støtter delvis (september 2020)" in page.section("stakeholders")
    assert "Dynamisk dokument, oppdatert 3. februar 2023, versjon 1" in page.text

    page = fill(visitor, problem="Kommunene trenger ny kunnskap nå", sub_goals="Støtte KSF")
    assert "versjon 2" in page.text
    version = visitor.open(f"{FORM}/versions/2")
    assert "Lagret 3. februar 2023 av Person SEK1" in version.text
    assert version.texts(".//ins") == ["ny", "nå"]
    assert version.texts(".//del") == ["Mer"]
    history = visitor.open(f"/themes/{LIFT}").section("history")
    assert "Kvalifiseringsskjemaet fikk versjon 2. Endret: sentral problemstilling" in history
    assert "Kommunene trenger ny kunnskap nå" in visitor.open(f"/themes/{LIFT}").section("form")
    assert f"/themes/{LIFT}" in visitor.open("/search?q=kommunene+trenger").links()


def test_what_was_just_saved_is_taken_back_and_so_is_an_old_version(council: House) -> None:
    visitor = at_the_desk(council)
    fill(visitor, problem="Hva?")
    page = fill(visitor, problem="Tull")

    page = undo(visitor, page)
    assert "Versjon 1 gjelder igjen, som versjon 3." in page.text
    assert page.section("q-problem").endswith("Hva?")

    second = visitor.open(f"{FORM}/versions/2")
    assert "Hent tilbake denne versjonen" in second.text
    page = visitor.send(f"{FORM}/versions/2/back", made_from="3")
    assert page.section("q-problem").endswith("Tull")
    assert "Henter tilbake versjon 2" in page.section("versions")

    late = visitor.send(f"{FORM}/versions/1/back", 409, made_from="3")
    assert "Noen lagret versjon 4 i mellomtiden." in late.text


def test_the_button_pressed_twice_saves_once(council: House) -> None:
    visitor = at_the_desk(council)
    form = {**typed(visitor.open(EDIT)), "problem": "Hva?"}
    visitor.send(EDIT, 200, **form)

    assert "Ingenting er endret. Versjon 1 gjelder." in visitor.send(EDIT, 200, **form).text


def test_two_who_change_different_answers_keep_both(council: House) -> None:
    visitor = at_the_desk(council)
    fill(visitor, problem="Hva?", background="Før")
    mine = typed(visitor.open(EDIT))
    meanwhile(council, background="Før og nå")

    page = visitor.send(EDIT, 409, **{**mine, "problem": "Hva nå?"})
    assert "Noen lagret versjon 2 i mellomtiden." in page.text
    assert typed(page)["problem"] == "Hva nå?"
    assert typed(page)["background"] == "Før og nå"
    assert "Person LEDER endret dette i versjon 2, og det hadde ikke du." in page.text
    assert page.texts(".//ins") == ["og nå"]

    page = visitor.send(EDIT, 200, **typed(page))
    assert page.section("q-problem").endswith("Hva nå?")
    assert page.section("q-background").endswith("Før og nå")


def test_two_who_change_the_same_answer_choose_which_one_stands(council: House) -> None:
    visitor = at_the_desk(council)
    fill(visitor, problem="Hva?", goal="Mål")
    mine = typed(visitor.open(EDIT))
    meanwhile(council, problem="Hva skjer?", goal="Deres mål")

    page = visitor.send(EDIT, 409, **{**mine, "problem": "Hva nå?", "goal": "Mitt mål"})
    assert (typed(page)["problem"], typed(page)["goal"]) == ("Hva nå?", "Mitt mål")
    assert page.text.count("Person LEDER endret også dette, i versjon 2.") == 2

    page = visitor.send(EDIT, 200, **typed(page), take="problem")
    assert page.section("q-problem").endswith("Hva skjer?")
    assert page.section("q-goal").endswith("Mitt mål")


def test_what_cannot_be_saved_is_named_at_its_field_and_stays(council: House) -> None:
    visitor = at_the_desk(council)

    page = fill(visitor, 422, background="a" * (LONGEST + 1), problem="Hva?")
    assert "Bakgrunn: Dette er lengre enn 10000 tegn." in page.text
    assert typed(page)["problem"] == "Hva?"
    page = fill(visitor, 422, goal="")
    assert "Fyll ut minst ett av feltene." in page.text
    for path in (f"{FORM}/versions/1", f"{FORM}/versions/0", f"{FORM}/versions/{'9' * 30}"):
        visitor.open(path, 404)
    visitor.open("/themes/T-INGEN/form", 404)
    visitor.open("/themes/T-INGEN/form/edit", 404)
    visitor.open(f"{FORM}/word?version=3", 404)
    visitor.send(f"{FORM}/versions/1/back", 404, made_from="0")


def test_the_form_is_there_for_word_and_an_older_version_too(council: House) -> None:
    visitor = at_the_desk(council)
    fill(visitor, problem="Hva?", arguments="Ett\nTo", documents="Se https://example.org/rapport")
    fill(visitor, problem="Hva nå?")

    assert visitor.open(FORM).all(".//a[@href='https://example.org/rapport']")
    response = visitor.client.get(f"{FORM}/word")
    assert response.headers["content-disposition"] == (
        'attachment; filename="kvalifiseringsskjema-T-KOMMUNELOFT-v2.docx"'
    )
    said = [each.text for each in Document(BytesIO(response.content)).paragraphs]
    assert said[:3] == [
        "Et kunnskapsløft",
        "Kvalifiseringsskjema",
        "Dynamisk dokument, oppdatert 3.\xa0februar 2023, versjon 2",
    ]
    assert "Hva nå?" in said
    older = visitor.client.get(f"{FORM}/word?version=1").content
    assert "Hva?" in [each.text for each in Document(BytesIO(older)).paragraphs]


def test_the_leader_reads_the_form_and_cannot_change_it(council: House) -> None:
    fill(at_the_desk(council), problem="Hva?")
    leader = at_the_desk(council, "leder")

    assert "Rediger skjemaet" not in leader.open(FORM).text
    assert "Rediger skjemaet" not in leader.open(f"/themes/{LIFT}").text
    assert "Hent tilbake" not in leader.open(f"{FORM}/versions/1").text
