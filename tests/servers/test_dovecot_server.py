"""The mail server that the stories about the inbox use is one: it keeps, shows and forgets."""

import imaplib
from collections.abc import Iterator

import pytest

from tilsvar.tests.servers.dovecot_server import DovecotServer, Stored

MAIL = b"From: a@b.example\r\nSubject: Svar\r\n\r\nbl\xc3\xa5b\xc3\xa6r\r\n"
OTHER = b"From: c@d.example\r\nSubject: Noe annet\r\n\r\nHei\r\n"


@pytest.fixture
def dovecot() -> Iterator[DovecotServer]:
    server = DovecotServer()
    yield server
    server.stop()


def test_delivered_messages_lie_in_their_order_unread_until_somebody_reads(
    dovecot: DovecotServer,
) -> None:
    dovecot.deliver(MAIL)
    dovecot.deliver(OTHER, flags=r"\Seen")

    first, second = dovecot.messages()
    assert (first.content, second.content) == (MAIL, OTHER)
    assert r"\Seen" not in first.flags
    assert r"\Seen" in second.flags
    assert [each.content for each in dovecot.messages()] == [MAIL, OTHER]
    assert dovecot.folders() == ["INBOX"]


def test_the_mailbox_outlives_the_server(dovecot: DovecotServer) -> None:
    dovecot.deliver(MAIL)

    dovecot.halt()
    with pytest.raises(OSError, match="refused"):
        imaplib.IMAP4("127.0.0.1", dovecot.port, timeout=5)
    dovecot.start()

    assert dovecot.messages() == [Stored(MAIL, dovecot.messages()[0].flags)]


def test_only_the_right_password_opens_the_mailbox(dovecot: DovecotServer) -> None:
    with (
        imaplib.IMAP4("127.0.0.1", dovecot.port, timeout=5) as imap,
        pytest.raises(imaplib.IMAP4.error, match="AUTHENTICATIONFAILED"),
    ):
        imap.login(dovecot.USER, "feil")
