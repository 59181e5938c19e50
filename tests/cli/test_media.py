"""Outlets, coverage, spokespersons and invitation lists at the command line."""

from pathlib import Path

from tilsvar.tests.cli.conftest import Tilsvar


def test_an_outlet_is_described_and_listed(council: Tilsvar) -> None:
    said = council("media", "describe", "DM", "--longest", "5000", "--lead-days", "7")
    assert (said.code, said.out) == (0, "DM takes up to 5000 characters, 7 days before.\n")

    rows = [line.split() for line in council("media", "list").out.splitlines()]
    assert ["DM", "5000", "7", "Dagens", "Medisin"] in rows
    refused = council("media", "describe", "DM", "--longest", "0")
    assert refused.err == (
        "0 cannot be the length that an outlet takes: give 1 to 1 000 000 characters.\n"
    )


def test_coverage_is_recorded_withdrawn_and_counts_again(council: Tilsvar) -> None:
    recorded = ("--title", "Kommentar", "--outlet", "DM", "--on", "2021-02-18")
    said = council("media", "coverage", *recorded, "--op-ed", "O2021-01")
    assert said.out == "MO2021-01: Kommentar in DM, 2021-02-18.\n"

    assert council("media", "withdraw", "MO2021-01").out == "MO2021-01 is withdrawn.\n"
    assert council("media", "restore", "MO2021-01").out == "MO2021-01 counts again.\n"
    ahead = council("media", "coverage", "--title", "Intervju", "--on", "2023-03")
    assert "which has not come yet" in ahead.err
    empty = council("media", "coverage", "--title", " ")
    assert empty.err.startswith("Give the coverage a title")


def test_a_spokesperson_is_named_and_ended(council: Tilsvar) -> None:
    said = council("media", "speaker", "LEDER", "--area", "KOMMUNELOFT")
    assert said.out == "LEDER speaks for the council on KOMMUNELOFT.\n"

    ended = council("media", "speaker", "LEDER", "--area", "KOMMUNELOFT", "--end")
    assert ended.out == "LEDER no longer speaks for the council on KOMMUNELOFT.\n"
    again = council("media", "speaker", "LEDER", "--area", "KOMMUNELOFT", "--end")
    assert again.err == "LEDER is not named as a spokesperson on that.\n"
    left = council("media", "speaker", "M02")
    assert left.err == "M02 has no role in the council today, and cannot speak for it.\n"


def test_the_owners_of_a_theme_are_listed_and_added_to_a_meeting(
    council: Tilsvar, tmp_path: Path
) -> None:
    said = council("theme", "invite", "T-KOMMUNELOFT", "--owners").plain
    assert "postmottak@kdd.example" in said
    assert "Deltok 27. sep. 2022" in said
    assert "Helsedirektoratet" not in said

    target = tmp_path / "gjester.csv"
    council("theme", "invite", "T-KOMMUNELOFT", "--format", "csv", "-o", str(target))
    assert target.read_bytes().startswith("\ufeffAktør;Nøkkel;Rolle".encode())

    added = council("theme", "add-guests", "T-KOMMUNELOFT", "M2023-02", "KS", "HOD")
    assert added.out.startswith("KS added to M2023-02, which belongs to T-KOMMUNELOFT.")
