"""Periods and the days that do not count in them, in words."""

from collections.abc import Sequence

from ..domain.due_dates import Period, PeriodUnit
from ..domain.sentences import N_
from ..domain.working_days import DayOff, DayOffKind
from .dates import day_and_month, weekday
from .language import Language
from .lists import joined
from .numbers import capitalised, counted

# The names that the library of holidays gives, as they stand inside a sentence.
_HOLIDAYS = {
    "Første nyttårsdag": N_("New Year's Day"),
    "Skjærtorsdag": N_("Maundy Thursday"),
    "Langfredag": N_("Good Friday"),
    "Første påskedag": N_("Easter Sunday"),
    "Andre påskedag": N_("Easter Monday"),
    "Arbeidernes dag": N_("Labour Day"),
    "Grunnlovsdag": N_("Constitution Day"),
    "Kristi himmelfartsdag": N_("Ascension Day"),
    "Første pinsedag": N_("Whit Sunday"),
    "Andre pinsedag": N_("Whit Monday"),
    "Første juledag": N_("Christmas Day"),
    "Andre juledag": N_("Boxing Day"),
}


def period(value: Period, lang: Language) -> str:
    """The period inside a sentence: "én måned", "ti virkedager"."""
    n, count = value.count, counted(value.count, lang)
    match value.unit:
        case PeriodUnit.MONTHS:
            return lang.plural("one month", "{count} months", n, count=count)
        case PeriodUnit.WEEKS:
            return lang.plural("one week", "{count} weeks", n, count=count)
        case PeriodUnit.CALENDAR_DAYS:
            return lang.plural("one day", "{count} days", n, count=count)
        case PeriodUnit.WORKING_DAYS:
            return lang.plural("one working day", "{count} working days", n, count=count)


def working_days(n: int, lang: Language) -> str:
    """A span of working days in figures, as tables and tags give it: "65 virkedager"."""
    return lang.plural("{n} working day", "{n} working days", n)


def days(n: int, lang: Language) -> str:
    """A span of calendar days in figures: "21 dager"."""
    return lang.plural("{n} day", "{n} days", n)


def day_off_name(off: DayOff, lang: Language) -> str:
    """What the day is called inside a sentence: "lørdag", "2. juledag", the council's own words."""
    if off.kind is DayOffKind.WEEKEND:
        return weekday(off.day, lang)
    if off.kind is DayOffKind.CLOSED:
        return off.name
    # Where two holidays meet, the library gives both, as "Andre pinsedag; Grunnlovsdag".
    names = off.name.split("; ")
    return joined([lang.text(_HOLIDAYS.get(name, name)) for name in names], lang)


def not_counted(days: Sequence[DayOff], lang: Language) -> str:
    """One sentence on the days that were left out; empty where there were none.

    "Helger og 2. juledag (mandag 26. desember) er ikke talt."
    """
    named = [_named(off, lang) for off in days if off.kind is not DayOffKind.WEEKEND]
    if len(named) < len(days):
        named.insert(0, lang.text("weekends"))
    if not named:
        return ""
    return capitalised(lang.text("{days} are not counted.", days=joined(named, lang)))


def _named(off: DayOff, lang: Language) -> str:
    return lang.text(
        "{name} ({weekday} {day})",
        name=day_off_name(off, lang),
        weekday=weekday(off.day, lang),
        day=day_and_month(off.day, lang),
    )
