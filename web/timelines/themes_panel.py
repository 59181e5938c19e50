"""The themes to which a letter, a meeting, an op-ed or a consultation belongs, on its own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request

from ...domain.belonging import Why
from ...domain.entity import Entity
from ...domain.happenings import KIND_OF
from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...domain.meetings import Meeting
from ...domain.sentences import N_
from ...domain.themes import Theme
from ...store.timelines import themes_of
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import opener
from ..links import place
from ..names import Names
from .panels import Acts, to_write
from .promises import PromiseLine, promise_lines, promises_in

WHYS = {
    Why.HAND: N_("added by hand"),
    Why.OWN: N_("it says so itself"),
    Why.TITLE: N_("its title names the theme"),
    Why.AREA: N_("by its area"),
}


@dataclass(frozen=True)
class ThemeLine:
    key: str
    title: str
    href: str
    why: str


@dataclass(frozen=True)
class ThemesPanel:
    """The themes by title; `choose` leads to the form that adds another, empty for who may not.

    `promises` are those that were given in it, `acts` the forms for what was said there.
    """

    themes: Sequence[ThemeLine]
    kind: str
    key: str
    choose: str
    promises: Sequence[PromiseLine]
    acts: Acts


def themes_panel(
    request: Request, found: Entity, work: UnitOfWork, names: Names, lang: Language
) -> ThemesPanel | None:
    """None for who may not look at themes, and for what belongs to none."""
    kind, may = KIND_OF.get(type(found)), opener(request)
    if kind is None or not may("/themes"):
        return None
    whys = themes_of(work, kind, found.key)
    work.bring(Theme, whys)
    lines = [
        ThemeLine(key, theme.title, place(Kind.THEME, key), lang.text(WHYS[why]))
        for key, why in whys.items()
        for theme in (work.view(Theme, key),)
    ]
    choose = f"/belonging/{kind}/{quote(found.key, safe='')}"
    promised = promises_in(work, f"{kind}:{found.key}")
    return ThemesPanel(
        sorted(lines, key=lambda each: each.title),
        kind.value,
        found.key,
        choose if may(choose) else "",
        promise_lines(promised, work, names, lang),
        _acts(request, found, kind, next(iter(whys), ""), lang),
    )


def _acts(request: Request, found: Entity, kind: Kind, theme: str, lang: Language) -> Acts:
    """A promise can have been given in a meeting, or in the answer to a letter."""
    match found:
        case Meeting():
            parties, said = found.participants, found.time.on.text
        case Letter():
            parties = found.recipients
            replies = [r for each in found.obligations for r in each.replies if not r.withdrawn]
            said = replies[-1].received.text if replies else ""
        case _:
            return []
    one = parties[0] if len(parties) == 1 else ""
    known = {"organisation": one, "theme": theme, "given": said, "said_in": f"{kind}:{found.key}"}
    return to_write(request, lang, **known)[1:]
