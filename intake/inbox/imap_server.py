"""Where an IMAP server is, and a connection to it that is ready to look into a folder."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import (
    ImapToolsError,
    MailboxFolderSelectError,
    MailboxLoginError,
    UnexpectedCommandStatusError,
)

from .port import InboxUnreachable, LoginRefused, NoSuchInbox

LOST = (OSError, imaplib.IMAP4.error, ImapToolsError)
"""What a connection raises that does not work, or not any more."""

LATER = ("[UNAVAILABLE]", "[LIMIT]", "[INUSE]", "[SERVERBUG]")
"""Why a login is refused that may be granted soon (RFC 5530)."""


@dataclass(frozen=True)
class ImapServer:
    """A mailbox on a server; `timeout` in seconds is for each step of the conversation."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    tls: bool = True
    timeout: float = 30.0

    @property
    def place(self) -> str:
        return f"{self.host}:{self.port}"


def connect(server: ImapServer, trust: ssl.SSLContext | None = None) -> BaseMailBox:
    """A connection that is logged in, with no folder open; raises `InboxError`.

    `trust` says which certificates are believed; by default those of the system.
    """
    with weather(server):
        box: BaseMailBox
        if server.tls:
            believed = trust or ssl.create_default_context()
            box = MailBox(server.host, server.port, server.timeout, ssl_context=believed)
        else:
            box = MailBoxUnencrypted(server.host, server.port, server.timeout)
        try:
            _log_in(box, server)
            # What a server can do is often told only to whom it knows.
            _, told = box.client.capability()
            box.client.capabilities = tuple(told[-1].decode("ascii", "replace").upper().split())
        except BaseException:
            box.client.shutdown()
            raise
        return box


def _log_in(box: BaseMailBox, server: ImapServer) -> None:
    # LOGIN carries ASCII only; AUTHENTICATE PLAIN carries all (RFC 4616).
    ascii_only = server.user.isascii() and server.password.isascii()
    log_in = box.login if ascii_only else box.login_utf8
    try:
        log_in(server.user, server.password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, MailboxLoginError) as refused:
        reason = in_words(refused)
        kind = InboxUnreachable if reason.startswith(LATER) else LoginRefused
        raise kind(place=server.place, reason=reason) from refused


@contextmanager
def weather(server: ImapServer) -> Iterator[None]:
    """What goes wrong in the block, as an `InboxError` with a sentence for a person."""
    try:
        yield
    except MailboxFolderSelectError as missing:
        raise NoSuchInbox(place=server.place, folder=server.folder) from missing
    except LOST as lost:
        raise InboxUnreachable(place=server.place, reason=in_words(lost)) from lost


def in_words(trouble: Exception) -> str:
    """What went wrong, as the server or the library said it, on one line."""
    said = str(trouble)
    if isinstance(trouble, TimeoutError):
        said = "it took too long"
    if isinstance(trouble, UnexpectedCommandStatusError):
        parts = [each for each in trouble.command_result[1] if isinstance(each, bytes)]
        said = b" ".join(parts).decode("utf-8", "replace")
    return " ".join(said.split()).rstrip(".") or type(trouble).__name__
