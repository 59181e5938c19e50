"""The dates of a series as a person writes them: one a line, with hours where they are known."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from ..commands.series import SeriesRefused
from ..domain.dates import local_moment
from ..domain.errors import DomainError, TilsvarError
from ..domain.meetings import MeetingTime
from .register.wall_time import read_wall_time

_WITH_END = re.compile(
    r"(?P<start>.+[0-9]{1,2}[:.][0-9]{2}) *[-\N{EN DASH}] *(?P<end>[0-9]{1,2}[:.][0-9]{2})"
)


class UnreadableFile(TilsvarError):
    """{path} cannot be read as text in UTF-8: save it so, with one date a line."""


class NoDates(DomainError):
    """There is no date for a meeting: name one with --date, or write some into the file."""


def read_meeting_date(text: str, zone: ZoneInfo) -> MeetingTime:
    """Read `2023-03-10`, `2023-03-10T10:00-15:00`, or 10.3.2023 kl. 10.00–15.00.

    Raises what `read_wall_time` does, and MeetingEndsBeforeItStarts.
    """
    found = _WITH_END.fullmatch(text.strip())
    begins = read_wall_time(found["start"] if found else text.strip())
    ends = None
    if found:
        # The end is an hour of the same day, which read_wall_time has found to be one.
        clock = read_wall_time(f"{begins.on.text}T{found['end']}").clock
        ends = local_moment(begins.on.day, clock, zone) if clock else None
    return MeetingTime(begins.on, begins.moment(zone), ends)


def read_meeting_dates(texts: Iterable[str], zone: ZoneInfo) -> list[MeetingTime]:
    """Read all of them. Raises SeriesRefused with every one that cannot be, and NoDates."""
    times: list[MeetingTime] = []
    faults: list[str] = []
    for text in texts:
        try:
            times.append(read_meeting_date(text, zone))
        except DomainError as fault:
            faults.append(str(fault) if text in str(fault) else f"{text}: {fault}")
    if faults:
        raise SeriesRefused(faults)
    if not times:
        raise NoDates
    return times


def dates_in_file(path: Path) -> Sequence[str]:
    """The lines of the file; empty ones and what follows a # are left out.

    Raises UnreadableFile, and OSError where there is no such file.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise UnreadableFile(path=path) from error
    return [text for line in lines if (text := line.partition("#")[0].strip())]
