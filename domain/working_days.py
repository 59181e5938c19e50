"""Which days the council works: Monday to Friday, without public holidays and its own closed days.

The public holidays are Norway's, from the library `holidays`; Christmas Eve and New Year's Eve are
working days unless the council lists them among its closed days.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache

import holidays

ONE_DAY = timedelta(days=1)
_SATURDAY = 5


class DayOffKind(StrEnum):
    """Why nobody works that day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"


@dataclass(frozen=True)
class DayOff:
    """A day on which nobody works. A holiday on a Saturday or Sunday is a weekend.

    `name` is empty for a weekend, the bokmål name for a holiday and the council's own words for a
    closed day.
    """

    day: date
    kind: DayOffKind
    name: str


@lru_cache(maxsize=512)
def _public_holidays(year: int) -> dict[date, str]:
    """The public holidays of Norway in that year with their bokmål names, weekends included."""
    # Without a language the names follow the machine's locale.
    return dict(sorted(holidays.country_holidays("NO", years=year, language="no").items()))


@dataclass(frozen=True)
class WorkingCalendar:
    """The council's calendar of working days; `closed` are its own days off with their names."""

    closed: tuple[tuple[date, str], ...] = ()

    def day_off(self, day: date) -> DayOff | None:
        """Why nobody works that day, or None for a working day."""
        if day.weekday() >= _SATURDAY:
            return DayOff(day, DayOffKind.WEEKEND, "")
        if name := _public_holidays(day.year).get(day):
            return DayOff(day, DayOffKind.HOLIDAY, name)
        if day in self._closed_names:
            return DayOff(day, DayOffKind.CLOSED, self._closed_names[day])
        return None

    def is_working(self, day: date) -> bool:
        return (
            day.weekday() < _SATURDAY
            and day not in _public_holidays(day.year)
            and day not in self._closed_names
        )

    def on_or_after(self, day: date) -> date:
        """That day, or the first working day after it."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """That day, or the last working day before it."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def shift(self, day: date, n: int) -> date:
        """The n-th working day after the day (before it where n < 0); the day itself is day 0."""
        step = ONE_DAY if n > 0 else -ONE_DAY
        for _ in range(abs(n)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def count(self, after: date, until: date) -> int:
        """The working days later than `after` up to and with `until`; 0 where it is not later."""
        if until <= after:
            return 0
        weekdays = _weekdays_through(until) - _weekdays_through(after)
        return weekdays - self._weekdays_off_between(after, until)

    def days_off(self, after: date, until: date) -> list[DayOff]:
        """Every day off later than `after` up to and with `until`, in order."""
        days = (after + ONE_DAY * n for n in range(1, (until - after).days + 1))
        return [off for day in days if (off := self.day_off(day))]

    def _weekdays_off_between(self, after: date, until: date) -> int:
        total = 0
        for year in range(after.year, until.year + 1):
            days = self._weekdays_off(year)
            total += bisect_right(days, until) - bisect_right(days, after)
        return total

    def _weekdays_off(self, year: int) -> tuple[date, ...]:
        days = self._weekdays_off_by_year.get(year)
        if days is None:
            own = {day for day in self._closed_names if day.year == year}
            off = own | _public_holidays(year).keys()
            days = tuple(sorted(day for day in off if day.weekday() < _SATURDAY))
            self._weekdays_off_by_year[year] = days
        return days

    @cached_property
    def _closed_names(self) -> dict[date, str]:
        return dict(self.closed)

    @cached_property
    def _weekdays_off_by_year(self) -> dict[int, tuple[date, ...]]:
        return {}


def _weekdays_through(day: date) -> int:
    """Mondays to Fridays from 1 January of year 1, a Monday, up to and with the day."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)
