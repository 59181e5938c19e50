"""What the plan lacks, who is silent and the plan of action, read from the command line."""

import json

from tilsvar.tests.cli.conftest import Tilsvar

PLAN = "Handlingsplan 2020–2021"


def test_what_the_plan_lacks_is_listed_until_something_is_planned(council: Tilsvar) -> None:
    before = json.loads(council("activity", "gaps", "--format", "json").out)
    lacking = {row["key"]: row for row in before["rows"]}
    assert before["since"] == "2022-08-03"
    assert lacking["STORTINGET"] | {"name": ""} == {
        "missing": "target_group",
        "key": "STORTINGET",
        "name": "",
        "last": None,
    }

    planned = ("activity", "plan", "--title", "Del data", "--channel", "post")
    council(*planned, "--for", "STORTINGET", "--effect", "Vet", "--when", "2023-05")
    assert "STORTINGET" not in council("activity", "gaps").out


def test_who_is_silent_is_listed_by_role_and_theme(council: Tilsvar) -> None:
    council("stakeholder", "add", "T-HELSEDATA", "NFD", "--role", "owner")
    assert "NFD" not in council("stakeholder", "quiet").out  # nobody works with an idea yet

    council("theme", "correct", "T-KOMMUNELOFT", "--stage", "analysis")
    found = json.loads(council("stakeholder", "quiet", "--format", "json").out)
    assert found["days"] == 180
    silent = {(row["theme"], row["organisation"]): row for row in found["rows"]}
    assert silent["T-KOMMUNELOFT", "HOD"]["last_contact"] is not None
    assert "HOD" not in council("stakeholder", "quiet", "--role", "society").out
    unknown = council("stakeholder", "quiet", "--theme", "T-X")
    assert (unknown.code, "T-X" in unknown.err) == (1, True)


def test_the_plan_of_action_has_its_themes_and_their_measures(council: Tilsvar) -> None:
    council("measure", "plan", "T-KLINISKE", "--title", "Et register", "--owner", "HOD")
    council("theme", "set-aside", "T-TEKNOLOGI", "--why", "Venter")

    said = json.loads(council("theme", "plan", "--format", "json").out)

    assert (said["plan"], len(said["themes"])) == (PLAN, 5)
    assert said["themes"][-1]["key"] == "T-TEKNOLOGI"
    themes = {each["key"]: each for each in said["themes"]}
    assert themes["T-KLINISKE"]["measures"] == [
        {
            "key": "T-KLINISKE-01",
            "title": "Et register",
            "status": "planned",
            "owner": "HOD",
            "follow_up": None,
        }
    ]
    assert "T-KLINISKE-01 planned HOD Et register" in " ".join(
        council("theme", "plan", PLAN).out.split()
    )
    wrong = council("theme", "plan", "Planen")
    assert (wrong.code, PLAN in wrong.err) == (1, True)
