"""A server as a child process in a folder of its own, stopped by its own pid."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tilsvar.tests.servers.ports import NotInTimeError, until


class Program:
    """One running program; its output is kept in a file and shown when it does not start."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        *,
        name: str = "program",
        env: Mapping[str, str] | None = None,
        user: int | None = None,
    ) -> None:
        self.command, self.name = list(command), name
        self.log = folder / f"{name}.log"
        as_user: dict[str, Any] = {}
        if user is not None:
            as_user = {"user": user, "group": user, "extra_groups": []}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=folder,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                **as_user,
            )

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def wait_for(self, ready: Callable[[], object], *, within: float = 60) -> None:
        """Wait until it is ready; a program that ends before is shown with all it has said."""

        def ready_or_gone() -> object:
            if not self.running:
                raise NotInTimeError(f"{self.name} ended: {self.said()}")
            return ready()

        try:
            until(ready_or_gone, f"{self.name}, started as {self.command},", within=within)
        except NotInTimeError as late:
            self.stop()
            raise NotInTimeError(f"{late}\n{self.said()}") from late

    def said(self) -> str:
        return self.log.read_text("utf-8", "replace")[-4000:]

    def kill(self) -> None:
        """End it at once, as a power cut would: no handler runs, nothing is flushed."""
        self.process.kill()
        self.process.wait()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self.running:
            self.process.send_signal(how)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.kill()


def installed(command: str, package: str) -> str:
    """Where that command lies; without it the test is skipped and names Debian's package."""
    found = shutil.which(command) or shutil.which(command, path="/usr/sbin:/sbin")
    if found is None:
        pytest.skip(f"{command} is not installed: apt-get install {package}")
    return found


def nobody_for_root() -> int | None:
    """Whom a server runs as that refuses to be root; anybody else runs it as themselves."""
    return pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None


def temporary_folder(name: str) -> Path:
    """A folder outside pytest's own, which other users of the machine may not enter."""
    return Path(tempfile.mkdtemp(prefix=f"tilsvar-{name}-"))


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
