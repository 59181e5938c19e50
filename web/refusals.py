"""What was refused, as a sentence in the reader's language."""

from datetime import date
from enum import StrEnum

from ..domain.dates import Edtf, ImpossibleDate
from ..domain.errors import TilsvarError
from ..domain.sentences import N_, Word
from ..store.unit_of_work import Taken, Unknown
from ..wording.dates import day_in_full, edtf, month_name
from ..wording.language import Language
from ..wording.numbers import capitalised
from .words import state_word

IN_OTHER_WORDS: dict[type[TilsvarError], str] = {
    ImpossibleDate: N_("{text} does not exist. {month} {year} has {last_day} days."),
    Unknown: N_("There is nothing here that is called {key}. Check what you wrote."),
    Taken: N_("{key} is in use already. Choose another key."),
}
"""What a page says otherwise than the command line, which has no word for it in all languages."""


def refusal(error: TilsvarError, lang: Language) -> str:
    """The error's own sentence, with the dates and the states among its facts in words."""
    facts = {name: _spoken(value, lang) for name, value in error.facts.items()}
    if "month_number" in error.facts:
        month = int(str(error.facts["month_number"]))
        facts["month"] = capitalised(month_name(month, lang))
    return lang.text(IN_OTHER_WORDS.get(type(error), error.template), **facts)


def _spoken(value: object, lang: Language) -> object:
    match value:
        case date():
            return day_in_full(value, lang)
        case Edtf():
            return edtf(value, lang)
        case StrEnum():
            return state_word(value, lang)
        case Word():
            return lang.text(value)
    return value
