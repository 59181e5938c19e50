"""A web server in a process of its own, asked over one kept connection.

`running` starts a module of this folder, which hands what makes its application to `serve`.
"""

import socket
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from .measuring import Way

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def running(module: str, *arguments: str) -> Iterator[int]:
    """The port of the server that the module starts with these arguments."""
    command = [sys.executable, "-m", f"bench.{module}", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - a module of ours
        command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
    ) as server:
        if server.stdin is None or server.stdout is None:
            raise RuntimeError("the server has neither input nor output")
        yield int(server.stdout.readline())
        server.stdin.close()


def serve(make: Callable[..., ASGIApp]) -> None:
    """Serve what is made of the arguments; say the port, and stop when input ends."""
    warnings.simplefilter("ignore", ResourceWarning)
    app = make(*sys.argv[1:])
    # Named as TCP, it sends small pieces at once (TCP_NODELAY), as a server that binds itself does.
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        # A connection waits while the other server is asked.
        config = uvicorn.Config(
            app, lifespan="off", ws="none", access_log=False, timeout_keep_alive=600
        )
        server = uvicorn.Server(config)
        print(listener.getsockname()[1], flush=True)
        threading.Thread(target=_stop_with_input, args=(server,), daemon=True).start()
        server.run(sockets=[listener])


def _stop_with_input(server: uvicorn.Server) -> None:
    sys.stdin.read()
    server.should_exit = True


@dataclass(frozen=True)
class Answer:
    """`tag` is the ETag; `content` is as it was sent, zipped where that was allowed."""

    status: int
    tag: str
    content: bytes


Ask = Callable[[str, Mapping[str, str]], Answer]


@contextmanager
def asking(port: int) -> Iterator[Ask]:
    """Asks over one connection, by hand: a client library would take longer than the server."""
    with socket.create_connection(("127.0.0.1", port), timeout=600) as connection:
        answers = connection.makefile("rb")

        def ask(path: str, headers: Mapping[str, str]) -> Answer:
            lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}"]
            lines += [f"{name}: {value}" for name, value in headers.items()]
            connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            status = int(answers.readline().split()[1])
            length, tag = 0, ""
            while (line := answers.readline()) != b"\r\n":
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                elif name.lower() == b"etag":
                    tag = value.strip().decode()
            return Answer(status, tag, answers.read(length))

        yield ask


@dataclass(frozen=True)
class Asked:
    """One question, and the status that it is to be answered with."""

    path: str
    headers: Mapping[str, str]
    status: int = 200

    def batch(self, ask: Ask, times: int) -> Way:
        """Asking so many times."""

        def asked() -> int:
            for _ in range(times):
                answer = ask(self.path, self.headers)
                if answer.status != self.status:
                    raise AssertionError(answer.status)
            return times

        return asked
