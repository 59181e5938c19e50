"""How far off a date is, as one says it in a subject and in a sentence."""

from ..domain.dates import Edtf, Precision
from ..wording.dates import edtf, with_weekday
from ..wording.language import Language
from ..wording.numbers import capitalised
from .contexts import DatedMail


def on(value: Edtf, lang: Language) -> str:
    """The date in a sentence, with its weekday where it is a day: "fredag 17. februar 2023"."""
    return with_weekday(value.day, lang) if value.is_day else edtf(value, lang)


def period_name(value: Edtf, lang: Language) -> str:
    """An imprecise date at the start of a sentence: "Våren 2023", "2023"."""
    if value.precision is Precision.YEAR:
        return str(value.first.year)
    return capitalised(edtf(value, lang))


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
