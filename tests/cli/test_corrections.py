"""What was registered wrongly is put right from the command line; what is left out stays."""

from tilsvar.tests.cli.conftest import Tilsvar


def test_a_theme_and_its_measure_are_put_right(council: Tilsvar) -> None:
    told = ("theme", "correct", "T-HELSEDATA")
    said = council(*told, "--plan", "Handlingsplan 2022–2023", "--area", "VERDISKAPING")
    assert (said.code, said.out) == (0, "T-HELSEDATA is corrected.\n")
    assert "T-HELSEDATA" in council("theme", "plan", "Handlingsplan 2022–2023").out
    assert council(*told, "--area", "").code == 0
    taken = council(*told, "--title", "Beredskap og helsetrusler")
    assert (taken.code, "already" in taken.err) == (1, True)
    unknown = council(*told, "--responsible", "M99")
    assert unknown.err == "There is no person M99. Check the key.\n"

    council("measure", "plan", "T-HELSEDATA", "--title", "Et register", "--owner", "HOD")
    assert council("measure", "correct", "T-HELSEDATA-01", "--owner", "").code == 0
    listed = council("theme", "plan", "Handlingsplan 2022–2023").out
    assert "HOD" not in listed
    assert "Et register" in listed


def test_a_stance_that_was_withdrawn_by_mistake_stands_again(council: Tilsvar) -> None:
    council("stakeholder", "withdraw-stance", "T-KOMMUNELOFT", "HOD", "1")
    back = council("stakeholder", "restore-stance", "T-KOMMUNELOFT", "HOD", "1")
    assert back.out.startswith("T-KOMMUNELOFT/HOD: stance no. 1 stands: ")
    twice = council("stakeholder", "restore-stance", "T-KOMMUNELOFT", "HOD", "1")
    assert (twice.code, "is not withdrawn" in twice.err) == (1, True)
