"""What people type for a date, in bokmål, nynorsk and English, read as EDTF."""

import re
import unicodedata
from collections.abc import Callable

from .edtf import Edtf, NotADate, TwoDigitYear, not_a_date, real_day

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "mars march mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_SEASONS = {
    name: number
    for number, names in enumerate(
        (
            "våren vår spring",
            "sommeren sommer sommaren sommar summer",
            "høsten høst hausten haust autumn fall",
            "vinteren vinter winter",
        ),
        start=21,
    )
    for name in names.split()
}
_MONTH_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEASON_NAME = "|".join(sorted(_SEASONS, key=len, reverse=True))
_NO_LATER_THAN = re.compile(r"(?:innen|innan|by|no later than) (?P<rest>.+)")
_DURING = re.compile(r"(?:i løpet av|during) (?P<rest>.+)")
_WINTER = 24


def _numbers(text: str, found: re.Match[str]) -> Edtf:
    return _day(text, found["year"], int(found["month"]), found["day"])


def _day_and_month(text: str, found: re.Match[str]) -> Edtf:
    return _day(text, found["year"], _MONTHS[found["month"]], found["day"])


def _month(_: str, found: re.Match[str]) -> Edtf:
    return Edtf(f"{found['year']}-{_MONTHS[found['month']]:02}")


def _season(text: str, found: re.Match[str]) -> Edtf:
    year, number = int(found["year"]), _SEASONS[found["season"]]
    until = found["until"]
    # A winter lies in two years, so people write both; nothing else does.
    if until and (number != _WINTER or not str(year + 1).endswith(until)):
        raise not_a_date(text)
    return Edtf(f"{year}-{number}")


def _two_digit_year(text: str, _: re.Match[str]) -> Edtf:
    raise TwoDigitYear(text=text)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Edtf]], ...] = (
    (
        re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})"),
        _numbers,
    ),
    (
        re.compile(rf"(?P<day>[0-9]{{1,2}})\.? ?(?P<month>{_MONTH_NAME})\.? (?P<year>[0-9]{{4}})"),
        _day_and_month,
    ),
    (re.compile(rf"(?P<month>{_MONTH_NAME})\.? (?P<year>[0-9]{{4}})"), _month),
    (
        re.compile(
            rf"(?P<season>{_SEASON_NAME}) (?P<year>[0-9]{{4}})"
            r"(?: ?[-–/] ?(?P<until>[0-9]{2}|[0-9]{4}))?"
        ),
        _season,
    ),
    (
        re.compile(
            rf"[0-9]{{1,2}}\. ?[0-9]{{1,2}}\. ?[0-9]{{2}}"
            rf"|(?:[0-9]{{1,2}}\.? ?)?(?:{_MONTH_NAME}|{_SEASON_NAME})\.? '?[0-9]{{2}}"
        ),
        _two_digit_year,
    ),
)


def read_date(text: str) -> Edtf:
    """Read EDTF, or a date as people type it in any of the three languages.

    "våren 2023", "i løpet av 2023", "innen 8. mars 2023", "10.9.2021" and the like; upper case and
    no-break spaces do not matter. Raises NotADate or ImpossibleDate with a sentence for whoever
    typed it.
    """
    typed = " ".join(unicodedata.normalize("NFC", text).split())
    plain = typed.casefold()
    if found := _NO_LATER_THAN.fullmatch(plain):
        limit = _form(typed, found["rest"])
        if limit.is_day:
            return Edtf(f"../{limit}")
    elif found := _DURING.fullmatch(plain):
        period = _form(typed, found["rest"])
        if period.first != period.last:
            return period
    else:
        return _form(typed, plain)
    raise not_a_date(typed)


def _form(typed: str, plain: str) -> Edtf:
    for pattern, reading in _FORMS:
        if found := pattern.fullmatch(plain):
            return reading(typed, found)
    try:
        return Edtf(plain)
    except NotADate:
        raise not_a_date(typed) from None


def _day(text: str, year: str, month: int, day: str) -> Edtf:
    return Edtf.on(real_day(text, int(year), month, int(day)))
