"""The product's web application as a process of its own."""

import os
import sys
from pathlib import Path

from tilsvar.tests.servers.ports import answers, free_port
from tilsvar.tests.servers.programs import Program


class WebServer:
    """`tilsvar web` on a free port of loopback; `address` has no slash at its end."""

    def __init__(self, folder: Path, **settings: str) -> None:
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        env = os.environ | {f"TILSVAR_{name.upper()}": value for name, value in settings.items()}
        command = [sys.executable, "-m", "tilsvar.cli", "web", "--port", str(port)]
        self._program = Program(command, folder, name="web", env=env)
        self._program.wait_for(lambda: answers(port))

    def stop(self) -> None:
        self._program.stop()
