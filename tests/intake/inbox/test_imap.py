"""An inbox on a real IMAP server: read in order, each once, and left as people know it."""

import imaplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tilsvar.intake.inbox import imap
from tilsvar.intake.inbox.factory import inbox_for
from tilsvar.intake.inbox.imap import ImapInbox
from tilsvar.intake.inbox.imap_server import ImapServer
from tilsvar.intake.inbox.port import (
    Inbox,
    InboxUnreachable,
    LoginRefused,
    NoSuchInbox,
)
from tilsvar.tests.intake.inbox.front import CERTIFICATE, in_front_of
from tilsvar.tests.intake.inbox.mails import FIRST, SECOND, THIRD
from tilsvar.tests.servers.dovecot_server import DovecotServer

HANDLED = "Tilsvar/Behandlet"


@pytest.fixture(scope="module")
def one_dovecot() -> Iterator[DovecotServer]:
    server = DovecotServer()
    yield server
    server.stop()


@pytest.fixture
def dovecot(one_dovecot: DovecotServer) -> DovecotServer:
    """A server whose only folder is an empty inbox."""
    with person(one_dovecot) as imap_program:
        for folder in reversed(one_dovecot.folders()):
            imap_program.delete(f'"{folder}"')
        if one_dovecot.messages():
            imap_program.select("INBOX")
            imap_program.store("1:*", "+FLAGS", r"\Deleted")
            imap_program.expunge()
    return one_dovecot


@contextmanager
def person(server: DovecotServer) -> Iterator[imaplib.IMAP4]:
    """Somebody else who works in the same mailbox."""
    with imaplib.IMAP4("127.0.0.1", server.port) as imap_program:
        imap_program.login(server.USER, server.PASSWORD)
        yield imap_program


@pytest.fixture
def inbox(dovecot: DovecotServer) -> Iterator[Inbox]:
    opened = inbox_for(dovecot.url)
    yield opened
    opened.close()


def contents(inbox: Inbox, after: str = "") -> list[bytes]:
    return [message.content for message in inbox.messages(after)]


def test_messages_come_in_their_order_and_looking_changes_nothing(
    dovecot: DovecotServer, inbox: Inbox
) -> None:
    dovecot.deliver(FIRST)
    dovecot.deliver(SECOND, flags=r"\Seen \Flagged")
    dovecot.deliver(THIRD)
    assert inbox.count() == 3
    assert contents(inbox) == [FIRST, SECOND, THIRD]
    inbox.close()

    # What is recent is so for the first program that opens the folder to change something.
    first, second, third = dovecot.messages()
    assert set(first.flags) == set(third.flags) == {r"\Recent"}
    assert set(second.flags) == {r"\Seen", r"\Flagged", r"\Recent"}
    assert dovecot.folders() == ["INBOX"]


def test_after_a_mark_comes_only_what_is_new_also_in_another_process(
    dovecot: DovecotServer, inbox: Inbox
) -> None:
    dovecot.deliver(FIRST)
    dovecot.deliver(SECOND)
    *_, last = inbox.messages()
    assert contents(inbox, last.mark) == []

    dovecot.deliver(THIRD)
    another = inbox_for(dovecot.url)
    assert contents(another, last.mark) == [THIRD]
    another.close()


def test_a_mailbox_that_was_made_anew_is_read_from_its_beginning(
    dovecot: DovecotServer, inbox: Inbox
) -> None:
    dovecot.deliver(FIRST)

    assert contents(inbox, "1:999") == [FIRST]
    assert contents(inbox, "nonsense") == [FIRST]


def test_what_is_put_away_lies_in_a_folder_of_its_own(dovecot: DovecotServer, inbox: Inbox) -> None:
    dovecot.deliver(FIRST)
    dovecot.deliver(SECOND)
    dovecot.deliver(THIRD)

    for message in inbox.messages():
        if message.content != SECOND:
            inbox.done(message.id)
            inbox.done(message.id)

    assert [each.content for each in dovecot.messages()] == [SECOND]
    assert r"\Seen" not in dovecot.messages()[0].flags
    assert [each.content for each in dovecot.messages(HANDLED)] == [FIRST, THIRD]
    assert dovecot.folders() == ["INBOX", "Tilsvar", HANDLED]


def test_what_a_person_has_marked_as_deleted_can_still_be_brought_back(
    dovecot: DovecotServer, inbox: Inbox
) -> None:
    dovecot.deliver(FIRST, flags=r"\Deleted")
    dovecot.deliver(SECOND)

    *_, second = inbox.messages()
    inbox.done(second.id)

    assert [each.content for each in dovecot.messages()] == [FIRST]


def test_where_folders_are_separated_by_dots_the_folder_is_the_same() -> None:
    dovecot = DovecotServer(separator=".")
    try:
        dovecot.deliver(FIRST)
        inbox = inbox_for(dovecot.url)
        for message in inbox.messages():
            inbox.done(message.id)
        inbox.close()

        assert [each.content for each in dovecot.messages("Tilsvar.Behandlet")] == [FIRST]
    finally:
        dovecot.stop()


def test_a_message_of_another_life_of_the_mailbox_is_not_put_away(
    dovecot: DovecotServer, inbox: Inbox
) -> None:
    dovecot.deliver(FIRST)

    inbox.done("1:1")

    assert [each.content for each in dovecot.messages()] == [FIRST]


def test_a_message_that_goes_while_it_is_its_turn_is_passed_over(
    dovecot: DovecotServer, inbox: Inbox
) -> None:
    for content in (FIRST, SECOND, THIRD):
        dovecot.deliver(content)
    messages = inbox.messages()
    next(messages)
    with person(dovecot) as imap_program:
        imap_program.select("INBOX")
        imap_program.store("2", "+FLAGS", r"\Deleted")
        imap_program.expunge()

    assert [message.content for message in messages] == [THIRD]


def test_a_message_larger_than_any_answer_is_passed_over(
    dovecot: DovecotServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "LARGEST", 3_000)
    dovecot.deliver(b"Subject: stor\r\n\r\n" + b"x\r\n" * 1_000)
    dovecot.deliver(FIRST)

    assert contents(inbox) == [FIRST]


def test_many_messages_are_asked_for_in_portions(
    dovecot: DovecotServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imap, "AT_A_TIME", 2)
    for content in (FIRST, SECOND, THIRD, FIRST, SECOND):
        dovecot.deliver(content)

    assert contents(inbox) == [FIRST, SECOND, THIRD, FIRST, SECOND]


def test_any_bytes_come_as_they_lie_there(dovecot: DovecotServer, inbox: Inbox) -> None:
    odd = b"Subject: =?x\xff\r\n\r\n)\r\n{12}\r\n* 1 FETCH (BODY[] {3}\r\n\xc3"
    dovecot.deliver(odd)

    assert contents(inbox) == [odd]


def test_a_server_that_is_down_is_weather_and_the_inbox_works_when_it_is_back(
    dovecot: DovecotServer, inbox: Inbox
) -> None:
    dovecot.deliver(FIRST)
    dovecot.halt()
    try:
        with pytest.raises(InboxUnreachable, match=r"127\.0\.0\.1.*refused"):
            inbox.count()
    finally:
        dovecot.start()

    assert contents(inbox) == [FIRST]


def test_a_connection_that_breaks_in_the_middle_leaves_the_rest_for_the_next_time(
    dovecot: DovecotServer, inbox: Inbox
) -> None:
    for content in (FIRST, SECOND):
        dovecot.deliver(content)
    with in_front_of(dovecot.port) as front:
        through = inbox_for(dovecot.url.replace(str(dovecot.port), str(front.port)))
        messages = through.messages()
        first = next(messages)
        front.cut_off()

        with pytest.raises(InboxUnreachable):
            next(messages)
        with pytest.raises(InboxUnreachable):
            through.done(first.id)

    assert contents(inbox, first.mark) == [SECOND]
    inbox.done(first.id)
    assert contents(inbox) == [SECOND]


def test_a_wrong_password_is_said_and_not_repeated(dovecot: DovecotServer) -> None:
    inbox = inbox_for(dovecot.url.replace(dovecot.PASSWORD, "b%C3%A6rtur%22%5C"))

    with pytest.raises(LoginRefused, match="AUTHENTICATIONFAILED") as refused:
        inbox.count()

    assert "bærtur" not in str(refused.value)
    assert "TILSVAR_INBOX_URL" in str(refused.value)


def test_an_ascii_password_that_is_wrong_is_said_too(dovecot: DovecotServer) -> None:
    with pytest.raises(LoginRefused):
        inbox_for(dovecot.url.replace(dovecot.PASSWORD, "feil")).count()


def test_a_folder_that_is_not_there_is_named(dovecot: DovecotServer) -> None:
    with pytest.raises(NoSuchInbox, match="Svar/2023"):
        inbox_for(dovecot.url.replace("INBOX", "Svar/2023")).count()


def test_another_folder_than_the_inbox_can_be_read(dovecot: DovecotServer) -> None:
    with person(dovecot) as imap_program:
        # IMAP's own way to write `Svar på møter` (modified UTF-7).
        imap_program.create('"Svar p&AOU- m&APg-ter"')
    dovecot.deliver(FIRST, '"Svar p&AOU- m&APg-ter"')

    inbox = inbox_for(dovecot.url.replace("INBOX", "Svar%20p%C3%A5%20m%C3%B8ter"))

    assert contents(inbox) == [FIRST]
    inbox.close()


def test_over_tls_the_certificate_is_checked(dovecot: DovecotServer) -> None:
    dovecot.deliver(FIRST)
    believed = ssl.create_default_context(cafile=CERTIFICATE)
    with in_front_of(dovecot.port, tls=True) as front:
        url = f"imaps://{dovecot.USER}:{dovecot.PASSWORD}@localhost:{front.port}"
        inbox = inbox_for(url, trust=believed)
        assert contents(inbox) == [FIRST]
        inbox.close()

        with pytest.raises(InboxUnreachable, match="CERTIFICATE_VERIFY_FAILED"):
            inbox_for(url).count()


def test_a_server_that_speaks_no_tls_gets_no_password(dovecot: DovecotServer) -> None:
    with pytest.raises(InboxUnreachable, match="SSL"):
        inbox_for(dovecot.url.replace("imap:", "imaps:")).count()


def test_a_server_that_says_nothing_is_given_up_on() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        server = ImapServer("127.0.0.1", port, "a", "b", tls=False, timeout=0.05)

        with pytest.raises(InboxUnreachable, match="too long"):
            ImapInbox(server).count()
