"""The templates of the mails with the words that they all use, one environment per language."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from ..wording.dates import day_in_full, edtf, when, with_weekday
from ..wording.language import Language, language
from ..wording.lists import joined
from ..wording.numbers import counted, grouped
from . import answers, invitation_sentences, meeting_hours, replies, spans, theme_sentences
from .one_line import as_one_line

FILTERS: dict[str, Callable[..., str]] = {
    "about_theme": theme_sentences.about_theme,
    "addressed": answers.addressed,
    "asks": invitation_sentences.asks,
    "asks_anew": invitation_sentences.asks_anew,
    "at": spans.at,
    "came": replies.came,
    "count": counted,
    "day": day_in_full,
    "due": answers.due,
    "grouped": grouped,
    "joined": joined,
    "keys": answers.keys,
    "meeting_when": meeting_hours.meeting_when,
    "news": invitation_sentences.news,
    "on": spans.on,
    "period_name": spans.period_name,
    "remaining": spans.remaining,
    "short_when": meeting_hours.short_when,
    "stakeholders": theme_sentences.stakeholders,
    "standing": answers.standing,
    "to_come": replies.to_come,
    "weekday": with_weekday,
    "when": edtf,
    "when_promised": when,
}


@cache
def environment(code: str) -> Environment:
    """The templates in the language `nb`, `nn` or `en`; a missing value is an error."""
    spoken = language(code)
    found = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        # By itself it would not know the ending .html.j2.
        autoescape=select_autoescape(enabled_extensions=("html.j2",)),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    # The extension adds this method to the environment, so its type is not known.
    install: Callable[..., None] = vars(found)["install_gettext_translations"]
    install(spoken.translations, newstyle=True)
    found.globals["language"] = code
    found.filters |= {name: partial(_spoken, words, spoken) for name, words in FILTERS.items()}
    found.filters["one_line"] = as_one_line
    return found


def _spoken(words: Callable[..., str], lang: Language, *values: Any) -> str:
    return words(*values, lang)
