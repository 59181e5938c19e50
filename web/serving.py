"""Starts the web application: alone, or with worker and scheduler in the same process."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from ..bootstrap import App, bootstrap
from ..settings import Settings, secret_of
from ..store.migrate import migrate
from ..workers.running import Background
from .app import create_app
from .signing_in.listening import require_safe

Began = Callable[[App], None]
"""What is done once the data is there and before the first page is asked for."""


def serve(
    settings: Settings, host: str | None = None, port: int | None = None, began: Began | None = None
) -> None:
    """Everything in one process: web, worker and scheduler. Stops on SIGINT and SIGTERM.

    Raises NotSafeToListen.
    """
    where = _where(settings, host, port)
    app = bootstrap(settings, works_here=True)
    migrate(app.office.engine)
    if began:
        began(app)
    background = Background(app)

    @asynccontextmanager
    async def lifespan(_web: Starlette) -> AsyncIterator[None]:
        background.start()
        yield
        background.stop()
        app.close()

    _run(app, create_app(app, background=background, lifespan=lifespan), *where)


def web(settings: Settings, host: str | None = None, port: int | None = None) -> None:
    """The web alone; workers and scheduler are other processes. Raises NotSafeToListen."""
    where = _where(settings, host, port)
    app = bootstrap(settings)

    @asynccontextmanager
    async def lifespan(_web: Starlette) -> AsyncIterator[None]:
        yield
        app.close()

    _run(app, create_app(app, lifespan=lifespan), *where)


def _where(settings: Settings, host: str | None, port: int | None) -> tuple[str, int]:
    bound_host, bound_port = settings.bind.rsplit(":", 1)
    require_safe(settings, host or bound_host)
    return host or bound_host, int(bound_port) if port is None else port


def _run(app: App, asgi: Starlette, host: str, port: int) -> None:
    secret_of(app.settings)  # made now where there is none yet, so that all processes find the same
    proxy = app.settings.trusted_proxy
    uvicorn.run(
        asgi,
        host=host.strip("[]"),
        port=port,
        log_level="info",
        access_log=False,
        # Only the proxy that is named is believed about who asks, and by which scheme.
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy,
    )
