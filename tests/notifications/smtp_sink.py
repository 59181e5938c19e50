"""A mail server in its own process that accepts everything and writes down what it accepted.

    python tests/notifications/smtp_sink.py --port 0 --log accepted.jsonl

It prints the port it listens on, loopback only. Before it says 250 it appends one JSON line
(message_id, to, subject, tilsvar_key) and forces it to disk, so that a test can count what was
accepted after any process was killed. With `--keep FOLDER` each message's bytes are kept there too,
numbered in the order of arrival. It ends at SIGTERM, or when its standard input closes if
`--until-stdin-closes` is given.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
from email.parser import BytesHeaderParser
from email.policy import default
from itertools import count
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session


class Sink:
    """The handler of the server: one line per accepted message."""

    def __init__(self, log: Path, kept: Path | None = None) -> None:
        self._log, self._kept = log, kept
        self._numbers = count(1)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        message = BytesHeaderParser(policy=default).parsebytes(content)
        line = {
            "message_id": str(message["Message-ID"]),
            "to": envelope.rcpt_tos,
            "subject": str(message["Subject"]),
            "tilsvar_key": str(message["X-Tilsvar-Key"]),
        }
        if self._kept is not None:
            (self._kept / f"{next(self._numbers):04}.eml").write_bytes(content)
        with self._log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        return "250 accepted"


async def listen(port: int, sink: Sink, *, until_stdin_closes: bool) -> None:
    """Serve on the loopback address until told to stop."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(sink, hostname="sink.example", loop=loop), "127.0.0.1", port
    )
    stopped = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stopped.set)
    if until_stdin_closes:
        loop.add_reader(sys.stdin.fileno(), stopped.set)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await stopped.wait()
    server.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--until-stdin-closes", action="store_true")
    given = parser.parse_args()
    given.log.touch()
    sink = Sink(given.log, given.keep)
    asyncio.run(listen(given.port, sink, until_stdin_closes=given.until_stdin_closes))


if __name__ == "__main__":
    main()
