"""A draft goes to the members and is commented on from the command line."""

from pathlib import Path

from tilsvar.tests.cli.conftest import Said, Tilsvar


def done(said: Said) -> str:
    assert (said.code, said.err) == (0, "")
    return said.out


def test_a_draft_is_sent_out_commented_on_and_judged(council: Tilsvar, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Vi mener at …", encoding="utf-8")
    done(council("op-ed", "start", "--title", "Helsedata", "--status", "draft", "--key", "O1"))

    said = done(council("comment", "ask", "O1", "--until", "10.2.2023", "--text-file", str(draft)))
    assert said == "O1 is with the members until 2023-02-10.\n"
    assert done(council("comment", "list", "O1")) == "Nobody has answered about O1.\n"
    said = done(council("comment", "give", "O1", "--who", "SEK1", "--text", "Kort ned"))
    assert said == "K2023-01 SEK1: Kort ned\n"
    said = done(council("comment", "judge", "K2023-01", "--as", "not_taken", "--why", "Nei"))
    assert said == "K2023-01 SEK1 (not taken): Kort ned\n"
    assert done(council("comment", "give", "O1", "--who", "SEK1")) == "K2023-01 SEK1: no comments\n"
    assert done(council("comment", "withdraw", "O1", "--who", "SEK1")) == "K2023-01 is withdrawn.\n"
    assert "withdrawn" in done(council("comment", "list", "O1"))


def test_what_is_no_draft_is_refused_in_one_sentence(council: Tilsvar) -> None:
    said = council("comment", "give", "O9", "--who", "SEK1")
    assert (said.code, said.err) == (1, "There is no op-ed or consultation O9. Check the key.\n")
    done(council("op-ed", "start", "--title", "Helsedata", "--status", "draft", "--key", "O1"))
    said = council("comment", "give", "O1", "--who", "SEK1")
    assert "O1 is not with the members now" in said.err


def test_a_text_that_is_no_text_is_refused_and_nothing_goes_out(
    council: Tilsvar, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"\xff\xfe\x00")
    done(council("op-ed", "start", "--title", "Helsedata", "--status", "draft", "--key", "O1"))

    said = council("comment", "ask", "O1", "--until", "10.2.2023", "--text-file", str(draft))
    assert "is not text in UTF-8" in said.err
    assert "is draft" in done(council("op-ed", "update", "O1"))
