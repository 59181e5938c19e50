"""A progress bar for people at a terminal, when something takes longer than a second."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

PATIENCE = 1.0
"""How long people wait without wondering, in seconds."""


class Report(Protocol):
    """Says how far something has come; a total of 0 is not known."""

    def __call__(self, what: str, done: int, total: int) -> None: ...


class _Bar:
    def __init__(self, bars: Progress) -> None:
        self._bars, self._started = bars, time.monotonic()
        self._task = bars.add_task("", total=None)

    def __call__(self, what: str, done: int, total: int) -> None:
        if not self._bars.live.is_started:
            # In a file or a pipe a bar would be noise.
            if not self._bars.console.is_terminal or time.monotonic() - self._started < PATIENCE:
                return
            self._bars.start()
        self._bars.update(self._task, description=what, completed=done, total=total or None)


@contextmanager
def progress_bar() -> Iterator[Report]:
    """A bar that comes after a second and is gone at the end."""
    bars = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    try:
        yield _Bar(bars)
    finally:
        if bars.live.is_started:
            bars.stop()
