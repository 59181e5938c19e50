"""A server of calendars: the product's, or a bare one with one route.

It is started with `ours` or `bare` and a database's URL. The bare one makes the same lookup of the
token, in the same way, and sends bytes that it was given: the file that is named third.
"""

import hashlib
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tilsvar.bootstrap import bootstrap
from tilsvar.calendar.lookup import Lookup
from tilsvar.settings import Settings
from tilsvar.store.engine import open_database
from tilsvar.web.app import create_app

from .serving import serve

PATH = "/feeds/{token}/{name}.ics"


def ours(database_url: str) -> Starlette:
    return create_app(bootstrap(Settings(database_url=database_url, mail_url="file:unused")))


def bare(database_url: str, content: bytes) -> Starlette:
    lookup = Lookup(open_database(database_url))
    headers = {
        "ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"',
        "Cache-Control": "private, no-cache",
    }

    async def feed(request: Request) -> Response:
        token = request.path_params["token"]
        if lookup.is_instant:
            found = lookup.find(token)
        else:
            found = await run_in_threadpool(lookup.find, token)
        if found is None:
            return Response(None, 404)
        if request.headers.get("if-none-match"):
            return Response(None, 304, headers)
        return Response(content, headers=headers, media_type="text/calendar")

    return Starlette(routes=[Route(PATH, feed)])


def made(which: str, database_url: str, *files: str) -> Starlette:
    if which == "ours":
        return ours(database_url)
    return bare(database_url, Path(files[0]).read_bytes())


if __name__ == "__main__":
    serve(made)
