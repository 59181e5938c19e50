"""The page that says that a button came too late, or what stands against it."""

from starlette.requests import Request
from starlette.responses import Response

from ...domain.errors import TilsvarError
from ..languages import reader_language
from ..refusals import refusal
from ..rendering import page
from .acting import CONFLICT


class DealtWith(TilsvarError):
    """Somebody has dealt with it already."""


def refused_page(request: Request, error: TilsvarError, section: str = "today") -> Response:
    """Somebody was quicker, or it cannot be done: said on a page of its own."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        return page(
            request,
            "refused.html",
            work,
            status=CONFLICT,
            section=section,
            sentence=refusal(error, lang),
        )
