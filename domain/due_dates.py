"""When an answer is due: a house rule of the council, counted as periods are counted in Norway.

A period of months ends on the same day number, else on the last day of the month, and one of weeks
on the same weekday (domstolloven § 148). Where the end is a Saturday, a Sunday, a public holiday or
a closed day, the answer is due on the next working day (§ 149). The day of sending is day 0.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from .dates import Edtf
from .errors import DomainError
from .working_days import ONE_DAY, DayOff, WorkingCalendar


class NotAPeriod(DomainError):
    """“{text}” is no period: write 1 to 999 months, weeks, calendar days or working days."""


class PeriodUnit(StrEnum):
    """What a period is counted in."""

    MONTHS = "months"
    WEEKS = "weeks"
    CALENDAR_DAYS = "calendar days"
    WORKING_DAYS = "working days"


LONGEST = 999
"""The largest count of a period: three digits, as NotAPeriod says."""

_PERIOD = re.compile(r"([0-9]{1,3}) (month|week|calendar day|working day)s?")


@dataclass(frozen=True)
class Period:
    """A length of time, such as one month or ten working days; at least one, at most 999."""

    count: int
    unit: PeriodUnit

    def __post_init__(self) -> None:
        if not 1 <= self.count <= LONGEST:
            raise NotAPeriod(text=self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The form that `parse` reads back: "1 month", "10 working days"."""
        return f"{self.count} {self.unit[:-1] if self.count == 1 else self.unit}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "1 month", "2 weeks", "14 calendar days" or "10 working days"; else NotAPeriod."""
        found = _PERIOD.fullmatch(" ".join(text.lower().split()))
        if not found or int(found[1]) == 0:
            raise NotAPeriod(text=text)
        return cls(int(found[1]), PeriodUnit(f"{found[2]}s"))

    def end(self, start: date, calendar: WorkingCalendar) -> date:
        """The day on which the period ends, before any move to a working day."""
        match self.unit:
            case PeriodUnit.MONTHS:
                return _months_later(start, self.count)
            case PeriodUnit.WEEKS:
                return start + timedelta(weeks=self.count)
            case PeriodUnit.CALENDAR_DAYS:
                return start + timedelta(days=self.count)
            case PeriodUnit.WORKING_DAYS:
                return calendar.shift(start, self.count)


@dataclass(frozen=True)
class DueRule:
    """How long a recipient has to answer one kind of letter.

    `name` is the kind ("letter", "memo", …). `legal_basis` is text that the council writes; where
    it is empty, the rule is the council's own.
    """

    name: str
    period: Period
    legal_basis: str


@dataclass(frozen=True)
class DueDate:
    """A due date with all that explains it.

    `period_end` is where the period ends, `day` the working day on which the answer is due.
    `skipped` are the days off that moved it; for a period of working days, those not counted.
    """

    rule: DueRule
    counted_from: Edtf
    period_end: date
    skipped: tuple[DayOff, ...]
    day: date


def work_out(rule: DueRule, sent: Edtf, calendar: WorkingCalendar) -> DueDate:
    """When the answer to what was sent is due; an imprecise sending counts from its last day."""
    start = sent.last
    period_end = rule.period.end(start, calendar)
    day = calendar.on_or_after(period_end)
    if rule.period.unit is PeriodUnit.WORKING_DAYS:
        skipped = calendar.days_off(start, period_end)
    else:
        skipped = calendar.days_off(period_end - ONE_DAY, day)
    return DueDate(rule, sent, period_end, tuple(skipped), day)


def _months_later(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
