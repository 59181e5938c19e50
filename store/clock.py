"""What time it is: the council's own clock, which may be fixed or simulated, and the machine's."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from ..domain.dates import aware


class Clock(Protocol):
    """The clock of the domain: what day it is for deadlines, reminders and pages."""

    def now(self) -> datetime:
        """The moment, in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return machine_now()


@dataclass
class FixedClock:
    """A clock that stands still until somebody sets it: for demos, replays and tests."""

    moment: datetime

    def __post_init__(self) -> None:
        self.moment = aware(self.moment)

    def now(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        self.moment = aware(moment)


def machine_now() -> datetime:
    """The machine's own time in UTC, for leases, back-off and tokens."""
    return datetime.now(UTC)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day on which that moment falls in the council's own time zone."""
    return moment.astimezone(zone).date()
