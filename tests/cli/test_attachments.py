"""Files are attached, saved and withdrawn by command."""

from pathlib import Path

import pytest

from tilsvar.tests.cli.conftest import Tilsvar
from tilsvar.tests.cli.test_facts import done
from tilsvar.tests.commands import sample_files as sample


def test_a_file_is_attached_saved_withdrawn_and_attached_again(
    council: Tilsvar, tmp_path: Path
) -> None:
    (tmp_path / "svar.pdf").write_bytes(sample.pdf())
    said = done(
        council("attachment", "add", "L2022-06", "svar.pdf", "--as", "reply", "--from", "NFD")
    )
    assert said == "L2022-06-01 is “svar.pdf”, attached to L2022-06.\n"

    done(council("attachment", "save", "L2022-06-01", "-o", "kopi.pdf"))
    assert (tmp_path / "kopi.pdf").read_bytes() == sample.pdf()
    assert "File exists" in council("attachment", "save", "L2022-06-01").err

    done(council("attachment", "withdraw", "L2022-06-01", "--why", "Feil brev"))
    listed = done(council("attachment", "list", "L2022-06"))
    size = len(sample.pdf())
    assert listed == (
        f"L2022-06-01  svar.pdf  reply from NFD, {size} bytes, withdrawn: Feil brev\n"
    )
    done(council("attachment", "restore", "L2022-06-01"))
    assert "withdrawn" not in done(council("attachment", "list", "L2022-06"))


def test_what_cannot_be_attached_is_said_and_nothing_is(
    council: Tilsvar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(sample.pdf())
    (tmp_path / "b.doc").write_bytes(sample.old_word())

    both = council("attachment", "add", "L2022-06", "a.pdf", "b.doc")
    assert (both.code, both.err.split(".")[0]) == (1, "“b")
    assert "save it as .docx" in both.err
    assert done(council("attachment", "list", "L2022-06")) == ""

    assert "nothing.pdf" in council("attachment", "add", "L2022-06", "nothing.pdf").err
    assert "There is no" in council("attachment", "add", "L1999-01", "a.pdf").err
    assert "takes no files" in council("attachment", "add", "D2023-10", "a.pdf").err
    monkeypatch.setenv("TILSVAR_LARGEST_FILE", "0")
    assert "LARGEST_FILE" in council("attachment", "add", "L2022-06", "a.pdf").err
