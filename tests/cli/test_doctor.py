"""The doctor looks at each setting and says what does not work."""

from mailbox import Maildir
from pathlib import Path

import pytest

from tilsvar.settings import PREFIX, Settings
from tilsvar.tests.cli.conftest import Said, Tilsvar


def line(said: Said, name: str) -> str:
    return next(each for each in said.out.splitlines() if f" {name} " in each)


def test_every_setting_is_shown_with_its_source(
    tilsvar: Tilsvar, monkeypatch: pytest.MonkeyPatch
) -> None:
    tilsvar("migrate")
    Path("tilsvar.toml").write_text('council = "Testrådet"\n', encoding="utf-8")
    monkeypatch.setenv("TILSVAR_LANGUAGE", "nn")

    said = tilsvar("doctor")

    for name in Settings.model_fields:
        assert f"{PREFIX}{name.upper()}" in said.out
    assert "Testrådet" in line(said, "TILSVAR_COUNCIL")
    assert "tilsvar.toml" in line(said, "TILSVAR_COUNCIL")
    assert "environment" in line(said, "TILSVAR_LANGUAGE")
    assert line(said, "TILSVAR_DATABASE_URL").startswith("ok")
    assert "the clock stands still" in line(said, "TILSVAR_NOW")


def test_a_database_without_schema_fails_with_what_to_do(tilsvar: Tilsvar) -> None:
    said = tilsvar("doctor")

    assert said.code == 1
    assert line(said, "TILSVAR_DATABASE_URL").startswith("FAILS")
    assert "run `tilsvar migrate`" in line(said, "TILSVAR_DATABASE_URL")
    assert "TILSVAR_DATABASE_URL" in said.err


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("TILSVAR_REDIS_URL", "redis://:hush@127.0.0.1:9/0", "refused"),
        ("TILSVAR_MAIL_URL", "smtp://me:hush@127.0.0.1:9", "127.0.0.1:9"),
        ("TILSVAR_MAIL_URL", "pigeon:coop", "file:"),
        ("TILSVAR_MAIL_FROM", "nobody", "nobody"),
        ("TILSVAR_INBOX_URL", "imap://me:hush@127.0.0.1:9", "refused"),
        ("TILSVAR_INBOX_URL", "imap://me:hush@mail.example", "use imaps."),
        ("TILSVAR_INBOX_URL", "maildir:nowhere", "no inbox"),
        ("TILSVAR_DATABASE_URL", "postgresql://me:hush@127.0.0.1/x", "write sqlite:///path"),
        ("TILSVAR_REPLY_ADDRESS", "moter", "@"),
        ("TILSVAR_BIND", "8000", "127.0.0.1:8000"),
        ("TILSVAR_BASE_URL", "tilsvar.example", "https://"),
        ("TILSVAR_FILES", "tilsvar.toml/files", "is no folder"),
    ],
)
def test_what_does_not_work_is_named_and_no_password_is_shown(
    tilsvar: Tilsvar, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    tilsvar("migrate")
    Path("tilsvar.toml").touch()
    monkeypatch.setenv(name, value)

    said = tilsvar("doctor")

    assert said.code == 1
    assert line(said, name).startswith("FAILS")
    assert told in line(said, name)
    assert "hush" not in said.out + said.err


def test_an_inbox_that_works_is_said_to_and_its_messages_are_counted(
    tilsvar: Tilsvar, monkeypatch: pytest.MonkeyPatch
) -> None:
    Maildir("post", create=True).add(b"Subject: Svar\n\nJa\n")
    monkeypatch.setenv("TILSVAR_INBOX_URL", "maildir:post")
    monkeypatch.setenv("TILSVAR_REPLY_ADDRESS", "moter@raadet.example.org")
    tilsvar("migrate")

    said = tilsvar("doctor")

    assert line(said, "TILSVAR_INBOX_URL").startswith("ok")
    assert "1 messages in it" in line(said, "TILSVAR_INBOX_URL")
    assert "moter+TOKEN@raadet.example.org" in line(said, "TILSVAR_REPLY_ADDRESS")


def test_a_redis_and_a_mail_folder_that_work_are_said_to(
    tilsvar: Tilsvar, monkeypatch: pytest.MonkeyPatch, redis_url: str
) -> None:
    monkeypatch.setenv("TILSVAR_REDIS_URL", redis_url)
    monkeypatch.setenv("TILSVAR_MAIL_URL", "file:outbox")
    tilsvar("migrate")

    said = tilsvar("doctor")

    assert "answers" in line(said, "TILSVAR_REDIS_URL")
    assert line(said, "TILSVAR_MAIL_URL").startswith("ok")
    assert not Path("outbox").exists()
