"""The ladders: on which days around a date who is reminded, in words and as a form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.reminders import change_ladder
from ...commands.watching import watches_of
from ...domain.entity import Entity
from ...domain.ladder_text import write_rungs
from ...domain.ladders import DEFAULTS, Audience, Ladder, Rung
from ...domain.words import LADDERS as WORDS
from ...reports.ladder_ahead import ahead
from ...reports.objects import find_watched
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..forms import Filled, Typed, with_form
from ..languages import reader_language
from ..links import address
from ..names import Names
from ..rendering import page
from ..settings.acting import settled
from ..settings.changes import LADDERS, changes, of_subject
from ..settings.ladder_forms import (
    SIDES,
    SIDES_OF_END,
    UNITS,
    LadderForm,
    filled_with,
    read_ladder,
    used_rows,
)
from ..settings.pages import setting_page
from ..settings.rungs_told import AUDIENCES, CHANNELS, RungTold, ahead_told, audience, rungs_told

PATH = "/settings/ladders"
IMPRECISE = "imprecise"
"""Dates under it have an end of their own, from which reminders may count."""


@dataclass(frozen=True)
class Told:
    """A ladder in the list: its name, where it is changed, and its rungs; `own` is not as usual."""

    title: str
    href: str
    own: bool
    rungs: Sequence[RungTold]


def ladders(request: Request) -> Response:
    """Every kind of date with its reminders, then the dates that have reminders of their own."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        people, edited = Names(work).people, work.ladders.edited
        kinds = [
            Told(
                capitalised(lang.text(WORDS[name])),
                _place(name),
                (name, "") in edited,
                rungs_told(work.ladders.ladder(name).rungs, people, lang),
            )
            for name in DEFAULTS
        ]
        ones = [
            Told(
                _title(find_watched(work, key.partition("/")[0]), key),
                _place(name, key),
                True,
                rungs_told(tuple(rungs), people, lang),
            )
            for (name, key), rungs in sorted(edited.items())
            if key
        ]
        return page(
            request,
            "ladders.html",
            work,
            section="settings",
            kinds=kinds,
            ones=ones,
            lines=changes(work, LADDERS, lang),
        )


@with_form
def one_ladder(request: Request, typed: Typed | None) -> Response:
    """One ladder, of a kind or of one date: its form, and what is chosen on it."""
    name, lang = request.path_params["name"], reader_language(request)
    key = request.path_params.get("object", "")
    if name not in DEFAULTS:
        raise HTTPException(404)
    with request.app.state.tilsvar.office.reading() as work:
        known = [*Audience, *(each.key for each in work.people)]
        _require_under(work, name, key)
        if typed is None:
            form = filled_with(work.ladders.ladder(name, key).rungs, lang)
            return _page(request, work, form)
        form, rungs = read_ladder(typed, known, lang)
        act = form.value("act") or "save"
        if act == "reset":
            form = replace(form, mistakes=())
        elif form.mistakes or act == "preview":
            ladder = None if form.mistakes else Ladder(name, rungs)
            return _page(request, work, form, ladder)
    return _saved(request, form, None if act == "reset" else rungs)


def _saved(request: Request, form: Filled[LadderForm], rungs: tuple[Rung, ...] | None) -> Response:
    name, key = request.path_params["name"], request.path_params.get("object", "")
    text = None if rungs is None else write_rungs(rungs)
    act = partial(change_ladder, ladder=name, rungs=text, object_key=key)
    done = settled(request, form, of_subject(LADDERS, name), act, path=_place(name, key))
    if isinstance(done, Response):
        return done
    with request.app.state.tilsvar.office.reading() as work:
        return _page(request, work, done)


def _place(name: str, key: str = "") -> str:
    return f"{PATH}/{name}" + (f"/{quote(key)}" if key else "")


def _require_under(work: UnitOfWork, name: str, key: str) -> None:
    """There is no page for a date that is not under this ladder, now or by its own."""
    entity = find_watched(work, key.partition("/")[0]) if key else None
    under = [each.key for each in watches_of(work, entity) if each.ladder == name] if entity else []
    if key and key not in under and (name, key) not in work.ladders.edited:
        raise HTTPException(404)


def _page(
    request: Request, work: UnitOfWork, form: Filled[LadderForm], preview: Ladder | None = None
) -> Response:
    name, key = request.path_params["name"], request.path_params.get("object", "")
    lang, names = reader_language(request), Names(work)
    part, now = of_subject(LADDERS, name), work.ladders.ladder(name, key)
    entity = find_watched(work, key.partition("/")[0]) if key else None
    kind = lang.text(WORDS[name])
    return setting_page(
        request,
        "ladder.html",
        work,
        form,
        part,
        heading=capitalised(lang.text("reminders of {what}", what=kind)),
        thing=_title(entity, key) if key else "",
        thing_href=address(entity) if entity else "",
        path=_place(name, key),
        own=(name, key) in work.ladders.edited,
        rungs=rungs_told(now.rungs, names.people, lang),
        rows=range(1, used_rows(form) + 1),
        sides=_sides(name, now, lang),
        units=[(value, lang.text(label)) for value, label in UNITS.items()],
        channels=[(each.value, lang.text(label)) for each, label in CHANNELS.items()],
        who=_audiences(now, form, names, lang),
        people=_people(work, lang),
        preview=[ahead_told(each, names.people, lang) for each in ahead(work, preview or now, key)],
        previewed=preview is not None,
    )


def _title(entity: Entity | None, key: str) -> str:
    title = " ".join(str(getattr(entity, "title", "")).split())
    return f"{title} ({key})" if title else key


def _sides(name: str, ladder: Ladder, lang: Language) -> list[tuple[str, str]]:
    ends = name == IMPRECISE or any(each.from_end for each in ladder.rungs)
    every = SIDES | SIDES_OF_END if ends else SIDES
    return [(value, lang.text(label)) for value, label in every.items()]


def _audiences(
    ladder: Ladder, form: Filled[LadderForm], names: Names, lang: Language
) -> list[tuple[str, str]]:
    """The roles, and whoever is reminded by name already."""
    named = {who for rung in ladder.rungs for who in rung.to}
    named |= {who for field in form.typed if field.startswith("to_") for who in form.values(field)}
    persons = sorted(named & set(names.people))
    return [
        *((each.value, capitalised(lang.text(AUDIENCES[each]))) for each in Audience),
        *((each, audience(each, names.people, lang)) for each in persons),
    ]


def _people(work: UnitOfWork, lang: Language) -> list[tuple[str, str]]:
    here = [each for each in work.people if each.active_on(work.today)]
    return [("", lang.text("Nobody else")), *((each.key, each.name) for each in here)]
