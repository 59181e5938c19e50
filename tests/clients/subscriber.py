"""A subscriber with vdirsyncer, which fetches a calendar into files, and khal, which shows them."""

import os
import subprocess
from datetime import date, timedelta
from pathlib import Path

from tilsvar.tests.clients.shown import Shown, iso_seconds
from tilsvar.tests.servers.programs import installed

# khal names the fields; none of our texts can hold the separators, which are control characters.
_FIELDS = ("all-day", "start-long-full", "end-long-full", "title", "location", "description")
_FIELD, _EVENT = "\x1f", "\x1e"

_VDIRSYNCER = """\
[general]
status_path = "{folder}/status/"

[pair council]
a = "feed"
b = "files"
collections = null
conflict_resolution = "a wins"

[storage feed]
type = "http"
url = "{address}"

[storage files]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
"""

# khal works every hour out itself and shows it in UTC.
_KHAL = """\
[calendars]
[[council]]
path = {folder}/calendar
type = calendar
readonly = True

[locale]
timeformat = %H:%M:%S
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:%S
longdatetimeformat = %Y-%m-%dT%H:%M:%S
local_timezone = UTC
default_timezone = UTC

[sqlite]
path = {folder}/khal.db
"""


class Subscriber:
    """Keeps everything in a folder: the settings, the fetched files and khal's own cache."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._vdirsyncer = installed("vdirsyncer", "vdirsyncer")
        self._khal = installed("khal", "khal")
        (folder / "calendar").mkdir()
        (folder / "vdirsyncer.conf").write_text(_VDIRSYNCER.format(folder=folder, address=address))
        (folder / "khal.conf").write_text(_KHAL.format(folder=folder))
        self._run(self._vdirsyncer, "--config", "vdirsyncer.conf", "discover")

    def sync(self) -> None:
        """Fetch the calendar and bring the files into line with it."""
        self._run(self._vdirsyncer, "--config", "vdirsyncer.conf", "sync")

    def files(self) -> list[Path]:
        return sorted((self._folder / "calendar").glob("*.ics"))

    def shown(self) -> list[Shown]:
        """What khal lists; vdirsyncer has given every event a UID of its own."""
        listed = self._run(
            *(self._khal, "--config", "khal.conf", "list", "--once", "--day-format", ""),
            *("--format", _FIELD.join(f"{{{field}}}" for field in _FIELDS) + _EVENT),
            *("2010-01-01", "2040-01-01"),
        )
        events = [each.lstrip("\n") for each in listed.split(_EVENT)[:-1]]
        return list(map(_shown, events))

    def _run(self, *command: str) -> str:
        run = subprocess.run(
            command,
            cwd=self._folder,
            env=os.environ | {"HOME": str(self._folder), "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, f"{command}: {run.stdout}{run.stderr}"
        return run.stdout


def _shown(listed: str) -> Shown:
    all_day, start, end, title, place, description = listed.split(_FIELD)
    if all_day == "True":
        last = date.fromisoformat(end[:10])
        moments: tuple[int | str, int | str] = start[:10], (last + timedelta(days=1)).isoformat()
    else:
        moments = iso_seconds(start), iso_seconds(end)
    return Shown(title, place, description, *moments)
