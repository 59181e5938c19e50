"""The public list: what stands on it, what might, and the three forms in which others fetch it.

Whoever keeps the council's website includes `/public/statements.html`, or reads the feeds, without
signing in. What nobody has marked is not there.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...reports.public_list import PublicList, public_list
from ...reports.render_public_list import Publisher, atom, fragment, json_feed
from ...wording.language import language
from ..access import sender
from ..languages import chosen, reader_language
from ..public.listed import candidates, listed
from ..rendering import page
from ..requests.conditional import has_it

PUBLISHED: Mapping[str, tuple[str, Callable[[PublicList, Publisher], bytes]]] = {
    "html": ("text/html", fragment),
    "atom": ("application/atom+xml", atom),
    "json": ("application/feed+json", json_feed),
}


def public_statements(request: Request) -> Response:
    """The list as a fragment or a feed, in the council's language or that of `?lang=`.

    Other sites may read it; whoever has it already is told so (304).
    """
    media_type, write = PUBLISHED.get(request.path_params["ending"], ("", None))
    if write is None:
        raise HTTPException(404)
    settings, asked = request.app.state.tilsvar.settings, chosen(request)
    lang = language(asked or settings.language)
    address = f"{settings.base_url.rstrip('/')}{request.url.path}"
    with request.app.state.tilsvar.office.reading() as work:
        publisher = Publisher(
            settings.council, work.office.zone, f"{address}?lang={asked}" if asked else address
        )
        content = write(public_list(work, lang), publisher)
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        # Whoever keeps it asks each time whether it still holds: what is taken off is gone.
        "Cache-Control": "public, no-cache",
        "Access-Control-Allow-Origin": "*",
        "Content-Language": lang.code,
    }
    if has_it(request.headers, (tag,), 0):
        return Response(None, 304, headers)
    return Response(content, headers=headers, media_type=media_type)


def public_settings(request: Request) -> Response:
    """What stands on the list, and the newest of what does not."""
    lang, settings = reader_language(request), request.app.state.tilsvar.settings
    with request.app.state.tilsvar.office.reading() as work:
        return page(
            request,
            "public_list.html",
            work,
            section="settings",
            listed=listed(work, lang),
            candidates=candidates(work, lang),
            addresses=[
                f"{settings.base_url.rstrip('/')}/public/statements.{each}" for each in PUBLISHED
            ],
            may=sender(request),
        )
