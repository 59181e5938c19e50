"""One line in the log for each request, without the secrets that an address may hold."""

import re
import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger()

QUIET = ("/assets/", "/healthz", "/readyz")
"""Fetched so often that their lines would bury the others."""

_FEEDS = "/feeds/"
_FINE = (200, 304)
"""A calendar that was fetched, every hour by each who subscribes: noted with the feed itself."""

_AFTER = re.compile(r"/(feeds|answer|sign-in/link)/+[^/]+")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{40,}")
"""What looks like a token wherever it stands, as in an address that somebody has mistyped."""


def masked(path: str) -> str:
    """The path without its token: who reads a log must not be able to subscribe or sign in."""
    return _TOKEN.sub("…", _AFTER.sub(r"/\1/…", path))


class AccessLog:
    """Writes method, masked path, status and milliseconds; never a query, which may hold names."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(QUIET):
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500
        ended = 0.0

        async def listening(message: Message) -> None:
            nonlocal status, ended
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)
            # What is done after the answer is no time that the reader waits.
            ended = time.perf_counter()

        try:
            await self.app(scope, receive, listening)
        finally:
            if status not in _FINE or not scope["path"].startswith(_FEEDS):
                log.info(
                    "request",
                    method=scope["method"],
                    path=masked(scope["path"]),
                    status=status,
                    milliseconds=round(((ended or time.perf_counter()) - began) * 1000),
                )
