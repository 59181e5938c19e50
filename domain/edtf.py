"""Dates as the council's papers give them: a day, or only a month, a season, a year, a limit.

They are kept as EDTF (ISO 8601-2), and only these five forms exist here: `2021-09-10` a day,
`2023-05` a month, `2023-21` a season (21 spring, 22 summer, 23 autumn, 24 winter), `2023` a year
and `../2023-03-08` no later than. What people type is read in `typed_dates`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Self

from .errors import DomainError

FIRST_YEAR, LAST_YEAR = 1950, 2100

MONTHS_IN_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class NotADate(DomainError):
    """“{text}” is no date: write 10.9.2021, sep. 2021, våren 2023, 2023 or innen 8. mars 2023."""


class TwoDigitYear(NotADate):
    """“{text}” has a year of two digits: write all four, as in 10.9.2021."""


class UncertainDate(NotADate):
    """“{text}” is marked as uncertain: write the certain month, season or year, as in 2023-05."""


class ImpossibleDate(DomainError):
    """{text} is not a date: {month} {year} ends on the {last}."""


class NoSuchMonth(ImpossibleDate):
    """{text} is not a date: months are numbered 1 to 12, seasons 21 to 24."""


class YearOutOfReach(ImpossibleDate):
    """{text} is out of reach: holidays are known for the years 1950 to 2100 only."""


class NotOneDay(DomainError):
    """{text} is not one day, but a day is needed here: write it as 2021-09-10."""


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    NO_LATER_THAN = "no_later_than"


class _Span(NamedTuple):
    precision: Precision
    first: date
    last: date


@dataclass(frozen=True, order=False)
class Edtf:
    """A date in one of the five forms; `text` is canonical, so equal dates have equal texts.

    Raises NotADate for any other text and ImpossibleDate for a day, month or year that is not.
    """

    text: str

    def __post_init__(self) -> None:
        _span(self.text)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def on(cls, day: date) -> Self:
        """The date that is exactly this day."""
        return cls(day.isoformat())

    @property
    def precision(self) -> Precision:
        return _span(self.text).precision

    @property
    def first(self) -> date:
        """The first day it may mean: reminders count from it. Of `../D` it is D itself."""
        return _span(self.text).first

    @property
    def last(self) -> date:
        """The last day it may mean: states count from it. Of `../D` it is D itself."""
        return _span(self.text).last

    @property
    def is_day(self) -> bool:
        return _span(self.text).precision is Precision.DAY

    @property
    def imprecise(self) -> bool:
        """Whether it spans a period; a limit does not, since it counts as its last day."""
        return self.precision not in (Precision.DAY, Precision.NO_LATER_THAN)

    @property
    def day(self) -> date:
        """The day, where one is known; raises NotOneDay for the four imprecise forms."""
        if not self.is_day:
            raise NotOneDay(text=self.text)
        return self.first

    def sort_key(self) -> tuple[date, date, str]:
        """Order by first day, then the more exact one first."""
        return (self.first, self.last, self.text)


_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH_OR_SEASON = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_UNCERTAIN = re.compile(r"(?=.*[0-9]).*([~?%]|[0-9]-?[XxUu])")
_SEASON_MONTHS = 3
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_MONTHS = range(1, 13)
_ORDINALS = {28: "28th", 29: "29th", 30: "30th", 31: "31st"}
_ONE_LINE = 60
"""Characters of what somebody wrote that a refusal repeats."""


@lru_cache(maxsize=16_384)
def _span(text: str) -> _Span:
    if found := _DAY.fullmatch(text):
        day = real_day(text, *map(int, found.groups()))
        return _Span(Precision.DAY, day, day)
    if found := _MONTH_OR_SEASON.fullmatch(text):
        return _month_or_season(text, *map(int, found.groups()))
    if _YEAR.fullmatch(text):
        year = _year_within_reach(text, int(text))
        return _Span(Precision.YEAR, date(year, 1, 1), date(year, 12, 31))
    if text.startswith("../") and (found := _DAY.fullmatch(text, 3)):
        day = real_day(text, *map(int, found.groups()))
        return _Span(Precision.NO_LATER_THAN, day, day)
    raise not_a_date(text)


def _month_or_season(text: str, year: int, number: int) -> _Span:
    _year_within_reach(text, year)
    if number in _SEASON_STARTS:
        start = _SEASON_STARTS[number]
        # Winter ends in the next year.
        later, end = divmod(start + _SEASON_MONTHS - 2, len(_MONTHS))
        return _Span(Precision.SEASON, date(year, start, 1), last_of_month(year + later, end + 1))
    if number not in _MONTHS:
        raise NoSuchMonth(text=text, number=number)
    return _Span(Precision.MONTH, date(year, number, 1), last_of_month(year, number))


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def real_day(text: str, year: int, month: int, day: int) -> date:
    """The day with these numbers; ImpossibleDate names `text` as the person wrote it."""
    _year_within_reach(text, year)
    if month not in _MONTHS:
        raise NoSuchMonth(text=text, number=month)
    if day == 0:
        raise NotADate(text=text)
    last = monthrange(year, month)[1]
    if day > last:
        raise ImpossibleDate(
            text=text,
            month=MONTHS_IN_ENGLISH[month - 1],
            year=year,
            last=_ORDINALS[last],
            month_number=month,
            last_day=last,
        )
    return date(year, month, day)


def _year_within_reach(text: str, year: int) -> int:
    # Outside these years the library of holidays knows none, silently; and a year such as 0202 or
    # 3021 in a register is a slip of the finger.
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutOfReach(text=text)
    return year


def not_a_date(text: str) -> NotADate:
    """The refusal that says most about why this text cannot be read."""
    shown = text if len(text) <= _ONE_LINE else text[: _ONE_LINE - 3] + "…"
    if _UNCERTAIN.match(text):
        return UncertainDate(text=shown)
    return NotADate(text=shown)
