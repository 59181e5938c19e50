"""The whole timeline of an organisation or a theme, a page at a time, by date."""

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Kind
from ...domain.organisations import Organisation
from ...domain.themes import Theme
from ..access import opener, sends
from ..deeds.acting import reader_of
from ..languages import reader_language
from ..links import place
from ..names import Names
from ..rendering import page
from ..timelines.panels import to_write
from ..timelines.timeline import Timeline, whole_of_organisation, whole_of_theme

LONGEST = 300
"""Characters of a place on a timeline."""


def organisation_timeline(request: Request) -> Response:
    """Everything between us and the organisation."""
    lang, before = reader_language(request), _before(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(Organisation, request.path_params["key"])
        shown = whole_of_organisation(found, before, work, Names(work), lang)
        href = place(Kind.ORGANISATION, found.key)
        return page(
            request,
            "whole_timeline.html",
            work,
            section="organisations",
            heading=lang.text("Between us"),
            title=found.name,
            parent_href=href,
            shown=shown,
            acts=to_write(request, lang, organisation=found.key),
            take="",
            theme="",
            **_turning(f"{href}/timeline", before, shown),
        )


def theme_timeline(request: Request) -> Response:
    """Everything that belongs to the theme; what does not, can be taken out."""
    lang, before, reader = reader_language(request), _before(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.view(Theme, request.path_params["key"])
        shown = whole_of_theme(found, before, work, Names(work), lang)
        href, adding = place(Kind.THEME, found.key), place(Kind.THEME, found.key, "things")
        add = [(adding, lang.text("Add a thing"))] if opener(request)(adding) else []
        return page(
            request,
            "whole_timeline.html",
            work,
            section="themes",
            heading=lang.text("Timeline"),
            title=found.title,
            parent_href=href,
            shown=shown,
            acts=[*to_write(request, lang, theme=found.key), *add],
            take="/belonging/take" if sends(request, reader.role, "/belonging/take") else "",
            theme=found.key,
            **_turning(f"{href}/timeline", before, shown),
        )


def _before(request: Request) -> str:
    """The place from which it goes on; what cannot be one is none."""
    asked = request.query_params.get("before", "")
    return asked if asked.isprintable() and len(asked) <= LONGEST else ""


def _turning(path: str, before: str, shown: Timeline) -> dict[str, Any]:
    older = f"{path}?before={quote(shown.older, safe='')}" if shown.older else ""
    return {"newest": path if before else "", "older": older}
