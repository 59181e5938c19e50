"""What reminders of a theme, its stakeholders, measures and promises rest on, in words."""

from collections.abc import Mapping

from ..domain.sentences import N_
from ..domain.theme_watches import QUIET, RESTING, STALE
from ..wording.dates import edtf, with_weekday
from ..wording.language import Language
from .explained_date import ExplainedDate

_RULES: Mapping[str, tuple[str, str]] = {
    RESTING: (
        N_("A theme is brought up when nothing has happened in it for a while."),
        N_("Last movement"),
    ),
    QUIET: (
        N_("An owner is asked after when nothing has been heard from it for a while."),
        N_("Silent since"),
    ),
    STALE: (N_("Whoever has a stance is asked again when it is old."), N_("Stance from")),
    "measure": (N_("A person set when the measure is followed up."), N_("To be followed up")),
    "promised": (N_("A promise is asked after when its last day comes."), N_("To be kept by")),
}
"""By ladder: the rule, and what the date is called from which it counts."""


def rows_of_theme(date: ExplainedDate, lang: Language) -> list[tuple[str, str]]:
    """The rule and the date from which its days count; of what rests, that it does."""
    said, label = _RULES[date.ladder]
    rows = [(lang.text("Rule"), lang.text(said))]
    if date.due is not None:
        day = with_weekday(date.due.day, lang) if date.due.is_day else edtf(date.due, lang)
        rows.append((lang.text(label), day))
    if not date.open:
        rows.append((lang.text("Now"), lang.text("Nobody is reminded of it for now.")))
    return rows
