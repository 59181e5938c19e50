"""Who is behind a request: the browser holds a random token, the server everything else.

A session can therefore be ended here at any time, whatever the browser keeps.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.engine import Row
from starlette.requests import Request
from starlette.responses import Response

from ...commands.signing_in import SESSION_LASTS
from ...domain.kinds import Role
from ...domain.people import Person
from ...settings import Settings
from ...store.clock import machine_now
from ...store.signing_in import find_session, session
from ...store.unit_of_work import Office

SEEN_EVERY = timedelta(minutes=10)
"""How often it is noted that a session is in use; with each page would be a write each time."""

_KNOWN = "tilsvar.signed_in"


@dataclass(frozen=True)
class SignedIn:
    """The person whose session the browser holds; `session` is its number."""

    key: str
    name: str
    role: Role
    organisation: str | None
    session: int


def cookie_name(settings: Settings, name: str) -> str:
    """With HTTPS, browsers keep what is called __Host- to this very site and to HTTPS."""
    return f"__Host-{name}" if settings.is_https else name


def cookie(request: Request, name: str) -> str | None:
    return request.cookies.get(cookie_name(_settings(request), name))


def set_cookie(
    request: Request, response: Response, name: str, value: str, *, lasts: timedelta
) -> None:
    """A cookie for this site alone, out of reach of scripts, not sent along from other sites."""
    settings = _settings(request)
    response.set_cookie(
        cookie_name(settings, name),
        value,
        max_age=round(lasts.total_seconds()),
        secure=settings.is_https,
        httponly=True,
        samesite="lax",
    )


def drop_cookie(request: Request, response: Response, name: str) -> None:
    settings = _settings(request)
    response.delete_cookie(
        cookie_name(settings, name), secure=settings.is_https, httponly=True, samesite="lax"
    )


SESSION = "tilsvar"
"""The cookie that holds the session's token."""


def signed_in(request: Request) -> SignedIn | None:
    """The person behind the request, if signed in and still with a role; looked up once.

    Without a cookie the database is not asked.
    """
    if _KNOWN not in request.scope:
        token = cookie(request, SESSION)
        office: Office = request.app.state.tilsvar.office
        request.scope[_KNOWN] = _look_up(office, token) if token else None
    found: SignedIn | None = request.scope[_KNOWN]
    return found


def begin_session(request: Request, response: Response, token: str) -> None:
    set_cookie(request, response, SESSION, token, lasts=SESSION_LASTS)


def end_session(request: Request, response: Response) -> None:
    """Take the token from the browser, and what it keeps of the pages with it."""
    drop_cookie(request, response, SESSION)
    response.headers["Clear-Site-Data"] = '"cache"'


def _look_up(office: Office, token: str) -> SignedIn | None:
    with office.reading() as work:
        row = find_session(work.session, token)
        if row is None or not _has_a_role(row, work.today):
            return None
    if row.last_seen < machine_now() - SEEN_EVERY:
        with office.engine.begin() as connection:
            seen = update(session).where(session.c.id == row.id)
            connection.execute(seen.values(last_seen=machine_now()))
    return SignedIn(row.key, row.name, row.role, row.organisation, row.id)


def _has_a_role(row: Row[Any], day: Any) -> bool:
    person = Person(row.key, row.name, "", row.role, since=row.since, until=row.until)
    return person.active_on(day)


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.tilsvar.settings
    return settings
