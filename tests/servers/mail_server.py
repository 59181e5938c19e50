"""The accepting mail server of the tests as a child process that keeps each message's bytes."""

import sys
from pathlib import Path

from tilsvar.tests.notifications import smtp_sink
from tilsvar.tests.servers.ports import answers, free_port, until
from tilsvar.tests.servers.programs import Program


class MailServer:
    """A running server on loopback, its port in `port`."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self._kept, self._log = folder / "received", folder / "accepted.jsonl"
        self._kept.mkdir()
        command = [
            *(sys.executable, smtp_sink.__file__, "--port", str(self.port)),
            *("--log", str(self._log), "--keep", str(self._kept)),
        ]
        self._program = Program(command, folder, name="mail-server")
        self._program.wait_for(lambda: answers(self.port))

    def received(self) -> list[bytes]:
        """Every message in the order of arrival, as it came over the line."""
        # Its line in the log is written last, so that a message with a line is complete.
        whole = len(self._log.read_bytes().splitlines()) if self._log.exists() else 0
        return [each.read_bytes() for each in sorted(self._kept.glob("*.eml"))[:whole]]

    def wait_for(self, number: int) -> list[bytes]:
        """The messages as soon as there are so many."""
        until(lambda: len(self.received()) >= number, f"mail number {number}")
        return self.received()

    def stop(self) -> None:
        self._program.stop()
