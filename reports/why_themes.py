"""Why a person is told of a theme, its stakeholders, a measure or a promise."""

from ..domain.events import (
    Event,
    MeasureDue,
    PromiseDue,
    StakeholderGoneQuiet,
    StanceStale,
    ThemeIdle,
)
from ..wording.dates import day_in_full, edtf
from ..wording.language import Language
from ..wording.lists import joined


def why_about_theme(event: Event | None, lang: Language) -> str | None:
    """The sentence; None where it is about something else."""
    match event:
        case ThemeIdle(touched=touched):
            day = day_in_full(touched, lang)
            return lang.text("Nothing has happened in the theme since {day}.", day=day)
        case StakeholderGoneQuiet(organisations=organisations, since=since):
            who, day = joined(organisations, lang), day_in_full(since, lang)
            return lang.text("Nothing has been heard from {who} since {day}.", who=who, day=day)
        case StanceStale(organisations=organisations, as_of=as_of):
            who, when = joined(organisations, lang), edtf(as_of, lang)
            return lang.text("The stance of {who} is from {when}.", who=who, when=when)
        case MeasureDue(due=due):
            return lang.text("The measure is to be followed up: {due}.", due=edtf(due, lang))
        case PromiseDue(by_when=by_when):
            return lang.text(
                "The promise is to be kept by {due}.", due=day_in_full(by_when.last, lang)
            )
    return None
