"""One line in the log for each request, without the secrets that an address may hold."""

import re
import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger()

QUIET = ("/assets/", "/healthz", "/readyz")
"""Fetched so often that their lines would bury the others."""

_TOKEN = re.compile(r"^/feeds/[^/]+")


def masked(path: str) -> str:
    """The path without a feed's token: whoever reads a log must not be able to subscribe."""
    return _TOKEN.sub("/feeds/…", path)


class AccessLog:
    """Writes method, masked path, status and milliseconds; never a query, which may hold names."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(QUIET):
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def listening(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, listening)
        finally:
            log.info(
                "request",
                method=scope["method"],
                path=masked(scope["path"]),
                status=status,
                milliseconds=round((time.perf_counter() - began) * 1000),
            )
