"""The qualification form at the command line: filled in by question, read, and taken back."""

from pathlib import Path

from docx import Document

from tilsvar.tests.cli.conftest import Said, Tilsvar

LIFT = "T-LOFT"


def done(said: Said) -> str:
    assert (said.code, said.err) == (0, "")
    return said.plain


def test_a_form_is_filled_in_read_and_taken_back(council: Tilsvar, tmp_path: Path) -> None:
    done(council("theme", "register", "--title", "Et løft", "--key", LIFT))
    text = tmp_path / "svar.txt"
    text.write_text("- Støtte KSF\n- Mer samarbeid\n", encoding="utf-8")

    said = done(council("theme", "fill-in", LIFT, "sub_goals", "--text", str(text), "--by", "SEK1"))
    assert said == f"The form of {LIFT} stands in version 1.\n"
    assert "Delmål\n  - Støtte KSF\n  - Mer samarbeid\n" in done(council("theme", "form", LIFT))

    text.write_text("Bare ett", encoding="utf-8")
    done(council("theme", "fill-in", LIFT, "sub_goals", "--text", str(text)))
    assert "Bare ett" in done(council("theme", "form", LIFT))
    assert "Støtte KSF" in done(council("theme", "form", LIFT, "--version", "1"))
    assert done(council("theme", "form-back", LIFT, "1")) == (
        f"The form of {LIFT} stands in version 3, as in version 1.\n"
    )

    word = tmp_path / "skjema.docx"
    done(council("theme", "form", LIFT, "--word", str(word)))
    assert "Støtte KSF" in [each.text for each in Document(str(word)).paragraphs]


def test_a_version_that_is_not_there_is_said_in_one_sentence(council: Tilsvar) -> None:
    done(council("theme", "register", "--title", "Et løft", "--key", LIFT))

    said = council("theme", "form-back", LIFT, "2")
    assert said.code != 0
    assert said.err.splitlines() == [f"The qualification form of {LIFT} has no version 2."]
    assert council("theme", "form", "T-INGEN").code != 0
