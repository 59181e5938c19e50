"""A web server in its own process: the product's, or a bare one with one route.

Started as a script with `ours` or `bare` and a database's URL, it says its port on the first line
and serves until its input ends. The bare one makes the same lookup of the token, in the same way,
and sends bytes that it was given: the file that is named third.
"""

import hashlib
import socket
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
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


@contextmanager
def running(*arguments: str) -> Iterator[int]:
    """The port of a server of that sort."""
    command = [sys.executable, __file__, *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - this very file
        if server.stdin is None or server.stdout is None:
            raise RuntimeError("the server has neither input nor output")
        yield int(server.stdout.readline())
        server.stdin.close()


def main() -> None:
    warnings.simplefilter("ignore", ResourceWarning)
    which, database_url, *files = sys.argv[1:]
    app = ours(database_url) if which == "ours" else bare(database_url, Path(files[0]).read_bytes())
    # Named as TCP, it sends small pieces at once (TCP_NODELAY), as a server that binds itself does.
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        # A connection waits while the other server is asked.
        config = uvicorn.Config(
            app, lifespan="off", ws="none", access_log=False, timeout_keep_alive=600
        )
        server = uvicorn.Server(config)
        print(listener.getsockname()[1], flush=True)
        threading.Thread(target=_stop_with_input, args=(server,), daemon=True).start()
        server.run(sockets=[listener])


def _stop_with_input(server: uvicorn.Server) -> None:
    sys.stdin.read()
    server.should_exit = True


if __name__ == "__main__":
    main()
