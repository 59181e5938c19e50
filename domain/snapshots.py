"""A report frozen as it stood on a day: what archives ask for as a list of arrears.

What is frozen is never written again, whatever is corrected afterwards: it tells what was known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from .edtf import last_of_month
from .errors import DomainError

UNANSWERED = "unanswered"
"""The report that is frozen, by its name."""

MONTHS = 3


class FrozenAhead(DomainError):
    """{as_of} has not come yet: a list can be frozen as of today, or of a day before."""


class FrozenAlready(DomainError):
    """The list of {quarter} is frozen already, and is never written again."""


class FrozenUnchanged(DomainError):
    """The list as of {as_of} is frozen already, and nothing in it has changed since."""


@dataclass(frozen=True)
class Quarter:
    """Three months of a year, numbered 1 to 4."""

    year: int
    number: int

    @classmethod
    def ended_before(cls, day: date) -> "Quarter":
        """The last one that was over when the day began."""
        now = (day.month - 1) // MONTHS
        return cls(day.year, now) if now else cls(day.year - 1, 4)

    @classmethod
    def named(cls, name: str) -> "Quarter":
        """The one with that name."""
        year, number = name.split("-Q")
        return cls(int(year), int(number))

    @property
    def name(self) -> str:
        """As it sorts: 2022-Q4."""
        return f"{self.year}-Q{self.number}"

    @property
    def last(self) -> date:
        """Its last day."""
        return last_of_month(self.year, self.number * MONTHS)


@dataclass(frozen=True)
class FrozenFile:
    """One format of it, by the ending of its file, byte for byte as it was written."""

    ending: str
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal figures."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Snapshot:
    """A frozen report: `rows` as they stand in its JSON, `files` the digests by their endings.

    `quarter` names the quarter that the clock froze it for; it is empty where a person did.
    `at` is when it was frozen (UTC), `by` a person's key or "clock".
    """

    key: str
    report: str
    as_of: date
    quarter: str
    at: datetime
    by: str
    note: str
    rows: tuple[Mapping[str, Any], ...]
    files: Mapping[str, str] = field(default_factory=dict)
