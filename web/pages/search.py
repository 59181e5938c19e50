"""One field that finds anything by any of its words, and the keys that lead somewhere."""

from starlette.requests import Request
from starlette.responses import Response

from ...store.searching import LONGEST
from ..deeds.acting import reader_of
from ..languages import reader_language
from ..rendering import fragment, page
from ..requests.fragments import in_place
from ..searching.hits import search as hits
from ..searching.places import places
from ..searching.shortcuts import shortcuts, wants_shortcuts

SHOWN = 10
SHOWN_AT_ONCE = 5


def search(request: Request) -> Response:
    """What fits `?q=`, grouped by kind."""
    lang, q = reader_language(request), _typed(request)
    with request.app.state.tilsvar.office.reading() as work:
        groups = hits(request, work, q, SHOWN, lang) if q else []
        found = sum(len(each.hits) for each in groups)
        return page(
            request,
            "search.html",
            work,
            section="search",
            q=q,
            places=places(request, q, lang),
            groups=groups,
            said=lang.plural("{n} found", "{n} found", found) if q else "",
        )


def quick_search(request: Request) -> Response:
    """The same as one types, a few of each kind, for the dialog; else the page itself."""
    lang, q = reader_language(request), _typed(request)
    if not in_place(request):
        return search(request)
    with request.app.state.tilsvar.office.reading() as work:
        return fragment(
            request,
            "quick_search.html",
            q=q,
            places=places(request, q, lang)[:SHOWN_AT_ONCE],
            groups=hits(request, work, q, SHOWN_AT_ONCE, lang) if q else [],
        )


def shortcuts_page(request: Request) -> Response:
    """The list of the keys."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        return page(
            request,
            "shortcuts.html",
            work,
            section="me",
            keys=shortcuts(request, reader_of(request), lang),
            wanted=wants_shortcuts(request),
        )


def _typed(request: Request) -> str:
    return " ".join(request.query_params.get("q", "")[:LONGEST].split())
