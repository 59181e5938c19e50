"""Serves the pages on loopback, as people get them, and stops when the test is done."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from tilsvar.bootstrap import App
from tilsvar.tests.web.carrying import Carrying, session_of
from tilsvar.web.app import create_app

PATIENCE = 30.0  # seconds until a server that has not answered counts as broken


@contextmanager
def served(app: App, *, person: str | None = "SEK1", **parts: Any) -> Iterator[str]:
    """The address of the system's pages, without a slash at its end.

    Whoever asks is signed in as `person` by a session of theirs; None leaves that to the test.
    """
    pages: ASGIApp = create_app(app, **parts)
    if person is not None:
        pages = Carrying(pages, session_of(app, person))
    with served_as(pages) as address:
        yield address


@contextmanager
def served_as(application: ASGIApp) -> Iterator[str]:
    """The address of that application."""
    # Named as TCP, it sends small pieces at once (TCP_NODELAY), as a server that binds itself does.
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(
            application,
            log_level="critical",
            lifespan="off",
            ws="none",
            # Longer than a client keeps a connection, so that none is closed as it is used again.
            timeout_keep_alive=int(PATIENCE),
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        until = time.monotonic() + PATIENCE
        while not server.started:
            assert thread.is_alive(), "the server has stopped"
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(PATIENCE)
