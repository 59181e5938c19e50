"""When a meeting starts or ends, as a register writes it: a date, and the hour on the wall."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from ...domain.dates import Edtf, local_moment, read_date
from ...domain.errors import DomainError

_WITH_HOUR = re.compile(
    r"(?P<date>.+?)(?:[Tt]|,? +)(?:kl\.? *)?(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?::00)?"
)
_LAST_HOUR, _LAST_MINUTE = 23, 59


class NoSuchHour(DomainError):
    """{text} has an hour that no clock shows: write 2023-02-03T10:00, from 00:00 to 23:59."""


class HourWithoutDay(DomainError):
    """{text} has an hour but no exact day: write 2023-02-03T10:00, or the date alone."""


@dataclass(frozen=True)
class WallTime:
    """A date and, where it is known, the hour that clocks in the council's zone show."""

    on: Edtf
    clock: time | None = None

    def __str__(self) -> str:
        return self.on.text if self.clock is None else f"{self.on.text}T{self.clock:%H:%M}"

    def moment(self, zone: ZoneInfo) -> datetime | None:
        """The moment in UTC, None without an hour; a doubled hour is the first of the two."""
        return None if self.clock is None else local_moment(self.on.day, self.clock, zone)


def read_wall_time(text: str) -> WallTime:
    """Read `2023-02-03`, `2023-02-03T10:00`, 3.2.2023 kl. 10.00, or an imprecise date.

    Raises NotADate, ImpossibleDate, NoSuchHour or HourWithoutDay.
    """
    found = _WITH_HOUR.fullmatch(text)
    if not found:
        return WallTime(read_date(text))
    day = read_date(found["date"])
    if not day.is_day:
        raise HourWithoutDay(text=text)
    hour, minute = int(found["hour"]), int(found["minute"])
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        raise NoSuchHour(text=text)
    return WallTime(day, time(hour, minute))
