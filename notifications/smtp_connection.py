"""Opening a connection to a mail server: greeting, encryption, login, all within one time limit."""

import smtplib
import socket
import ssl
import time

from .smtp_server import Security, SmtpServer
from .transport import Unreachable

LOST = OSError
"""What a broken connection raises; the library's own errors are of this type too."""


class Hurry:
    """The time that is left for all steps together, by the machine's clock."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left; raises `TimeoutError` where there are none."""
        seconds = self._until - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("it took too long")
        return seconds

    def limit(self, connection: smtplib.SMTP) -> None:
        """Let the next step of the connection take no longer than what is left."""
        left = self.left
        if connection.sock is not None:
            connection.sock.settimeout(left)


def connect(
    server: SmtpServer, sender: str, hurry: Hurry, trust: ssl.SSLContext | None
) -> smtplib.SMTP:
    """A connection that is ready for a message; raises `Unreachable`.

    A login that is refused is the server's trouble too: the mail waits until it has been put right.
    """
    connection: smtplib.SMTP | None = None
    try:
        connection = _greet(server, sender, hurry, trust)
        hurry.limit(connection)
        if server.security is Security.STARTTLS:
            connection.starttls(context=_believed(trust))
        hurry.limit(connection)
        connection.ehlo_or_helo_if_needed()
        hurry.limit(connection)
        if server.user:
            connection.login(server.user, server.password)
    except (LOST, ValueError) as trouble:
        if connection is not None:
            connection.close()
        raise Unreachable(server=server.place, reason=in_words(trouble)) from trouble
    return connection


def _greet(
    server: SmtpServer, sender: str, hurry: Hurry, trust: ssl.SSLContext | None
) -> smtplib.SMTP:
    # The name that we greet with is the sender's domain, never that of this machine.
    own_name = sender.rpartition("@")[2]
    if server.security is Security.TLS:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host,
            server.port,
            local_hostname=own_name,
            timeout=hurry.left,
            context=_believed(trust),
        )
    else:
        connection = smtplib.SMTP(
            server.host, server.port, local_hostname=own_name, timeout=hurry.left
        )
    if connection.sock is not None:
        # The end of a message must not wait for the receipt of what went before (Nagle).
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def _believed(trust: ssl.SSLContext | None) -> ssl.SSLContext:
    return trust or ssl.create_default_context()


def in_words(trouble: Exception) -> str:
    """What went wrong, as the server or the library said it."""
    if isinstance(trouble, smtplib.SMTPResponseException):
        said = trouble.smtp_error
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        return f"{trouble.smtp_code} {' '.join(text.split())}"
    return str(trouble) or type(trouble).__name__
