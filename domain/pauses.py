"""Putting things off: one item until a day or until an answer comes, or everything for a while."""

from dataclasses import dataclass
from datetime import date

from .errors import DomainError
from .kinds import Kind
from .working_days import WorkingCalendar


class PauseEndsBeforeItStarts(DomainError):
    """A pause from {first} cannot end {last}: check the two days."""


@dataclass(frozen=True)
class Snooze:
    """An object that nobody is reminded of before `until`; None: not before something comes."""

    kind: Kind
    key: str
    until: date | None

    def holds(self, day: date) -> bool:
        """Whether it still keeps quiet on that day; on `until` itself it speaks again."""
        return self.until is None or day < self.until


@dataclass(frozen=True, order=True)
class Pause:
    """Nothing at all goes out from the first to the last day (summer, Christmas)."""

    first: date
    last: date
    why: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PauseEndsBeforeItStarts(first=self.first, last=self.last)

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last

    def over(self, calendar: WorkingCalendar) -> date:
        """The first working day after it."""
        return calendar.shift(self.last, 1)
