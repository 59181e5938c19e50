"""The council's closed days, areas and quorum are changed at the command line too."""

from tilsvar.tests.cli.conftest import Tilsvar


def test_days_are_closed_seen_and_opened_again(council: Tilsvar) -> None:
    said = council("closed-day", "add", "3.4.2023", "2023-04-05", "--why", "Påske", "--by", "SEK1")
    assert (said.code, said.out) == (0, "The council is closed from 2023-04-03 to 2023-04-05.\n")
    assert council("closed-day", "list").out == "2023-04-03 to 2023-04-05: Påske\n"

    again = council("closed-day", "add", "2023-04-03", "--why", "Påske")
    assert (again.code, again.out) == (1, "")
    assert again.err.startswith("Nobody works on those days anyway")

    council("closed-day", "remove", "2023-04-03", "2023-04-05")
    assert council("closed-day", "list").out == ""


def test_an_area_is_added_renamed_retired_and_taken_up(council: Tilsvar) -> None:
    assert council("area", "add", "Helsedata").out == "HELSEDATA: Helsedata\n"
    council("area", "rename", "HELSEDATA", "Åpne helsedata")
    council("area", "retire", "HELSEDATA")
    assert "HELSEDATA     no    Åpne helsedata" in council("area", "list").out

    assert council("area", "take-up", "HELSEDATA").out == "HELSEDATA is used again.\n"
    assert council("area", "retire", "XYZ").err == "There is no area XYZ. Check the key.\n"


def test_the_quorum_is_shown_and_chosen(council: Tilsvar) -> None:
    assert council("quorum").out == "The council can decide when 8 of 15 members are there.\n"

    said = council("quorum", "--number", "9")

    assert said.out == "The council can decide when 9 of 15 members are there.\n"
    assert council("quorum", "--number", "99").err.startswith("The council has 15 members")


def test_how_long_answers_may_take_and_when_reminders_go_out(council: Tilsvar) -> None:
    said = council("answer-rule", "set", "memo", "--period", "10 working days", "--not-expected")
    assert "memo: ten working days, only where chosen\n" in said.out
    assert "letter: one month, expected\n" in said.out

    council("answer-rule", "basis", "Utredningsinstruksen punkt 3-3.")
    assert council("answer-rule", "list").out.endswith("Utredningsinstruksen punkt 3-3.\n")
    assert "is no period" in council("answer-rule", "set", "memo", "--period", "ti dager").err

    assert council("morning").out == "Reminders go out at 07:30.\n"
    assert council("morning", "08:15").out == "Reminders go out at 08:15.\n"
