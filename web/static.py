"""Stylesheets, fonts and script of the pages: addressed by content, so browsers keep them."""

import hashlib
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

ASSETS = Path(__file__).with_name("assets")
DIGITS = 10

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_DAY = "public, max-age=86400"


@cache
def asset(name: str) -> str:
    """The address of an asset; it changes with the content. A missing file has a plain address."""
    file = ASSETS / name
    if not file.is_file():
        return f"/assets/{name}"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:DIGITS]
    return f"/assets/{name}?v={digest}"


class CachedFiles(StaticFiles):
    """Static files that say how long they hold: for good where the address names the content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        named = scope["query_string"].startswith(b"v=")
        response.headers["Cache-Control"] = FOR_GOOD if named else FOR_A_DAY
        return response
