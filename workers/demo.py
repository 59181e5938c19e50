"""The demo: the example register, replayed to the morning of 3 February 2023.

It rebuilds its own folder and touches nothing else, whatever the settings name.
"""

import shutil
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from ..intake.register.reader import read_register
from ..settings import Settings
from .replay import Progress, Summary, replay

UNTIL = date(2023, 2, 3)
MADE_HERE = ("replay.db", "replay.db-wal", "replay.db-shm", "events.jsonl", "council.ics")


def run_demo(folder: Path, settings: Settings, progress: Progress | None = None) -> Summary:
    """Replay the example register into `folder` in this process, with mails as files."""
    for name in (*MADE_HERE, "unanswered.json"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "mails", ignore_errors=True)
    own = settings.model_copy(
        update={"database_url": f"sqlite:///{folder / 'replay.db'}", "redis_url": None}
    )
    with as_file(files("tilsvar.examples.helseomsorg21")) as example:
        register = read_register(example)
    return replay(register, until=UNTIL, out=folder, settings=own, progress=progress)
