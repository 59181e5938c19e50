"""The digest: on which days somebody's reminders come together in one mail, and at what hour."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from .working_days import WorkingCalendar

WEEK = timedelta(days=7)


class Rhythm(StrEnum):
    """Every working day, or on the first working day of a week."""

    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True)
class DigestWish:
    """How somebody wants the digest; no `hour` (in the council's time zone) is the usual one."""

    rhythm: Rhythm = Rhythm.DAILY
    hour: time | None = None

    def first_day(self, from_day: date, calendar: WorkingCalendar) -> date:
        """The first day of the digest that is not before `from_day`."""
        if self.rhythm is Rhythm.DAILY:
            return calendar.on_or_after(from_day)
        monday = from_day - timedelta(days=from_day.weekday())
        first = calendar.on_or_after(monday)
        return first if first >= from_day else calendar.on_or_after(monday + WEEK)
