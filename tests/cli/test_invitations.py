"""Invitations and the inbox at the command line."""

import re
from pathlib import Path

import pytest

from tilsvar.tests.cli.conftest import Said, Tilsvar


def done(said: Said) -> str:
    assert (said.code, said.err) == (0, ""), said.err
    return said.plain


@pytest.fixture
def dialogue(tilsvar: Tilsvar) -> Tilsvar:
    """A dialogue meeting M1 in March, with nobody invited."""
    done(tilsvar("migrate"))
    title, start = "Dialogmøte om helsedata", "2023-03-08T10:00"
    done(
        tilsvar(
            *("meeting", "schedule", "--key", "M1", "--title", title, "--start", start),
            *("--kind", "dialogue"),
        )
    )
    done(tilsvar("user", "add", "sek@ho21.example", "--role", "secretariat", "--key", "SEK1"))
    return tilsvar


def test_somebody_is_invited_listed_and_uninvited(dialogue: Tilsvar) -> None:
    said = dialogue("meeting", "invite", "M1", "kari@uio.example", "--name", "Kari Nordmann")
    assert done(said) == "guest-1 is invited to M1.\n"
    assert done(dialogue("meeting", "invite", "M1", "--council")) == "SEK1 is invited to M1.\n"
    assert done(dialogue("meeting", "invite", "M1", "--council")) == (
        "Everybody is invited to M1 already.\n"
    )
    done(dialogue("meeting", "uninvite", "M1", "kari@uio.example"))

    assert done(dialogue("meeting", "invitations", "M1")) == (
        "SEK1  sek <sek@ho21.example>: needs-action\n"
        "guest-1  Kari Nordmann <kari@uio.example>: withdrawn\n"
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("invite", "M1"), "name somebody to invite, or --council"),
        (("invite", "M1", "HOD", "--council"), "name somebody to invite, or --council"),
        (("invite", "M1", "kari"), "There is no organisation kari. Check the key."),
        (("invite", "M9", "a@b.example"), "There is no meeting M9. Check the key."),
        (("invite", "M1", "kari@"), "is no e-mail address"),
        (("uninvite", "M1", "HOD"), "HOD is not invited to M1."),
        (("resend", "M1", "HOD"), "HOD is not invited to M1."),
        (("decline-proposal", "M1", "HOD"), "HOD is not invited to M1."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    dialogue: Tilsvar, arguments: tuple[str, ...], complaint: str
) -> None:
    said = dialogue("meeting", *arguments)

    assert said.code != 0
    assert complaint in re.sub(r"[\s│]+", " ", said.err)


def test_an_inbox_is_read_where_one_is_set(
    dialogue: Tilsvar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "TILSVAR_INBOX_URL" in dialogue("inbox", "poll").err

    for name in ("cur", "new", "tmp"):
        (tmp_path / "maildir" / name).mkdir(parents=True)
    (tmp_path / "maildir" / "new" / "1").write_text("From: a@b.example\n\nHei\n", "ascii")
    monkeypatch.setenv("TILSVAR_INBOX_URL", f"maildir:{tmp_path / 'maildir'}")

    assert done(dialogue("inbox", "poll")).startswith("1 looked at: 0 recorded")
    assert done(dialogue("inbox", "poll")).startswith("0 looked at")
    assert done(dialogue("inbox", "list")) == ""
    assert (tmp_path / "maildir" / "new" / "1").exists()
