"""What every answer tells the browser: trust nothing but this site."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECURITY = {
    # `data:` is for the icons of Designsystemet, which are masks inside its stylesheet.
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        "frame-ancestors 'none'; form-action 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Browsers without Sec-Fetch-Site then say in Origin that a form is ours (own_pages.py).
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


NOT_MODIFIED = 304

_RAW = [(name.lower().encode(), value.encode()) for name, value in SECURITY.items()]
_NAMES = frozenset(name for name, _ in _RAW)


class SecurityHeaders:
    """Puts the headers on every answer of the application inside it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            # With a 304 the reader keeps what it has, headers too (RFC 9110 section 15.4.5).
            if message["type"] == "http.response.start" and message["status"] != NOT_MODIFIED:
                own = [each for each in message["headers"] if each[0] not in _NAMES]
                message["headers"] = own + _RAW
            await send(message)

        await self.app(scope, receive, with_headers)
