"""The timeline as it stands on the page of an organisation or a theme, with what can be added."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from ...commands.promises import promises_of
from ...domain.kinds import Kind
from ...domain.organisations import Organisation
from ...domain.themes import Theme
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import opener
from ..links import place
from ..names import Names
from .promises import SHOWN, PromiseLine, promise_lines
from .timeline import Timeline, of_organisation, of_theme

Acts = list[tuple[str, str]]


@dataclass(frozen=True)
class TimelinePanel:
    """`href` leads to the whole; `acts` are the forms that the reader may open, with names."""

    timeline: Timeline
    href: str
    acts: Acts
    promises: Sequence[PromiseLine]


def organisation_timeline(
    request: Request, found: Organisation, work: UnitOfWork, names: Names, lang: Language
) -> TimelinePanel:
    """Everything between us, and what they have promised."""
    promised = promises_of(work, line=work.succession.line(found.key), limit=SHOWN)
    return TimelinePanel(
        of_organisation(found, work, names, lang),
        place(Kind.ORGANISATION, found.key, "timeline"),
        to_write(request, lang, organisation=found.key),
        promise_lines(promised, work, names, lang),
    )


def theme_timeline(
    request: Request, found: Theme, work: UnitOfWork, names: Names, lang: Language
) -> TimelinePanel:
    """Everything that belongs to the theme, and what was promised about it."""
    promised = promises_of(work, theme=found.key, limit=SHOWN)
    adding = place(Kind.THEME, found.key, "things")
    add = [(adding, lang.text("Add a thing"))] if opener(request)(adding) else []
    return TimelinePanel(
        of_theme(found, work, names, lang),
        place(Kind.THEME, found.key, "timeline"),
        [*to_write(request, lang, theme=found.key), *add],
        promise_lines(promised, work, names, lang),
    )


def to_write(request: Request, lang: Language, **about: str) -> Acts:
    """The forms for a note and a promise about this, for those who may open them."""
    may, known = opener(request), urlencode({name: value for name, value in about.items() if value})
    forms = [
        (f"/notes/new?{known}", lang.text("Write a note of a conversation")),
        (f"/promises/new?{known}", lang.text("Register a promise")),
    ]
    return [(href, label) for href, label in forms if may(href)]
