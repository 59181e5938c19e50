"""Starts the web application: alone, or with worker and scheduler in the same process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from ..bootstrap import App, bootstrap
from ..settings import Settings
from ..store.migrate import migrate
from ..workers.running import Background
from .app import create_app


def serve(settings: Settings, host: str | None = None, port: int | None = None) -> None:
    """Everything in one process: web, worker and scheduler. Stops on SIGINT and SIGTERM."""
    app = bootstrap(settings, works_here=True)
    migrate(app.office.engine)
    background = Background(app)

    @asynccontextmanager
    async def lifespan(_web: Starlette) -> AsyncIterator[None]:
        background.start()
        yield
        background.stop()
        app.close()

    _run(app, create_app(app, background=background, lifespan=lifespan), host, port)


def web(settings: Settings, host: str | None = None, port: int | None = None) -> None:
    """The web alone; workers and scheduler are other processes."""
    app = bootstrap(settings)

    @asynccontextmanager
    async def lifespan(_web: Starlette) -> AsyncIterator[None]:
        yield
        app.close()

    _run(app, create_app(app, lifespan=lifespan), host, port)


def _run(app: App, asgi: Starlette, host: str | None, port: int | None) -> None:
    bound_host, bound_port = app.settings.bind.rsplit(":", 1)
    uvicorn.run(
        asgi,
        host=host or bound_host,
        port=int(bound_port) if port is None else port,
        log_level="info",
        access_log=False,
    )
