"""The communications plan at the command line: suggested, planned, moved, done, dropped."""

from tilsvar.tests.cli.conftest import Tilsvar


def test_a_suggestion_is_planned_for_a_target_group_moved_and_done(council: Tilsvar) -> None:
    said = council("target-group", "add", "Pressen")
    assert (said.out, said.err) == ("PRESSEN: Pressen\n", "")
    said = council("activity", "suggest", "--title", "Del data", "--key", "A1")
    assert said.out == "A1 is suggested.\n"

    refused = council("activity", "plan", "A1", "--channel", "post", "--effect", "Vil dele")
    assert refused.code != 0
    assert "Choose at least one target group" in refused.err

    plan = ("activity", "plan", "A1", "--channel", "post", "--for", "PRESSEN")
    said = council(*plan, "--effect", "Vil dele", "--when", "mai 2023")
    assert said.out == "A1 is planned for 2023-05.\n"
    assert council("activity", "move", "A1").out == "A1 is planned.\n"
    assert "planned" in council("activity", "list", "--status", "planned").out
    said = council("activity", "done", "A1", "--outcome", "Fire oppslag")
    assert said.code == 0
    assert council("activity", "reopen", "A1").out == "A1 is planned.\n"
    assert council("activity", "drop", "A1", "--why", "Ingen tid").out == "A1 is dropped.\n"


def test_what_is_planned_as_an_op_ed_becomes_an_idea_for_one(council: Tilsvar) -> None:
    plan = ("activity", "plan", "--title", "Del data", "--channel", "op_ed", "--for", "REGJERINGEN")
    said = council(*plan, "--effect", "Vil dele")

    assert said.code == 0
    assert " as O20" in said.out


def test_a_target_group_is_renamed_retired_and_taken_up(council: Tilsvar) -> None:
    assert council("target-group", "rename", "PRIVAT", "Næringslivet").out == (
        "PRIVAT: Næringslivet\n"
    )
    council("target-group", "retire", "PRIVAT")
    assert " no " in council("target-group", "list").out
    twice = council("target-group", "retire", "PRIVAT")
    assert twice.err == "The target group Næringslivet is not in use already.\n"
    assert council("target-group", "take-up", "PRIVAT").code == 0
