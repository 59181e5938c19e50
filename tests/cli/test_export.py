"""The register is written to files, and a mistake leaves them alone."""

from pathlib import Path

from tilsvar.tests.cli.conftest import Tilsvar


def test_the_register_goes_out_and_changes_nothing_when_it_comes_back(
    council: Tilsvar, tmp_path: Path
) -> None:
    folder = tmp_path / "out"

    said = council("export", str(folder))

    assert (said.code, said.err) == (0, "")
    assert f" sheets are in {folder}." in said.out
    assert (folder / "letters.csv").read_text(encoding="utf-8").startswith("id,kind,title,area,")
    back = council("import", str(folder))
    assert back.out.startswith("0 rows are new, 0 are corrected,")


def test_only_the_sheets_that_are_named_go_out(council: Tilsvar, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    said = council("export", str(folder), "--sheets", "Letters, organisations")

    assert said.code == 0
    assert sorted(each.name for each in folder.iterdir()) == ["letters.csv", "organisations.csv"]


def test_a_sheet_that_there_is_not_and_a_folder_in_use_are_refused(
    council: Tilsvar, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    assert (
        "brev is not a sheet of a register. The sheets are organisations, areas,"
        in council("export", str(tmp_path), "--sheets", "brev").err
    )
    said = council("export", str(tmp_path))
    assert said.code == 1
    assert "holds mine.txt, which this export does not write" in said.err
    assert [each.name for each in tmp_path.glob("*.csv")] == []
