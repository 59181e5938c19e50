"""The council's own words for its letters are put in force and taken back at the command line."""

from pathlib import Path

from tilsvar.tests.cli.conftest import Tilsvar


def test_a_text_is_shown_changed_and_given_back(council: Tilsvar, tmp_path: Path) -> None:
    usual = council("text", "show", "second", "--language", "nn").out
    assert "[henvisning]" in usual
    new = tmp_path / "purring.txt"
    new.write_text("Purring om [tema]\n\nVi minner om [henvisning].\n", encoding="utf-8")

    said = council("text", "set", "second", "--language", "nn", "--text", str(new))
    assert said.out == "second in nn is the council's own text.\n"
    assert "second     nn        yes\n" in council("text", "list").out
    assert council("text", "show", "second", "--language", "nn").out == new.read_text("utf-8")

    council("text", "back", "second", "--language", "nn")
    assert council("text", "show", "second", "--language", "nn").out == usual


def test_a_name_that_is_not_known_is_told_with_those_that_are(
    council: Tilsvar, tmp_path: Path
) -> None:
    new = tmp_path / "purring.txt"
    new.write_text("Purring om [sak]\n", encoding="utf-8")

    said = council("text", "set", "first", "--text", str(new))

    assert said.code == 1
    assert said.err.startswith("Line 1: nothing is called [sak]. Use one of [tema]")
