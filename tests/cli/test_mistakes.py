"""A person's mistake is answered with one sentence, and nothing is changed."""

from pathlib import Path

import pytest

from tilsvar.tests.cli.conftest import Tilsvar

SENT = ("letter", "sent", "--title", "Brev", "--to", "HOD")


@pytest.mark.parametrize(
    ("command", "code", "sentence"),
    [
        (
            (*SENT, "--on", "31.02.2023"),
            2,
            "31.02.2023 is not a date: February 2023 ends on the 28th",
        ),
        (("letter", "sent", "--title", "Brev"), 2, "Missing option '--to'"),
        (("letter", "sent", "--title", "Brev", "--to", "XYZ"), 1, "There is no organisation XYZ"),
        ((*SENT, "--key", "L2022-06"), 1, "There is already a letter L2022-06"),
        ((*SENT, "--by", "NOBODY"), 1, "nobody with the key or the address NOBODY"),
        ((*SENT, "--kind", "poem"), 2, "'poem' is not one of 'letter', 'memo', 'submission'"),
        (("reply", "received", "L9999-01", "--from", "HOD"), 1, "There is no letter L9999-01"),
        (("reply", "received", "L2022-06", "--from", "HOD"), 1, "L2022-06 was not sent to HOD"),
        (
            ("reply", "received", "L2022-06", "--from", "NFD", "--on", "2022-01-01"),
            1,
            "cannot answer L2022-06",
        ),
        (
            ("reply", "received", "L2022-06", "--from", "NFD", "--promised", "2023"),
            2,
            "only an interim reply can promise a date",
        ),
        (("report", "unanswered", "--as-of", "2023"), 2, "2023 is not one day"),
        (("explain", "X1"), 1, "theme, measure or promise X1"),
        (("meeting", "move", "M1", "--start", "2023-03-01T25:00"), 1, "an hour that no clock"),
        (
            ("meeting", "move", "M1", "--start", "2023-03-01", "--end", "2023-03-01T12:00"),
            2,
            "an end needs an hour",
        ),
        (("feed", "revoke", "77"), 1, "There is no feed 77"),
        (("feed", "create", "council", "--member", "x@y.example"), 1, "x@y.example"),
        (("calendar", "export", "nothing"), 1, "There is no calendar nothing"),
        (("user", "add", "no address", "--role", "member"), 1, "no address"),
        (("user", "disable", "x@y.example"), 1, "x@y.example"),
        (("bogus",), 2, "No such command 'bogus'"),
        (("letter",), 2, "Name a command. See `tilsvar letter --help`."),
    ],
)
def test_a_mistake_is_one_sentence_on_standard_error(
    council: Tilsvar, command: tuple[str, ...], code: int, sentence: str
) -> None:
    said = council(*command)

    assert said.code == code
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_without_a_schema_it_says_what_to_run(tilsvar: Tilsvar) -> None:
    said = tilsvar("report", "unanswered")

    assert said.code == 1
    assert said.err == "The database has no tables of this version yet: run `tilsvar migrate`.\n"


def test_a_database_that_cannot_be_reached_is_one_sentence(
    tilsvar: Tilsvar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILSVAR_DATABASE_URL", "postgresql+psycopg://me:secret@127.0.0.1:9/none")

    said = tilsvar("report", "unanswered")

    assert said.code == 1
    assert said.err.startswith("The database cannot be used: ")
    assert said.err.endswith("Check TILSVAR_DATABASE_URL.\n")
    assert "secret" not in said.err


def test_settings_that_cannot_be_read_are_named(
    tilsvar: Tilsvar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TILSVAR_TIMEZONE", "Mars/Olympus")

    said = tilsvar("report", "unanswered")

    assert said.code == 1
    assert "TILSVAR_TIMEZONE" in said.err


def test_a_refused_register_changes_nothing(council: Tilsvar, tmp_path: Path) -> None:
    folder = tmp_path / "register"
    folder.mkdir()
    (folder / "letters.csv").write_text(
        "id,kind,title,sent,recipients\nL2023-50,letter,Godt,2023-01-02,HOD\n"
        "L2023-51,letter,Galt,31.02.2023,HOD\n",
        encoding="utf-8",
    )

    said = council("import", str(folder))

    assert said.code == 1
    assert said.err.startswith("The register was not imported, for 1 error:\n")
    assert "letters.csv" in said.err
    assert "31.02.2023" in said.err
    assert council("explain", "L2023-50").code == 1
