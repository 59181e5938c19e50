"""Refuses what a page of another site sends in a reader's name (CSRF).

Browsers say where a request comes from, in Sec-Fetch-Site, the older ones at least in Origin. That
a reader's cookie is not sent along from other sites (SameSite) is the second lock beside it.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
OWN = ("same-origin", "none")
"""From a page of this site, or by the reader's own hand, as when a form is sent again."""


class OwnPagesOnly:
    """Lets through what changes nothing, what our own pages send, and what no browser sends.

    `base_url` is how people reach this site; behind a proxy its scheme may not be the request's.
    """

    def __init__(self, app: ASGIApp, base_url: str) -> None:
        self.app, self._own = app, _origin(base_url)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] == "http"
            and scope["method"] not in SAFE_METHODS
            and not self._is_own(scope)
        ):
            refusal = PlainTextResponse("This was sent from another site, so it is refused.", 403)
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_own(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None:
            return site in OWN
        if origin is None:
            # Every browser that has no Sec-Fetch-Site sends an Origin; a program has no cookies
            # that another site could make use of.
            return True
        return origin in (self._own, f"{scope['scheme']}://{headers.get('host', '')}")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
