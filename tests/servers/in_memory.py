"""What tests write goes to memory: a database waits for the disk at each commit, many times a test.

On a disk that takes longer than all else that most stories do, and no story is about a power cut.
"""

import os
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3  # bytes; a whole run never has as much at a time


def write_to_memory() -> None:
    """Make temporary folders in memory from now on, also in programs that are started.

    They stay where they were where TMPDIR says so, and on a machine without room for them.
    """
    if "TMPDIR" not in os.environ and _has_room(MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def _has_room(place: Path) -> bool:
    """Whether there is such a place, with room, where programs may be started too."""
    if not os.access(place, os.W_OK):
        return False
    found = os.statvfs(place)
    return found.f_bavail * found.f_frsize > ROOM and not found.f_flag & os.ST_NOEXEC
