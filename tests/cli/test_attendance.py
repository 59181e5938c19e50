"""Series, groups, participants and attendance at the command line."""

import json
import re
from pathlib import Path

import pytest

from tilsvar.tests.cli.conftest import Said, Tilsvar


def done(said: Said) -> str:
    assert (said.code, said.err) == (0, ""), said.err
    return said.plain


def test_a_years_meetings_are_registered_from_a_file_and_options(
    council: Tilsvar, tmp_path: Path
) -> None:
    path = tmp_path / "dates.txt"
    path.write_text("2023-03-31T10:00-15:00\n# sommer\n2.6.2023 kl. 10.00-15.00\n", "utf-8")

    said = council("meeting", "series", "--from-file", str(path), "--date", "2023-09-01")

    # The register has a meeting of the number 1/2023, and others whose keys go on to M2023-03.
    assert done(said) == (
        "M2023-04 is Rådsmøte 2/2023 on 2023-03-31.\n"
        "M2023-05 is Rådsmøte 3/2023 on 2023-06-02.\n"
        "M2023-06 is Rådsmøte 4/2023 on 2023-09-01.\n"
    )


def test_a_series_with_errors_registers_nothing_and_names_each_date(council: Tilsvar) -> None:
    dates = ("--date", "2023-02-03", "--date", "2023-05", "--date", "2023-06-02")
    said = council("meeting", "series", *dates)

    assert said.code == 1
    assert said.err == (
        "No meeting was registered, for 2 errors:\n"
        "  2023-02-03: is the day of Rådsmøte 1/2023 (M2023-01) already.\n"
        "  2023-05: is no exact day; write one, as in 2023-03-10.\n"
    )
    assert "There is no date" in council("meeting", "series").err
    assert "nosuch.txt" in council("meeting", "series", "--from-file", "nosuch.txt").err


def test_groups_are_set_listed_and_removed(council: Tilsvar) -> None:
    assert done(council("group", "set", "Helsedata", "M01", "M07", "HDIR")) == (
        "Helsedata: M01, M07, HDIR.\n"
    )
    assert done(council("group", "list")) == "Helsedata: M01, M07, HDIR\n"
    assert done(council("group", "remove", "Helsedata")) == "The group Helsedata is removed.\n"
    assert done(council("group", "list")) == ""
    assert council("group", "set", "Helsedata", "NOBODY").err == (
        "There is no organisation NOBODY. Check the key.\n"
    )


def test_participants_are_invited_by_role_organisation_and_group(council: Tilsvar) -> None:
    done(council("meeting", "series", "--date", "2023-03-31T10:00-15:00"))
    done(council("group", "set", "Helsedata", "M01", "M02", "HDIR"))

    said = council(
        *("meeting", "invite", "M2023-04", "--role", "observer", "--organisation", "FHI"),
        *("--group", "Helsedata"),
    )

    # M02 left the council in 2022; M03 and M06 are from FHI.
    invited = re.findall(r"^(\S+) is invited", done(said), re.MULTILINE)
    assert invited == ["O01", "O02", "M03", "M06", "M01", "HDIR"]


def test_attendance_is_recorded_shown_and_corrected(council: Tilsvar) -> None:
    # M2023-01 began two hours ago.
    done(
        council("meeting", "attendance", "M2023-01", "--present", "LEDER,M01, M03", "--by", "SEK1")
    )
    said = council("meeting", "attendance", "M2023-01", "--present", "V07", "--absent", "M03")

    assert "Rådet var ikke vedtaksført: 3 av 15 var til stede, og det trengtes 8." in done(said)
    shown = json.loads(done(council("meeting", "attendance", "M2023-01", "--format", "json")))
    assert [each["who"] for each in shown["attendees"] if each["present"]] == [
        *("LEDER", "M01", "V07")
    ]
    listed = done(
        council("meeting", "attendance", "M2023-01", "--format", "minutes", "--language", "nn")
    )
    assert listed.startswith("Til stades:\nRådsleder (leiar), Universitetet i Oslo\n")
    assert "Møtande vara:\nVara, KS (for Rådsmedlem, KS)\n" in listed


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("M9",), "There is no meeting M9. Check the key."),
        (("M2023-01", "--present", "NOBODY"), "There is no organisation NOBODY. Check the key."),
        (("M2023-02", "--present", "M01"), "M2023-02 has not begun: who is there is recorded"),
        (("M2023-01", "--language", "se"), "is no language that is spoken here"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    council: Tilsvar, arguments: tuple[str, ...], complaint: str
) -> None:
    said = council("meeting", "attendance", *arguments)

    assert said.code == 1
    assert complaint in said.err
