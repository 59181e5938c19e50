"""Dates as a person writes them, in full for sentences and short for tables.

A day is glued to its month, and "kl." to its figure, with no-break spaces.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from ..domain.dates import Edtf, Precision
from ..domain.moments import aware
from ..domain.sentences import N_
from .language import Language

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_SHORT_WEEKDAYS = (
    N_("Mon"),
    N_("Tue"),
    N_("Wed"),
    N_("Thu"),
    N_("Fri"),
    N_("Sat"),
    N_("Sun"),
)
_SEASONS = {
    3: N_("spring {year}"),
    6: N_("summer {year}"),
    9: N_("autumn {year}"),
    12: N_("winter {year}–{next_year}"),
}


def month_name(month: int, lang: Language) -> str:
    """The month with this number, 1 to 12: "mars"."""
    return lang.text(_MONTHS[month - 1])


def weekday(day: date, lang: Language) -> str:
    """The name of the day of the week: "fredag"."""
    return lang.text(_WEEKDAYS[day.weekday()])


def day_and_month(day: date, lang: Language) -> str:
    """The day without its year: "17. februar"."""
    return lang.text("{day} {month}", day=day.day, month=month_name(day.month, lang))


def day_in_full(day: date, lang: Language) -> str:
    """For a sentence: "10. september 2021"."""
    return f"{day_and_month(day, lang)} {day.year}"


def with_weekday(day: date, lang: Language) -> str:
    """For a sentence in which the weekday helps: "fredag 17. februar 2023"."""
    return f"{weekday(day, lang)} {day_in_full(day, lang)}"


def short(day: date, lang: Language) -> str:
    """For a table: "17. feb. 2023"."""
    month = lang.text(_SHORT_MONTHS[day.month - 1])
    return f"{lang.text('{day} {month}', day=day.day, month=month)} {day.year}"


def short_month(month: int, lang: Language) -> str:
    """For the head of a table, the month with this number, 1 to 12: "feb."."""
    return lang.text(_SHORT_MONTHS[month - 1])


def short_weekday(day: date, lang: Language) -> str:
    """For a list of the coming days: "fre. 17. februar"."""
    return f"{lang.text(_SHORT_WEEKDAYS[day.weekday()])} {day_and_month(day, lang)}"


def edtf(value: Edtf, lang: Language) -> str:
    """For a sentence: "10. september 2021", "mai 2023", "våren 2023", "i løpet av 2023"."""
    match value.precision:
        case Precision.DAY:
            return day_in_full(value.first, lang)
        case Precision.MONTH:
            return f"{month_name(value.first.month, lang)} {value.first.year}"
        case Precision.SEASON:
            return _season(value, lang)
        case Precision.YEAR:
            return lang.text("during {year}", year=value.first.year)
        case Precision.NO_LATER_THAN:
            return lang.text("by {day}", day=day_in_full(value.last, lang))


def when(value: Edtf, lang: Language) -> str:
    """For what happened then: "10. september 2021", "i mai 2023", "våren 2023"."""
    match value.precision:
        case Precision.DAY:
            return lang.text("on {day}", day=day_in_full(value.first, lang))
        case Precision.MONTH:
            return lang.text("in {month}", month=edtf(value, lang))
        case Precision.SEASON:
            return lang.text("in {season}", season=edtf(value, lang))
        case Precision.YEAR | Precision.NO_LATER_THAN:
            return edtf(value, lang)


def edtf_short(value: Edtf, lang: Language) -> str:
    """For a table: "10. sep. 2021", "mai 2023", "våren 2023", "2023", "innen 8. mars 2023"."""
    match value.precision:
        case Precision.DAY:
            return short(value.first, lang)
        case Precision.MONTH:
            return f"{lang.text(_SHORT_MONTHS[value.first.month - 1])} {value.first.year}"
        case Precision.SEASON:
            return _season(value, lang)
        case Precision.YEAR:
            return str(value.first.year)
        case Precision.NO_LATER_THAN:
            return lang.text("by {day}", day=short(value.last, lang))


def clock(start: time, lang: Language, end: time | None = None) -> str:
    """The hour on the wall: "kl. 10.00", or with an end "kl. 10.00–15.00"."""
    if end is None:
        return lang.text("at {hour}", hour=on_the_wall(start, lang))
    return lang.text("{start}–{end}", start=on_the_wall(start, lang), end=on_the_wall(end, lang))


def moment(value: datetime, lang: Language, zone: ZoneInfo) -> str:
    """A moment as the clock in `zone` shows it: "3. februar 2023 kl. 10.00".

    Raises NaiveMoment where the moment has no time zone.
    """
    local = aware(value).astimezone(zone)
    return f"{day_in_full(local, lang)} {clock(local.time(), lang)}"


def _season(value: Edtf, lang: Language) -> str:
    start = value.first
    return lang.text(_SEASONS[start.month], year=start.year, next_year=start.year + 1)


def on_the_wall(value: time, lang: Language) -> str:
    """The hour alone, as the clock on the wall shows it: "07.30"."""
    return lang.text("{hours}:{minutes}", hours=f"{value:%H}", minutes=f"{value:%M}")
