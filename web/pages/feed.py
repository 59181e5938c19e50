"""The calendars that people subscribe to, found by the secret in their address."""

import hashlib

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from ...calendar.feeds import feed_bytes, fetched, find_feed
from ..languages import reader_language

UNKNOWN = "There is no calendar at this address. Ask the secretariat for a new one."
REVOKED = "This calendar address has been withdrawn. Ask the secretariat for a new one."


def feed(request: Request) -> Response:
    """The calendar's bytes; 304 while the reader has them, 404 for unknown, 410 for revoked."""
    app = request.app.state.tilsvar
    with app.office.reading() as work:
        row = find_feed(work, request.path_params["token"])
        if row is None or row.name != request.path_params["name"]:
            return PlainTextResponse(UNKNOWN, 404)
        if row.revoked is not None:
            return PlainTextResponse(REVOKED, 410)
        body = feed_bytes(work, row, reader_language(request), app.settings.base_url.rstrip("/"))
    fetched(app.office, row, request.headers.get("user-agent", ""))
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if _has(request, tag):
        return Response(None, 304, headers)
    return Response(body, headers=headers, media_type="text/calendar")


def _has(request: Request, tag: str) -> bool:
    """Whether `If-None-Match` names these bytes; a weak mark (W/) is as good for reading."""
    named = [each.strip().removeprefix("W/") for each in _named(request).split(",")]
    return tag in named or "*" in named


def _named(request: Request) -> str:
    return request.headers.get("if-none-match", "")
