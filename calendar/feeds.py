"""Subscribed calendars: found by the token in their address, served as bytes, their use noted."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Row, or_, select, update

from ..domain.errors import TilsvarError
from ..store import flow
from ..store.clock import machine_now
from ..store.tokens import hash_token, same
from ..store.unit_of_work import Office, UnitOfWork
from ..wording.language import Language
from .press import Order, Press
from .selection import Selection
from .text import one_line
from .titles import COUNCIL

_NOTED_EVERY = timedelta(minutes=10)
_LONGEST_CLIENT = 200


class NoSuchCalendar(TilsvarError):
    """There is no calendar {name}. Use council, or the name of a feed that has not been revoked."""


def find_feed(work: UnitOfWork, token: str) -> Row[Any] | None:
    """The feed with that token, or None; a revoked one is found too, with its `revoked` set."""
    wanted = hash_token(token)
    query = select(flow.feed).where(flow.feed.c.token_hash == wanted)
    row = work.session.execute(query).first()
    return row if row is not None and same(row.token_hash, wanted) else None


def selection_of(row: Row[Any]) -> Selection:
    """What the feed of that row holds."""
    return Selection(tuple(row.kinds), row.area, row.person, row.invited)


def feed_bytes(work: UnitOfWork, row: Row[Any], lang: Language, base_url: str) -> bytes:
    """The calendar that the feed serves, as UTF-8; the same state gives the same bytes."""
    return _made(work, Order(row.name, selection_of(row), row.alarms, lang.code, base_url))


def export(work: UnitOfWork, name: str, lang: Language, base_url: str) -> bytes:
    """The bytes that the newest living feed of that name serves; `council` needs no feed.

    Somebody's own is taken only where nobody else has one of that name. Raises NoSuchCalendar.
    """
    feed = flow.feed.c
    newest = (
        select(flow.feed)
        .where(feed.name == name, feed.revoked.is_(None))
        .order_by(feed.person.is_not(None), feed.id.desc())
        .limit(1)
    )
    found = work.session.execute(newest).first()
    if found is not None and found.person is not None and name == COUNCIL:
        found = None
    if found is not None:
        return feed_bytes(work, found, lang, base_url)
    if name != COUNCIL:
        raise NoSuchCalendar(name=name)
    return _made(
        work, Order(name, Selection(), alarms=False, language=lang.code, base_url=base_url)
    )


def fetched(office: Office, row: Row[Any], client: str) -> None:
    """Note that a calendar program has fetched the feed, at most once in ten minutes.

    `client` is what the program calls itself (User-Agent). The time is the machine's own: it tells
    of a real visit, whatever day the domain's clock shows.
    """
    now = machine_now()
    if row.fetched_at is not None and row.fetched_at > now - _NOTED_EVERY:
        return
    feed = flow.feed
    # Asked again in the statement: many fetches may have read the same old row.
    long_ago = or_(feed.c.fetched_at.is_(None), feed.c.fetched_at <= now - _NOTED_EVERY)
    note = update(feed).where(feed.c.id == row.id, long_ago)
    with office.engine.begin() as connection:
        connection.execute(
            note.values(fetched_at=now, fetched_by=one_line(client)[:_LONGEST_CLIENT])
        )


def _made(work: UnitOfWork, order: Order) -> bytes:
    return Press(work.office).made(work, order).content
