"""What belongs to a theme by hand: added from either side, taken out, and both undone."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.belonging import add_to_theme, take_from_theme
from ...domain.belonging import BelongsAlready, DoesNotBelong
from ...domain.happenings import THINGS
from ...domain.kinds import Kind
from ...domain.sentences import N_
from ...domain.themes import Theme
from ...store.searching import LONGEST
from ...store.timelines import themes_of
from ...store.unit_of_work import UnitOfWork
from ..deeds.acting import reader_of
from ..deeds.carrying_out import NotOffered
from ..deeds.done import landed
from ..deeds.fields import themes
from ..forms import Filled, Form, Line, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..links import address_of, place
from ..names import Names
from ..rendering import page
from ..timelines.candidates import candidates

TITLED = (Kind.LETTER, Kind.MEETING, Kind.OP_ED, Kind.CONSULTATION, Kind.COVERAGE)
"""What is added by hand; a note or a promise says itself what it is about."""


class Chosen(Form):
    theme: Line = field(N_("Theme"))


class Linked(Form):
    theme: Line = field(N_("Theme"))
    kind: Line = field(N_("Kind"))
    thing: Line = field(N_("Title"))
    back: Line = field(N_("Theme"), default="theme")


def things(request: Request) -> Response:
    """Look for what is to belong to the theme: `?q=` are its words."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(Theme, request.path_params["key"])
        q = " ".join(request.query_params.get("q", "")[:LONGEST].split())
        return page(
            request,
            "theme_things.html",
            work,
            section="themes",
            title=found.title,
            key=found.key,
            q=q,
            parent_href=place(Kind.THEME, found.key),
            found=candidates(work, found.key, q, TITLED, lang) if q else [],
        )


@with_form
def choose_theme(request: Request, typed: Typed | None) -> Response:
    """The page of a thing leads here, to choose the theme that it belongs to."""
    lang = reader_language(request)
    kind, key = _kind(request.path_params["kind"]), str(request.path_params["key"])
    form = check(Chosen, typed, lang) if typed is not None else blank(Chosen, lang)
    with request.app.state.tilsvar.office.reading() as work:
        thing: Any = work.view(THINGS[kind][0], key)
        here = themes_of(work, kind, key)
        offered = [each for each in themes(work, Names(work), lang) if each[0] not in here]
        if form.content is not None and form.content.theme not in {*here, *dict(offered)}:
            form = form.refused(NotOffered("theme"), "theme")
        if form.content is None:
            return _asked(request, work, form, thing.title, address_of(kind, key) or "/", offered)
    return _linked(request, form.content.theme, kind, key, back="thing", belongs=True)


def _asked(
    request: Request,
    work: UnitOfWork,
    form: Filled[Chosen],
    *shown: Any,
) -> Response:
    title, href, offered = shown
    return page(
        request,
        "choose_theme.html",
        work,
        status=form.status,
        section="themes",
        title=title,
        parent_href=href,
        form=form,
        options=offered,
    )


@with_form
def added(request: Request, typed: Typed | None) -> Response:
    return _said(request, typed, belongs=True)


@with_form
def taken(request: Request, typed: Typed | None) -> Response:
    return _said(request, typed, belongs=False)


def _said(request: Request, typed: Typed | None, *, belongs: bool) -> Response:
    sent = check(Linked, typed or {}, reader_language(request)).content
    if sent is None:
        raise HTTPException(404)
    kind = _kind(sent.kind)
    return _linked(request, sent.theme, kind, sent.thing, back=sent.back, belongs=belongs)


def _linked(
    request: Request, theme: str, kind: Kind, key: str, *, back: str, belongs: bool
) -> Response:
    """Say it, and land where one was; who presses twice is told the same."""
    change = add_to_theme if belongs else take_from_theme
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            change(work, theme=theme, kind=kind, key=key)
            work.commit()
    except (BelongsAlready, DoesNotBelong):
        pass
    what = "added-to-theme" if belongs else "taken-from-theme"
    return landed(_back(back, theme, kind, key), what, about=f"{theme}/{kind}/{key}/{back}")


def _back(back: str, theme: str, kind: Kind, key: str) -> str:
    match back:
        case "thing":
            return address_of(kind, key) or place(Kind.THEME, theme)
        case "timeline" | "things":
            return place(Kind.THEME, theme, back)
    return place(Kind.THEME, theme)


def _kind(text: str) -> Kind:
    kind = next((each for each in THINGS if each.value == text), None)
    if kind is None:
        raise HTTPException(404)
    return kind
