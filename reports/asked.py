"""What somebody asks of a report: as of which day, for which period, about whom."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..domain.dates import Edtf
from ..domain.errors import DomainError

Period = tuple[date | None, date]
"""Its first day, None where it has always been, and its last."""


class PeriodBackwards(DomainError):
    """A period from {first} to {last} ends before it begins. Check the two days."""


class Takes(StrEnum):
    """What a report can be asked about besides the day; `/reports/NAME?from=…&to=…`."""

    AS_OF = "as_of"
    PERIOD = "period"
    YEAR = "year"
    PERSON = "person"


@dataclass(frozen=True)
class Asked:
    """`as_of` is the day at whose end, in Oslo, the report is true; facts after it are left out.

    `first` and `last` are the period that it is about, `person` whose things it lists. A period
    without a last day ends with `as_of`. Raises PeriodBackwards.
    """

    as_of: date
    first: date | None = None
    last: date | None = None
    person: str = ""

    def __post_init__(self) -> None:
        last = self.last or self.as_of
        if self.first and last < self.first:
            raise PeriodBackwards(first=self.first, last=last)

    @property
    def period(self) -> "Period | None":
        """The period as it is told; None where everything is meant."""
        if self.first is None and self.last is None:
            return None
        return self.first, self.last or self.as_of

    @property
    def year(self) -> int | None:
        """The calendar year that the period is, if it is one."""
        if self.first is None or (self.first, self.last) != whole_year(self.first.year):
            return None
        return self.first.year

    def covers(self, on: Edtf) -> bool:
        """Whether something then falls into the period, and was certain by the day.

        What is known as "spring 2022" belongs to every period that it touches.
        """
        if self.first is not None and on.last < self.first:
            return False
        if self.last is not None and on.first > self.last:
            return False
        return on.last <= self.as_of


def whole_year(year: int) -> tuple[date, date]:
    """Its first and last day."""
    return date(year, 1, 1), date(year, 12, 31)
