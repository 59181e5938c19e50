"""The web application: which address leads to which page, and what stands around all of them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Mount, Route

from ..bootstrap import App
from ..calendar.subscriptions import Subscriptions
from ..store.unit_of_work import Unknown
from ..workers.running import Background
from . import faults
from .access import NotAllowed, NotSignedIn, guarded
from .access_log import AccessLog
from .headers import SecurityHeaders
from .oidc import Provider
from .own_pages import OwnPagesOnly
from .pages import (
    about,
    answering,
    due,
    feed,
    health,
    history,
    letter,
    letters,
    subscription,
    things,
    today,
    unanswered,
)
from .pages.elsewhere import sign_in_elsewhere, signed_in_elsewhere
from .pages.me import me
from .pages.mine import mine
from .pages.signing_in import sign_in, sign_in_link, sign_in_sent, sign_out
from .static import ASSETS, CachedFiles

ROUTES: list[BaseRoute] = [
    # Asked for far more often than anything else, so it is looked for first.
    Route("/feeds/{token}/{name}.ics", feed.feed),
    Route("/", today.today),
    Route("/today/{name}", today.need),
    Route("/letters", letters.letters),
    Route("/letters/{key}", letter.letter),
    Route("/consultations/{key}", things.consultation),
    Route("/deadlines/{key}", things.deadline),
    Route("/op-eds/{key}", things.op_ed),
    Route("/meetings/{key}", things.meeting),
    Route("/reports/unanswered", unanswered.unanswered_page),
    Route("/reports/unanswered.json", unanswered.unanswered_as_json),
    Route("/reports/unanswered.csv", unanswered.unanswered_as_csv),
    Route("/history", history.history),
    Route("/due", due.due),
    Route("/accessibility", about.accessibility),
    Route("/feeds/{token}/", subscription.subscription),
    Route("/answer/{token}", answering.answering, methods=["GET", "POST"]),
    Route("/healthz", health.healthz),
    Route("/readyz", health.readyz),
    Mount("/assets", CachedFiles(directory=ASSETS), name="assets"),
    Route("/sign-in", sign_in, methods=["GET", "POST"]),
    Route("/sign-in/sent", sign_in_sent),
    Route("/sign-in/link/{token}", sign_in_link, methods=["GET", "POST"]),
    Route("/sign-in/oidc", sign_in_elsewhere),
    Route("/sign-in/oidc/callback", signed_in_elsewhere),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/me", me, methods=["GET", "POST"]),
    Route("/mine", mine),
]

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
    web.state.subscriptions = Subscriptions.of(app.office, app.settings.base_url)
    web.state.provider = Provider.of(app.settings)
    return web


def _hosts(app: App) -> list[str]:
    """The names under which the pages may be asked for.

    A page of another site must not reach these under a name of its own (DNS rebinding).
    """
    own = urlsplit(app.settings.base_url).hostname
    return [*([own] if own else []), "localhost", "127.0.0.1", "testserver"]
