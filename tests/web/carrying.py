"""Puts somebody's session into every request, as if each browser were theirs already."""

from sqlalchemy.exc import SQLAlchemyError
from starlette.types import ASGIApp, Receive, Scope, Send

from tilsvar.bootstrap import App
from tilsvar.commands.signing_in import open_session
from tilsvar.store.tokens import new_token
from tilsvar.web.signing_in.sessions import SESSION


def session_of(app: App, person: str) -> str:
    """The token of a new session; where nobody or no data is there, one that opens nothing."""
    try:
        with app.office.work(by=person) as work:
            token = open_session(work, person=person, browser_name="Firefox · Linux")
            work.commit()
    except SQLAlchemyError:
        return new_token()
    return token


class Carrying:
    """The application for browsers that hold this token, unless they bring one of their own."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app, self._cookie = app, f"{SESSION}={token}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            cookies = [value.decode() for name, value in scope["headers"] if name == b"cookie"]
            others = [each for each in scope["headers"] if each[0] != b"cookie"]
            if not any(f"{SESSION}=" in each for each in cookies):
                cookies.append(self._cookie)
            scope = {**scope, "headers": [*others, (b"cookie", "; ".join(cookies).encode())]}
        await self.app(scope, receive, send)
