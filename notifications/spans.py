"""How far off a date is, as one says it in a subject and in a sentence."""

from ..domain.dates import Edtf, Precision
from ..wording.dates import clock, edtf, when, with_weekday
from ..wording.language import Language
from ..wording.numbers import capitalised
from ..wording.periods import working_days
from .contexts import DatedMail, Hours


def on(value: Edtf, lang: Language) -> str:
    """The date in a sentence, with its weekday where it is a day: "fredag 17. februar 2023"."""
    return with_weekday(value.day, lang) if value.is_day else edtf(value, lang)


def happened(value: Edtf, lang: Language) -> str:
    """When something came about: "torsdag 12. januar 2023", "i september 2020"."""
    return with_weekday(value.day, lang) if value.is_day else when(value, lang)


def period(value: Edtf, lang: Language) -> str:
    """A date by its name, so that "til" can stand before it: "våren 2023", "2023"."""
    return str(value.first.year) if value.precision is Precision.YEAR else edtf(value, lang)


def period_name(value: Edtf, lang: Language) -> str:
    """An imprecise date at the start of a sentence: "Våren 2023", "2023"."""
    return capitalised(period(value, lang))


def at(hours: Hours, lang: Language) -> str:
    """When a meeting is: "fredag 17. mars 2023 kl. 10.00–15.00", "april 2023"."""
    day = with_weekday(hours.on.day, lang) if hours.on.is_day else period(hours.on, lang)
    return f"{day} {clock(hours.start, lang, hours.end)}" if hours.start else day


def remaining(mail: DatedMail, lang: Language) -> str:
    """The time to a date ahead: "i dag", "i morgen", "om 7 dager", our own "om 5 virkedager"."""
    days = mail.days_left
    if days <= 0:
        return lang.text("today")
    if days == 1:
        return lang.text("tomorrow")
    if mail.is_our_own and mail.working_days_left > 0:
        left = mail.working_days_left
        return lang.plural("in {n} working day", "in {n} working days", left)
    return lang.plural("in {n} day", "in {n} days", days)


def time_left(mail: DatedMail, lang: Language) -> str:
    """A date that is not past, with how far off it is.

    "i dag", "i morgen, lørdag 4. september 2021", "fredag 10. september 2021, om 7 dager", and of
    what is not known to the day "april 2020, som begynner om 7 dager".
    """
    if mail.is_precise:
        if mail.days_left <= 0:
            return lang.text("today")
        day, left = with_weekday(mail.due.last, lang), remaining(mail, lang)
        return f"{left}, {day}" if mail.days_left == 1 else f"{day}, {left}"
    named = period(mail.due, lang)
    if mail.days_left > 0:
        left = remaining(mail, lang)
        return lang.text("{period}, which begins {remaining}", period=named, remaining=left)
    return lang.text("{period}, which has begun", period=named)


def after_sending(days: int, lang: Language) -> str:
    """How long an answer took: "48 virkedager etter at brevet ble sendt"."""
    if days <= 0:
        return lang.text("the day the letter was sent")
    return lang.text("{days} after the letter was sent", days=working_days(days, lang))
