"""Mail into a folder: one file a message, whole or not there, and the same file for a repeat."""

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tilsvar.notifications.files import FileTransport
from tilsvar.notifications.mailbox import Mailbox
from tilsvar.notifications.message import build, wire
from tilsvar.notifications.rendered import Rendered
from tilsvar.notifications.transport import Postponed, Unwritable

KEY = "2020-07-30 answer L2020-02 due SEK1"


def message(key: str = KEY, subject: str = "Svarfrist i dag") -> EmailMessage:
    return build(
        Rendered(subject, "Hei", "<p>Hei</p>", "nb"),
        sender=Mailbox("Tilsvar", "tilsvar@ho21.example"),
        recipient=Mailbox("Saksbehandler 1", "saksbehandler1@ho21.example"),
        at=datetime(2020, 7, 30, 5, 30, tzinfo=UTC),
        message_id="<7c0f@ho21.example>",
        key=key,
    )


def save(folder: Path, letter: EmailMessage) -> None:
    transport = FileTransport(folder)
    transport.send(letter, sender="tilsvar@ho21.example", recipient="saksbehandler1@ho21.example")
    transport.close()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_message_lies_under_its_day_kind_object_and_recipient(tmp_path: Path) -> None:
    outbox = tmp_path / "var" / "outbox"

    save(outbox, message())

    assert names(outbox) == ["2020-07-30-answer-L2020-02-due-SEK1.eml"]
    assert (outbox / names(outbox)[0]).read_bytes() == wire(message())


def test_a_repeat_after_a_crash_leaves_one_message_as_it_was_last_sent(tmp_path: Path) -> None:
    save(tmp_path, message())
    save(tmp_path, message(subject="Svarfrist i dag for HOD"))

    assert len(names(tmp_path)) == 1
    assert b"Subject: Svarfrist i dag for HOD\r\n" in (tmp_path / names(tmp_path)[0]).read_bytes()


def test_two_keys_that_look_alike_as_file_names_keep_their_messages_apart(tmp_path: Path) -> None:
    alike = ["2020-07-30 answer L1-2 due", "2020-07-30 answer L1 2 due"]
    for key in (*alike, *alike):
        save(tmp_path, message(key))

    assert len(names(tmp_path)) == 2


@settings(deadline=None)
@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=400), max_size=250)))
def test_no_two_keys_share_a_file_and_none_leaves_the_folder(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("outbox")
    keys = {f"k {' '.join(text.split())}".strip() for text in typed if text.isprintable()}
    for key in [*keys, *keys]:
        save(folder, message(key))

    assert len(names(folder)) == len(keys) if keys else True
    assert all(name.endswith(".eml") and name.isascii() for name in names(folder))


@pytest.mark.parametrize("key", ["../../etc/passwd", "/etc/passwd", "..", "a/b\\c", "å" * 200])
def test_a_key_cannot_name_a_place_outside_the_folder(tmp_path: Path, key: str) -> None:
    outbox = tmp_path / "outbox"

    save(outbox, message(key))

    assert names(tmp_path) == ["outbox"]
    assert len(names(outbox)) == 1


def test_a_folder_that_cannot_be_written_to_makes_the_mail_wait(tmp_path: Path) -> None:
    in_the_way = tmp_path / "outbox"
    in_the_way.write_text("a file, not a folder")

    with pytest.raises(Unwritable, match="File exists") as caught:
        save(in_the_way, message())

    assert isinstance(caught.value, Postponed)
    assert str(in_the_way) in str(caught.value)


def test_a_message_of_another_making_lies_under_its_message_id(tmp_path: Path) -> None:
    letter = EmailMessage()
    letter["Message-ID"] = "<7c0f@ho21.example>"
    letter.set_content("Hei")

    save(tmp_path, letter)

    assert names(tmp_path)[0].startswith("7c0f-ho21.example-")
