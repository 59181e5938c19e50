"""A thread that stands in front of a server on loopback: to speak TLS for it, or to be cut off."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tilsvar.tests.notifications import scripted_server

CERTIFICATE: Path = scripted_server.CERTIFICATE


@dataclass
class Front:
    """Passes on what it hears, one caller after the other; `port` is where it listens."""

    behind: int
    tls: ssl.SSLContext | None
    door: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    _over: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._welcome)
        self._thread.start()

    @property
    def port(self) -> int:
        port: int = self.door.getsockname()[1]
        return port

    def cut_off(self) -> None:
        """Nobody gets through any more, and nobody new is let in."""
        self._over.set()
        self._thread.join(10)
        self.door.close()

    def _welcome(self) -> None:
        self.door.settimeout(0.02)
        while not self._over.is_set():
            # Who does not trust the certificate hangs up while hands are shaken.
            with suppress(OSError):
                caller, _ = self.door.accept()
                with caller:
                    caller.settimeout(5)
                    outside = self.tls.wrap_socket(caller, server_side=True) if self.tls else caller
                    with outside, socket.create_connection(("127.0.0.1", self.behind)) as inside:
                        self._pass_on(outside, inside)

    def _pass_on(self, outside: socket.socket, inside: socket.socket) -> None:
        outside.settimeout(0.01)
        inside.settimeout(0.01)
        while not self._over.is_set():
            for source, target in ((inside, outside), (outside, inside)):
                with suppress(TimeoutError):
                    data = source.recv(65536)
                    if not data:
                        return
                    target.sendall(data)


@contextmanager
def in_front_of(port: int, *, tls: bool = False) -> Iterator[Front]:
    """A front for that port; with `tls` it shows the certificate of `localhost`."""
    context = None
    if tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(CERTIFICATE)
    front = Front(port, context)
    try:
        yield front
    finally:
        front.cut_off()
