"""The council's own days off besides public holidays: closed with a reason, opened again.

What waits for an answer is due by the new working days at once; reminders follow.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..domain.errors import DomainError
from ..domain.events import DaysClosed, DaysOpened
from ..domain.working_days import ONE_DAY, WorkingCalendar
from ..store.unit_of_work import UnitOfWork
from .keys import take_turn
from .rules import RULES, change_rules

CALENDAR = "calendar"
MOST = timedelta(days=92)
"""Nobody closes for longer than a summer; more is a slip of the pen in the year."""


class ClosedBackwards(DomainError):
    """The last day, {last}, is before the first, {first}: check the two days."""


class ClosedTooLong(DomainError):
    """From {first} to {last} is longer than three months: check the year."""


class NobodyWorksThen(DomainError):
    """Nobody works on those days anyway: they are weekends, public holidays or closed already."""


class NotClosed(DomainError):
    """The council is not closed on those days."""


@dataclass(frozen=True, order=True)
class ClosedDays:
    """Days off in a row under one name, weekends and holidays between them left out."""

    first: date
    last: date
    why: str


def close(work: UnitOfWork, *, first: date, last: date, why: str) -> None:
    """The council does not work from the first to the last day, both included.

    Raises ClosedBackwards, ClosedTooLong, and NobodyWorksThen where that changes nothing.
    """
    if last < first:
        raise ClosedBackwards(first=first, last=last)
    if last - first > MOST:
        raise ClosedTooLong(first=first, last=last)
    take_turn(work, RULES)
    days = [day for day in _through(first, last) if work.calendar.is_working(day)]
    if not days:
        raise NobodyWorksThen
    closed = tuple(sorted([*work.rules.closed_days, *((day, why) for day in days)]))
    told = DaysClosed(CALENDAR, days[0], days[-1], why)
    change_rules(work, replace(work.rules, closed_days=closed), told, "calendar")


def open_again(work: UnitOfWork, *, first: date, last: date, why: str = "") -> None:
    """The council works on those days after all, or on those of them that are called `why`.

    Raises NotClosed where there are none.
    """
    take_turn(work, RULES)
    gone = [
        (day, name)
        for day, name in work.rules.closed_days
        if first <= day <= last and why in ("", name)
    ]
    if not gone:
        raise NotClosed
    closed = tuple(each for each in work.rules.closed_days if each not in gone)
    told = DaysOpened(CALENDAR, gone[0][0], gone[-1][0], gone[0][1])
    change_rules(work, replace(work.rules, closed_days=closed), told, "calendar")


def closed_days(work: UnitOfWork) -> list[ClosedDays]:
    """All that are registered, in order, days in a row as one."""
    rows: list[ClosedDays] = []
    for day, why in work.rules.closed_days:
        if rows and rows[-1].why == why and WorkingCalendar().shift(rows[-1].last, 1) >= day:
            rows[-1] = replace(rows[-1], last=day)
        else:
            rows.append(ClosedDays(day, day, why))
    return rows


def _through(first: date, last: date) -> list[date]:
    return [first + ONE_DAY * n for n in range((last - first).days + 1)]
