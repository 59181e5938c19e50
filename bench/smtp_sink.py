"""A mail server in its own process that takes every message and keeps none.

Started as a script it says its port on the first line, and when its input ends, how many messages
it has taken.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from aiosmtpd.smtp import SMTP


@dataclass
class Taken:
    """How many messages were accepted."""

    count: int = 0

    async def handle_DATA(self, _server: Any, _session: Any, _envelope: Any) -> str:
        self.count += 1
        return "250 OK"


@dataclass
class Sink:
    """A running sink; `taken` is known when it has ended."""

    port: int
    taken: int = 0


@contextmanager
def running_sink() -> Iterator[Sink]:
    command = [sys.executable, __file__]
    with subprocess.Popen(  # noqa: S603 - this file
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdout is None:
            raise RuntimeError("the sink has no output")
        sink = Sink(int(process.stdout.readline()))
        try:
            yield sink
        finally:
            said, _ = process.communicate()
            sink.taken = int(said)


async def serve() -> None:
    taken = Taken()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(taken, hostname="sink.example", enable_SMTPUTF8=False), "127.0.0.1", 0
    )
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()
    sys.stdout.write(f"{taken.count}\n")


if __name__ == "__main__":
    asyncio.run(serve())
