"""The web application: what stands around every page. `routes` says which address leads where."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from ..bootstrap import App
from ..calendar.subscriptions import Subscriptions
from ..store.unit_of_work import Unknown
from ..workers.running import Background
from . import faults
from .access import NotAllowed, NotSignedIn, guarded
from .requests.access_log import AccessLog
from .requests.headers import SecurityHeaders
from .requests.own_pages import OwnPagesOnly
from .routes import ROUTES
from .signing_in.oidc import Provider

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def create_app(
    app: App, *, background: Background | None = None, lifespan: Lifespan | None = None
) -> Starlette:
    """The pages of the wired system; `background` is the worker of this process, if it has one."""
    handlers: dict[Any, Any] = {
        HTTPException: faults.refused,
        Unknown: faults.not_found,
        NotSignedIn: faults.not_signed_in,
        NotAllowed: faults.not_allowed,
        SQLAlchemyError: faults.no_data,
        Exception: faults.broken,
    }
    web = Starlette(
        routes=guarded(ROUTES),
        middleware=[
            Middleware(AccessLog),
            Middleware(SecurityHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=_hosts(app), www_redirect=False),
            Middleware(OwnPagesOnly, base_url=app.settings.base_url),
        ],
        exception_handlers=handlers,
        lifespan=lifespan,
    )
    web.state.tilsvar, web.state.background = app, background
    web.state.shortcuts = {}
    web.state.subscriptions = Subscriptions.of(app.office, app.settings.base_url)
    web.state.provider = Provider.of(app.settings)
    return web


def _hosts(app: App) -> list[str]:
    """The names under which the pages may be asked for.

    A page of another site must not reach these under a name of its own (DNS rebinding).
    """
    own = urlsplit(app.settings.base_url).hostname
    return [*([own] if own else []), "localhost", "127.0.0.1", "testserver"]
