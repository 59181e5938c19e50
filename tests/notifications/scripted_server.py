"""A real mail server in a thread whose answers depend on the address that is written to."""

import asyncio
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tilsvar.notifications.mailbox import Mailbox
from tilsvar.notifications.message import build
from tilsvar.notifications.rendered import Rendered
from tilsvar.notifications.transport import Transport

SENDER = "tilsvar@ho21.example"
CERTIFICATE = Path(__file__).with_name("localhost.pem")

AT_RCPT = {
    "greylisted": "451 4.7.1 try again in five minutes",
    "unknown": "550 5.1.1 <unknown@ho21.example> no such user",
    "closing": "421 4.3.2 shutting down",
}
AT_DATA = {
    "full": "452 4.2.2 mailbox is full",
    "spam": "554 5.7.1 looks like spam",
    "odd": "300 is this an answer",
}


@dataclass
class ScriptedServer:
    """What the server saw; `port` is where it listens on the loopback address."""

    accepted: list[tuple[str, EmailMessage]] = field(default_factory=list)
    contents: list[bytes] = field(default_factory=list)
    greeted_as: list[str] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    port: int = 0
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    open_ones: set[asyncio.Transport] = field(default_factory=set)

    def hang_up_on_everyone(self) -> None:
        """Close all connections, as a server does with idle ones."""
        done = threading.Event()

        def hang_up() -> None:
            for transport in self.open_ones:
                transport.abort()
            self.open_ones.clear()
            done.set()

        self.loop.call_soon_threadsafe(hang_up)
        assert done.wait(5)

    async def handle_EHLO(
        self,
        server: SMTP,
        session: Session,
        _envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        session.host_name = hostname
        self.greeted_as.append(hostname)
        self.open_ones.add(_transport(server))
        return responses

    async def handle_RCPT(
        self,
        server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        local_part = address.partition("@")[0]
        if local_part == "early":
            _transport(server).abort()
        if local_part not in AT_RCPT:
            envelope.rcpt_tos.append(address)
        return AT_RCPT.get(local_part, "250 go on")

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        local_part = envelope.rcpt_tos[0].partition("@")[0]
        if local_part in AT_DATA:
            return AT_DATA[local_part]
        content = envelope.original_content or b""
        self.contents.append(content)
        self.accepted.append((envelope.rcpt_tos[0], message_from_bytes(content, policy=default)))
        if local_part == "dropped":
            _transport(server).abort()
        if local_part == "silent":
            await asyncio.sleep(3)
        return "250 accepted"

    def check_login(
        self,
        _server: SMTP,
        _session: Session,
        _envelope: Envelope,
        _mechanism: str,
        login: LoginPassword,
    ) -> AuthResult:
        self.logins.append(login.login.decode())
        return AuthResult(success=login.password == b"p@ss/word", handled=False)


def _transport(server: SMTP) -> asyncio.Transport:
    transport = server.transport
    assert isinstance(transport, asyncio.Transport)
    return transport


@contextmanager
def scripted_server(*, starttls: bool = False, tls: bool = False) -> Iterator[ScriptedServer]:
    """Run a server for the length of the block; with `starttls` it wants a login too."""
    seen = ScriptedServer()
    certificate = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.load_cert_chain(CERTIFICATE)

    def session() -> SMTP:
        return SMTP(
            seen,
            hostname="mail.example",
            loop=seen.loop,
            tls_context=certificate if starttls else None,
            require_starttls=starttls,
            auth_required=starttls,
            authenticator=seen.check_login,
        )

    async def start() -> asyncio.Server:
        return await seen.loop.create_server(
            session,
            "127.0.0.1",
            0,
            ssl=certificate if tls else None,
        )

    server = seen.loop.run_until_complete(start())
    seen.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=seen.loop.run_forever)
    thread.start()
    try:
        yield seen
    finally:
        asyncio.run_coroutine_threadsafe(_stop(server), seen.loop).result(5)
        seen.loop.call_soon_threadsafe(seen.loop.stop)
        thread.join()
        seen.loop.close()


async def _stop(server: asyncio.Server) -> None:
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def send(transport: Transport, local_part: str, text: str = "Hei") -> None:
    """Send a reminder to that local part at ho21.example."""
    recipient = f"{local_part}@ho21.example"
    message = build(
        Rendered("Svarfrist i dag", text, f"<p>{text}</p>", "nb"),
        sender=Mailbox("Tilsvar", SENDER),
        recipient=Mailbox("Rådsmedlem, Helse Vest", recipient),
        at=datetime(2020, 7, 30, 5, 30, tzinfo=UTC),
        message_id=f"<{local_part}.{len(text)}@ho21.example>",
        key=f"2020-07-30 answer L2020-02 due {local_part}",
    )
    transport.send(message, sender=SENDER, recipient=recipient)
