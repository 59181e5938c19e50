"""What was refused, as a sentence in the reader's language."""

from datetime import date

from ..domain.dates import ImpossibleDate
from ..domain.errors import TilsvarError
from ..wording.dates import day_in_full, month_name
from ..wording.language import Language
from ..wording.numbers import capitalised


def refusal(error: TilsvarError, lang: Language) -> str:
    """The error's own sentence; a day that a month does not have is told with the month's name."""
    if isinstance(error, ImpossibleDate) and isinstance(error.facts.get("month_number"), int):
        month = capitalised(month_name(int(str(error.facts["month_number"])), lang))
        return lang.text(
            "{text} does not exist. {month} {year} has {last_day} days.",
            **{**error.facts, "month": month},
        )
    facts = {
        name: day_in_full(value, lang) if isinstance(value, date) else value
        for name, value in error.facts.items()
    }
    return lang.text(error.template, **facts)
