"""What the council asks the command line: who has not answered, what comes, and why."""

import json
from pathlib import Path

import pytest

from tilsvar.tests.cli.conftest import Tilsvar


def test_the_report_on_the_real_register_names_three_letters(council: Tilsvar) -> None:
    said = council("report", "unanswered", "--as-of", "2023-02-03")

    assert (said.code, said.err) == (0, "")
    assert "I alt: 3 ubesvarte, 2 over fristen, 1 foreløpig svar." in said.plain
    for letter in ("L2021-02", "L2021-03", "L2022-06"):
        assert letter in said.out


def test_in_august_2020_three_ministries_are_overdue_and_in_october_none(
    council: Tilsvar,
) -> None:
    august = council("report", "unanswered", "--as-of", "2020-08-15", "--format", "json")
    october = council("report", "unanswered", "--as-of", "2020-10-01", "--format", "json")

    rows = json.loads(august.out)["rows"]
    assert [(row["letter"], row["department"], row["due"]) for row in rows] == [
        ("L2020-02", department, "2020-07-30") for department in ("HOD", "KMD", "KD")
    ]
    nothing = json.loads(october.out)
    assert (nothing["as_of"], nothing["rows"], nothing["departments"]) == ("2020-10-01", [], [])


def test_a_report_goes_to_a_file_when_one_is_named(council: Tilsvar) -> None:
    said = council("report", "unanswered", "--format", "csv", "-o", "ubesvarte.csv")

    assert (said.code, said.out) == (0, "")
    assert Path("ubesvarte.csv").read_bytes().startswith(b"\xef\xbb\xbfletter;title;")


def test_a_file_that_cannot_be_written_is_one_sentence(council: Tilsvar) -> None:
    said = council("report", "unanswered", "-o", "missing/ubesvarte.txt")

    assert (said.code, said.err) == (1, "missing/ubesvarte.txt: No such file or directory.\n")


def test_the_day_is_today_where_none_is_given(council: Tilsvar) -> None:
    assert council("report", "unanswered").plain.startswith("Ubesvarte brev per 3. februar 2023")


def test_readers_get_their_own_language(council: Tilsvar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TILSVAR_LANGUAGE", "nn")

    assert council("report", "unanswered").plain.startswith("Brev utan svar per 3. februar 2023")


def test_what_comes_is_told_as_json_with_the_agreed_fields(council: Tilsvar) -> None:
    said = council("due", "--on", "2023-03-01", "--format", "json")

    document = json.loads(said.out)
    assert list(document) == ["on", "messages", "held_back"]
    assert document["on"] == "2023-03-01"


def test_a_due_date_is_explained_with_its_rule_and_skipped_days(council: Tilsvar) -> None:
    said = council("explain", "L2021-03")

    assert said.code == 0
    assert "8. mai var lørdag" in said.plain
    assert "mandag 10. mai 2021" in said.plain


def test_a_handover_asks_whose_and_a_period_ends_after_it_begins(council: Tilsvar) -> None:
    said = "A handover is about one person: name whose work is to be handed over.\n"
    assert council("report", "handover", "").err == said
    assert "NOBODY" in council("report", "handover", "NOBODY", "--format", "json").err
    backwards = ("--from", "2022-05-01", "--to", "2022-04-01")
    assert "ends before it begins" in council("report", "annual", *backwards).err
    ahead = ("--as-of", "2023-02-03", "--from", "2093-01-01", "--format", "csv")
    assert "ends before it begins" in council("report", "promises", *ahead).err
