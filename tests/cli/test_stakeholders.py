"""Stakeholders, their stances and contacts from the command line."""

from tilsvar.tests.cli.conftest import Tilsvar

THEME = "T-KOMMUNELOFT"


def test_a_stance_is_recorded_with_the_successor_and_taken_back(council: Tilsvar) -> None:
    said = council(
        *("stakeholder", "stance", THEME, "KMD", "supports", "--as-of", "20.1.2023"),
        *("--source", "Samtale"),
    )
    assert said.out == "T-KOMMUNELOFT/KDD: supports as of 2023-01-20, stance no. 1.\n"
    listed = council("stakeholder", "list", THEME).out
    assert "KDD   " in listed
    assert "KMD   " in listed

    again = council("stakeholder", "stance", THEME, "KDD", "supports", "--as-of", "2023-01-20")
    assert (again.code, "recorded already" in again.err) == (1, True)

    back = council("stakeholder", "withdraw-stance", THEME, "KDD", "1", "--why", "feil")
    assert "stance no. 1 is withdrawn; no stance stands." in back.out


def test_an_answer_is_what_a_stance_is_known_from(council: Tilsvar) -> None:
    told = ("stakeholder", "stance", THEME, "HOD", "opposed", "--as-of", "2020-09")
    refused = council(*told, "--answer-to", "L2022-06")
    assert (refused.code, "has not answered L2022-06" in refused.err) == (1, True)
    assert council(*told, "--answer-to", "L2020-02").code == 0


def test_stakeholders_are_put_on_the_list_corrected_taken_off_and_put_back(
    council: Tilsvar,
) -> None:
    assert council("stakeholder", "add", THEME, "NFD", "FHI", "--role", "society").code == 0
    assert council("stakeholder", "correct", THEME, "NFD", "--influence", "high").code == 0
    assert council("stakeholder", "remove", THEME, "NFD", "--why", "feil").code == 0
    assert "off the list" in council("stakeholder", "list", THEME).out
    assert council("stakeholder", "restore", THEME, "NFD").code == 0
    assert "off the list" not in council("stakeholder", "list", THEME).out


def test_a_contact_is_erased_only_by_whoever_is_sure(council: Tilsvar) -> None:
    added = council(
        *("contact", "add", "HOD", "--function", "Postmottak", "--purpose", "alle brev"),
        *("--name", "Kari Kontakt", "--theme", THEME),
    )
    assert added.out == "HOD-01 is registered at HOD.\n"
    assert "Kari Kontakt" in council("contact", "list", "HOD").out

    refused = council("contact", "erase", "HOD-01")
    assert (refused.code, "cannot be undone" in refused.err) == (1, True)
    assert "is erased" in council("contact", "erase", "HOD-01", "--yes").out
    assert "Kari" not in council("contact", "list", "HOD").out
