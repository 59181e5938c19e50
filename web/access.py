"""The gate before every page: it lets in whom the table of `rules` allows.

A route that is not in the table is refused when the application starts. Whoever may not open a page
gets no link to it either: navigation and lists ask the same table.
"""

import copy
from collections.abc import Iterable
from functools import partial
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from ..domain.errors import TilsvarError
from ..domain.kinds import Role
from .requests.fragments import asking_page, in_place, led_to
from .rules import RULES, SAFE_METHODS, Rule
from .signing_in.sessions import SignedIn, signed_in

SIGN_IN = "/sign-in"


class Unguarded(TilsvarError):
    """web/rules.py does not say who may open {routes}: give each an entry there."""


class NotSignedIn(Exception):
    """Something was sent by somebody whose session has ended."""


class NotAllowed(Exception):
    """The reader's role, or what the page is about, does not let them in."""


def guarded(routes: Iterable[BaseRoute]) -> list[BaseRoute]:
    """The same routes, each behind its rule. Raises Unguarded where one has none."""
    routes = list(routes)
    names = [getattr(each, "name", "") for each in routes]
    unruled = [name for name in names if name not in RULES or names.count(name) > 1]
    if unruled:
        raise Unguarded(routes=", ".join(sorted(set(unruled))))
    return [_behind(route, RULES[name]) for route, name in zip(routes, names, strict=True)]


def _behind(route: BaseRoute, rule: Rule) -> BaseRoute:
    if not isinstance(route, Route | Mount):
        raise Unguarded(routes=repr(route))
    guarded_one = copy.copy(route)
    guarded_one.app = Gate(route.app, rule)
    return guarded_one


class Gate:
    """Lets in whom the rule allows; others sign in first, or are told that it is not for them."""

    def __init__(self, app: ASGIApp, rule: Rule) -> None:
        self.app, self.rule = app, rule

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.rule.allows(scope["method"], None):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        reader = await run_in_threadpool(signed_in, request)
        if reader and self.rule.allows(request.method, reader.role):
            await self.app(scope, receive, send)
            return
        await self._turned_away(request, reader)(scope, receive, send)

    def _turned_away(self, request: Request, reader: SignedIn | None) -> Response:
        if reader is None and request.method in SAFE_METHODS:
            wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            wanted = asking_page(request) if in_place(request) else wanted
            where = SIGN_IN if wanted == "/" else f"{SIGN_IN}?next={quote(wanted, safe='/')}"
        elif reader is None:
            raise NotSignedIn
        elif self.rule.instead and request.method in SAFE_METHODS:
            where = self.rule.instead
        else:
            raise NotAllowed
        if in_place(request):
            return led_to(where)
        return RedirectResponse(where, 303, {"Cache-Control": "no-store"})


def opens(request: Request, role: Role | None, href: str) -> bool:
    """Whether somebody in that role may look at the page at this address; no, if there is none."""
    scope = {**request.scope, "path": urlsplit(href).path, "method": "GET", "root_path": ""}
    for route in request.app.router.routes:
        if route.matches(scope)[0] is Match.FULL:
            return RULES[route.name].allows("GET", role)
    return False


def sends(request: Request, role: Role | None, path: str) -> bool:
    """Whether somebody in that role may send something to this path."""
    scope = {**request.scope, "path": urlsplit(path).path, "method": "POST", "root_path": ""}
    for route in request.app.router.routes:
        if route.matches(scope)[0] is Match.FULL:
            return RULES[route.name].allows("POST", role)
    return False


def sender(request: Request) -> "partial[bool]":
    """Whether the reader of this request may send something, as a function of the path."""
    reader = signed_in(request)
    return partial(sends, request, reader.role if reader else None)


def opener(request: Request) -> "partial[bool]":
    """The same for the reader of this request, as a function of the address."""
    reader = signed_in(request)
    return partial(opens, request, reader.role if reader else None)
