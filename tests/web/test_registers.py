"""Lists of consultations, deadlines, op-eds and organisations, and the page of an organisation."""

import pytest

from tilsvar.tests.web.reader import Page, Reader


def titles(page: Page) -> list[str]:
    return page.texts(".//th[@scope='row']/a")


def test_consultations_are_filtered_in_the_address(reader: Reader) -> None:
    open_ones, every = reader.open("/consultations"), reader.open("/consultations?view=all")
    found = reader.open("/consultations?view=all&publisher=HOD&q=kliniske")
    none = reader.open("/consultations?view=all&q=finnes+ikke")

    assert len(titles(open_ones)) == 1
    assert len(titles(every)) == 5
    assert titles(found) == ["Nasjonal handlingsplan for kliniske studier"]
    assert "Ingenting her passer. Vis alle" in none.text


def test_navigation_counts_what_has_no_outcome_and_what_is_a_draft(reader: Reader) -> None:
    menu = reader.open("/consultations").texts(".//nav[@id='menu']//a")

    assert any(each.startswith("Høringer 1 uten utfall") for each in menu)
    assert any(each.startswith("Kronikker 4 utkast") for each in menu)
    assert "Aktører" in menu


def test_op_eds_stand_on_a_board_and_in_a_list(reader: Reader) -> None:
    board, rows = reader.open("/op-eds"), reader.open("/op-eds?view=all")

    assert "Utkast 4" in board.texts(".//h2")
    assert len(titles(rows)) == 9
    assert len(titles(reader.open("/op-eds?view=published&outlet=DM"))) >= 1


def test_deadlines_are_listed_by_their_date(reader: Reader) -> None:
    assert len(titles(reader.open("/deadlines?view=all"))) == 19
    assert titles(reader.open("/deadlines?q=finnes+ikke")) == []


def test_an_organisation_has_everything_between_us_and_its_answer_times(reader: Reader) -> None:
    page = reader.open("/organisations/HOD")

    assert page.title.startswith("Helse- og omsorgsdepartementet")
    assert "Bærekraftig helsetjeneste" in page.section("between")
    assert "63–92 dager" in page.section("times")
    assert "postmottak@hod.example" in page.section("facts")
    assert "Overtok for" in reader.open("/organisations/KDD").section("facts")


def test_organisations_that_owe_an_answer_are_a_view(reader: Reader) -> None:
    page = reader.open("/organisations?view=waiting")

    assert titles(page) == ["Helse- og omsorgsdepartementet", "Nærings- og fiskeridepartementet"]


@pytest.mark.parametrize("path", ["/consultations", "/op-eds", "/deadlines", "/organisations"])
@pytest.mark.parametrize("language", ["nn", "en"])
def test_every_form_is_sound_in_the_other_languages(address: str, path: str, language: str) -> None:
    reader = Reader(address, language)
    for each in ("", "?view=all", "/new"):
        reader.open(path + each)
    reader.close()
