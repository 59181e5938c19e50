"""An inbox of files: read in order, each once, and left as it lies."""

import mailbox
from pathlib import Path

import pytest

from tilsvar.intake.inbox import maildir
from tilsvar.intake.inbox.maildir import MaildirInbox
from tilsvar.intake.inbox.port import LARGEST, InboxUnreachable, NoSuchInbox
from tilsvar.tests.intake.inbox.mails import FIRST, SECOND, THIRD


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mailbox.Maildir(tmp_path / "post", create=True)
    return tmp_path / "post"


def deliver(folder: Path, *contents: bytes) -> None:
    """Put messages there as a mail server does: written elsewhere, then given their name."""
    place = mailbox.Maildir(folder, create=False)
    for content in contents:
        place.add(content)


def everything(folder: Path) -> set[tuple[str, bytes]]:
    return {
        (str(path.relative_to(folder)), path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def contents(inbox: MaildirInbox, after: str = "") -> list[bytes]:
    return [message.content for message in inbox.messages(after)]


def test_messages_come_in_their_order_and_looking_changes_nothing(folder: Path) -> None:
    deliver(folder, FIRST, SECOND, THIRD)
    before = everything(folder)

    assert contents(MaildirInbox(folder)) == [FIRST, SECOND, THIRD]
    assert everything(folder) == before


def test_after_a_mark_comes_only_what_is_new(folder: Path) -> None:
    deliver(folder, FIRST, SECOND)
    *_, last = MaildirInbox(folder).messages()

    assert contents(MaildirInbox(folder), last.mark) == []
    deliver(folder, THIRD)
    assert contents(MaildirInbox(folder), last.mark) == [THIRD]


def test_a_poll_that_was_cut_short_goes_on_where_it_was(folder: Path) -> None:
    deliver(folder, *(b"%d" % number for number in range(50)))
    inbox, mark, seen = MaildirInbox(folder), "", list[bytes]()

    while found := next(inbox.messages(mark), None):
        seen.append(found.content)
        mark = found.mark

    assert seen == [b"%d" % number for number in range(50)]


def test_the_mark_does_not_grow_with_the_inbox(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maildir, "SHORTLY", 0)
    deliver(folder, *(b"%d" % number for number in range(50)))

    *_, last = MaildirInbox(folder).messages()

    assert len(last.mark.split()) < 50


def test_what_is_put_away_lies_in_a_folder_of_its_own_as_it_came(folder: Path) -> None:
    deliver(folder, FIRST, SECOND)
    inbox = MaildirInbox(folder)
    first, _ = inbox.messages()

    inbox.done(first.id)
    inbox.done(first.id)

    assert contents(inbox) == [SECOND]
    [handled] = (folder / ".Tilsvar.Behandlet" / "cur").iterdir()
    assert handled.read_bytes() == FIRST
    assert handled.name.endswith(":2,S")
    assert inbox.count() == 1


def test_a_message_that_somebody_has_read_can_still_be_put_away(folder: Path) -> None:
    deliver(folder, FIRST)
    inbox = MaildirInbox(folder)
    [message] = inbox.messages()
    [path] = (folder / "new").iterdir()
    path.rename(folder / "cur" / f"{path.name}:2,FS")

    inbox.done(message.id)

    assert inbox.count() == 0


def test_a_message_that_goes_while_it_is_its_turn_is_passed_over(folder: Path) -> None:
    deliver(folder, FIRST, SECOND, THIRD)
    messages = MaildirInbox(folder).messages()
    next(messages)
    for path in (folder / "new").iterdir():
        if path.read_bytes() == SECOND:
            path.unlink()

    assert [message.content for message in messages] == [THIRD]


def test_a_message_larger_than_any_answer_is_passed_over(folder: Path) -> None:
    deliver(folder, b"x" * (LARGEST + 1), FIRST)

    assert contents(MaildirInbox(folder)) == [FIRST]


def test_a_mark_of_another_kind_of_inbox_means_the_beginning(folder: Path) -> None:
    deliver(folder, FIRST)

    assert contents(MaildirInbox(folder), "1669000000:17") == [FIRST]


def test_a_folder_that_is_no_inbox_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchInbox, match=str(tmp_path)):
        list(MaildirInbox(tmp_path).messages())


def test_an_inbox_that_cannot_be_read_is_weather(folder: Path) -> None:
    (folder / "new").rmdir()
    (folder / "new").symlink_to("new")  # a loop, which root cannot read either

    with pytest.raises(InboxUnreachable, match="again"):
        MaildirInbox(folder).count()
