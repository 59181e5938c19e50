"""Media: the outlets, one of them, and the coverage of the council's work."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, true
from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...domain.media import Coverage, CoverageSort, Outlet
from ...domain.op_eds import OpEd
from ...domain.organisations import Organisation
from ...domain.themes import Theme
from ...domain.words import COVERAGE_SORTS
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf, with_weekday
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..access import opens
from ..deeds.acting import reader_of
from ..deeds.panel import deed_panel
from ..facts import Fact, known
from ..languages import reader_language
from ..links import address, address_of
from ..lists.paging import paged
from ..media.coverage_lines import (
    COLUMNS,
    about_theme,
    counted,
    coverage_detail,
    coverage_panel,
    coverage_point,
    newest,
)
from ..media.outlets import answer_time, op_eds_at, outlet_rows, turns_of
from ..media.takes import outlet_facts
from ..names import Names
from ..rendering import page
from ..things.past import past

SECTION = "communications"
PAGE = 100
ABOUT: Mapping[str, Callable[[str], ColumnElement[bool]]] = {
    "outlet": lambda key: COLUMNS.outlet == key,
    "op_ed": lambda key: COLUMNS.op_ed == key,
    "theme": about_theme,
    "letter": lambda key: COLUMNS.letter == key,
}
"""By which things the list of coverage can be narrowed in its address."""


def media(request: Request) -> Response:
    """The outlets: what each takes, how it has answered, how often it wrote of us."""
    lang, reader = reader_language(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        return page(
            request,
            "media.html",
            work,
            section=SECTION,
            rows=outlet_rows(work, names, lang),
            new=opens(request, reader.role, "/media/new"),
        )


def outlet(request: Request) -> Response:
    """One outlet: what it takes, the op-eds that it had, and what it wrote."""
    lang, reader = reader_language(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, names = work.view(Organisation, request.path_params["key"]), Names(work)
        takes = work.look(Outlet, found.key) or Outlet(found.key)
        turns = turns_of(work, found.key)
        deeds = deed_panel(request, Kind.OUTLET, found, work, lang)
        took = Fact(lang.text("Answers have taken"), answer_time(turns, lang))
        return page(
            request,
            "outlet.html",
            work,
            section=SECTION,
            title=found.name,
            key=found.key,
            organisation=address_of(Kind.ORGANISATION, found.key),
            deeds=deeds,
            done=deeds.done,
            rows=[*outlet_facts(takes, found, lang), *known(took)],
            op_eds=op_eds_at(work, found.key, turns, lang),
            coverage=coverage_panel(
                work, COLUMNS.outlet == found.key, f"outlet={found.key}", names, lang
            ),
            may_record=opens(request, reader.role, "/media/coverage/new"),
            lines=past(work, Kind.OUTLET, found.key, names, lang),
        )


def all_coverage(request: Request) -> Response:
    """What was said about the council's work, newest first, of everything or of one thing."""
    lang, reader = reader_language(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        those, about, sort = _asked(request, work, names)
        paging = paged(request, counted(work, those), PAGE)
        found = newest(work, those, PAGE, paging.first)
        return page(
            request,
            "coverage_list.html",
            work,
            section=SECTION,
            about=about,
            sort=sort,
            sorts=[
                (each.value, capitalised(lang.text(COVERAGE_SORTS[each]))) for each in CoverageSort
            ],
            kept=[
                (name, request.query_params[name]) for name in ABOUT if name in request.query_params
            ],
            points_found=[coverage_point(each, work, names, lang) for each in found],
            paging=paging,
            may_record=opens(request, reader.role, "/media/coverage/new"),
        )


def _asked(
    request: Request, work: UnitOfWork, names: Names
) -> tuple[ColumnElement[bool], str, str]:
    """Which ones the address asks for, what they are about in words, and of what sort."""
    those: ColumnElement[bool] = true()
    titles = []
    for name, about in ABOUT.items():
        if key := request.query_params.get(name):
            those &= about(key)
            titles.append(_title(name, key, work, names))
    sort = request.query_params.get("sort", "")
    if sort in {each.value for each in CoverageSort}:
        those &= COLUMNS.sort == CoverageSort(sort)
    else:
        sort = ""
    return those, " · ".join(titles), sort


def _title(name: str, key: str, work: UnitOfWork, names: Names) -> str:
    if name == "outlet":
        return names.title(key)
    classes: dict[str, type[Any]] = {"op_ed": OpEd, "theme": Theme, "letter": Letter}
    found = work.look(classes[name], key)
    return found.title if found is not None else key


def coverage(request: Request) -> Response:
    """One piece of coverage: where, what it says, and what it is about."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, names = work.view(Coverage, request.path_params["key"]), Names(work)
        deeds = deed_panel(request, Kind.COVERAGE, found, work, lang)
        return page(
            request,
            "coverage.html",
            work,
            section=SECTION,
            title=found.title,
            key=found.key,
            parent=lang.text("Coverage"),
            parent_href="/media/coverage",
            meta=[coverage_detail(found, names, lang)],
            note=found.note,
            deeds=deeds,
            done=deeds.done,
            rows=_facts(found, work, names, lang),
            lines=past(work, Kind.COVERAGE, found.key, names, lang),
        )


def _facts(found: Coverage, work: UnitOfWork, names: Names, lang: Language) -> list[Fact]:
    on = with_weekday(found.on.day, lang) if found.on.is_day else edtf(found.on, lang)
    outlet = names.title(found.outlet) if found.outlet else ""
    href = address_of(Kind.OUTLET, found.outlet) if found.outlet else None
    return known(
        Fact(lang.text("What it is"), capitalised(lang.text(COVERAGE_SORTS[found.sort]))),
        Fact(lang.text("Day"), on),
        Fact(lang.text("Outlet"), outlet, href),
        Fact(lang.text("Web address"), found.url, found.url or None),
        _about(lang.text("About the op-ed"), OpEd, found.op_ed, work),
        _about(lang.text("About the theme"), Theme, found.theme, work),
        _about(lang.text("About the letter"), Letter, found.letter, work),
        Fact(lang.text("Who spoke for the council"), names.people.get(found.speaker or "", "")),
    )


def _about(label: str, cls: type[Any], key: str | None, work: UnitOfWork) -> Fact:
    found = work.look(cls, key) if key else None
    return Fact(label, found.title, address(found)) if found is not None else Fact(label, "")
