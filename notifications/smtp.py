"""Mail over SMTP: one kept connection, one transaction per recipient, and no guessing.

`smtplib.sendmail` hides in which phase a connection was lost. Before the final dot nothing was
handed over; after it nobody can know (RFC 1047). So the phases are driven here one by one.
"""

import smtplib
import ssl
import threading
from contextlib import suppress
from email.message import EmailMessage
from typing import NoReturn

from .mailbox import checked_address
from .message import wire
from .smtp_connection import LOST, Hurry, connect, in_words
from .smtp_server import SmtpServer
from .transport import CutOff, Postponed, Refused, Unreachable

OK, START_INPUT = 2, 3
TRANSIENT, PERMANENT = 4, 5
CLOSING = 421
LOGIN_WANTED = frozenset({530, 534, 535, 538})


class _ConnectionLostError(Exception):
    """The connection broke before the message was handed over."""


class SmtpTransport:
    """Carries messages to one mail server; threads take turns.

    The connection is opened at the first message and kept. A server may drop it when it is idle, so
    a kept connection that breaks before the message is handed over is opened anew, once.
    """

    def __init__(self, server: SmtpServer, *, trust: ssl.SSLContext | None = None) -> None:
        """`trust` says which certificates are believed; by default those of the system."""
        self.server = server
        self._trust = trust
        self._turn = threading.Lock()
        self._connection: smtplib.SMTP | None = None

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:
        """See `Transport.send`."""
        content = wire(message)
        sender, recipient = checked_address(sender), checked_address(recipient)
        hurry = Hurry(self.server.timeout)
        if not self._turn.acquire(timeout=self.server.timeout):
            raise Unreachable(server=self.server.place, reason="other messages hold it up")
        try:
            self._attempt(content, sender, recipient, hurry)
        except BaseException as trouble:
            # Also when a worker's time limit strikes: half a transaction must not be reused.
            if not isinstance(trouble, Refused | Postponed):
                self._drop()
            raise
        finally:
            self._turn.release()

    def close(self) -> None:
        """Say goodbye and close the connection; the next `send` opens another."""
        with self._turn:
            if self._connection is not None:
                with suppress(LOST):
                    self._connection.quit()
                self._drop()

    def _attempt(self, content: bytes, sender: str, recipient: str, hurry: Hurry) -> None:
        if self._connection is not None:
            with suppress(_ConnectionLostError):
                return self._transact(self._connection, content, sender, recipient, hurry)
            self._drop()
        self._connection = connect(self.server, sender, hurry, self._trust)
        try:
            return self._transact(self._connection, content, sender, recipient, hurry)
        except _ConnectionLostError as lost:
            self._drop()
            raise Unreachable(server=self.server.place, reason=str(lost)) from lost

    def _transact(
        self,
        connection: smtplib.SMTP,
        content: bytes,
        sender: str,
        recipient: str,
        hurry: Hurry,
    ) -> None:
        size = [f"size={len(content)}"] if connection.has_extn("size") else []
        try:
            hurry.limit(connection)
            self._expect(OK, connection.mail(sender, size), recipient)
            hurry.limit(connection)
            self._expect(OK, connection.rcpt(recipient), recipient)
            hurry.limit(connection)
            self._expect(START_INPUT, connection.docmd("DATA"), recipient)
            hurry.limit(connection)
            # One call that fails has not handed the last bytes, the final dot, to the network.
            connection.send(_dotted(content))
        except LOST as lost:
            raise _ConnectionLostError(in_words(lost)) from lost
        self._verdict(connection, recipient)

    def _verdict(self, connection: smtplib.SMTP, recipient: str) -> None:
        """Wait for the answer to the final dot: the one that takes over the responsibility."""
        try:
            Hurry(self.server.patience).limit(connection)
            code, said = connection.getreply()
        except LOST as lost:
            raise CutOff(reason=in_words(lost)) from lost
        if code // 100 == OK:
            return
        if code // 100 not in (TRANSIENT, PERMANENT):
            raise CutOff(reason=f"it answered {_said(code, said, recipient)}")
        self._turned_down(code, said, recipient)

    def _expect(self, wanted: int, reply: tuple[int, bytes], recipient: str) -> None:
        code, said = reply
        if code // 100 == wanted:
            return
        if code == CLOSING or code // 100 not in (TRANSIENT, PERMANENT):
            raise _ConnectionLostError(f"it answered {_said(code, said, recipient)}")
        self._reset()
        self._turned_down(code, said, recipient)

    def _turned_down(self, code: int, said: bytes, recipient: str) -> NoReturn:
        reason = _said(code, said, recipient)
        if code == CLOSING:
            self._drop()
        if code in LOGIN_WANTED:
            raise Unreachable(server=self.server.place, reason=f"it wants a login, {reason}")
        if code // 100 == PERMANENT:
            raise Refused(reason=reason, code=code)
        raise Postponed(reason=reason, code=code)

    def _reset(self) -> None:
        """Clear the transaction, so that one bad address does not stop the next message."""
        if self._connection is not None:
            try:
                self._connection.rset()
            except LOST:
                self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _dotted(content: bytes) -> bytes:
    """The content with its leading dots doubled and the final dot set (RFC 5321, 4.5.2)."""
    stuffed = content.replace(b"\r\n.", b"\r\n..")
    if stuffed.startswith(b"."):
        stuffed = b"." + stuffed
    return stuffed + (b".\r\n" if stuffed.endswith(b"\r\n") else b"\r\n.\r\n")


def _said(code: int, said: bytes, recipient: str) -> str:
    words = " ".join(said.decode("utf-8", "replace").split())
    return f"{code} {words}".replace(recipient, "the recipient").strip()
