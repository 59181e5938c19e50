"""Facts about calendar feeds: an address handed out, an address taken back."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from ..domain.areas import Area
from ..domain.errors import DomainError
from ..domain.events import FeedMade, FeedRestored, FeedWithdrawn
from ..domain.kinds import Kind, MeetingKind
from ..domain.people import Person
from ..store import flow
from ..store.clock import machine_now
from ..store.tokens import hash_token, new_token
from ..store.unit_of_work import UnitOfWork, Unknown

FEED_KINDS: tuple[str, ...] = (*(kind.value for kind in MeetingKind), Kind.DEADLINE.value)
"""What a feed can be narrowed to: the kinds of meetings, and deadlines of every sort."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")


class BadFeedName(DomainError):
    """“{name}” cannot stand in an address: use at most 60 of a–z, 0–9, - and _, as in council."""


class NoSuchFeedKind(DomainError):
    """A feed cannot be narrowed to “{kind}”: use one or more of {known}."""


class InvitedNobody(DomainError):
    """Only somebody's own calendar can leave out what they are invited to: say whose it is."""


def create_feed(
    work: UnitOfWork,
    *,
    name: str,
    person: str | None = None,
    kinds: Iterable[str] = (),
    area: str | None = None,
    alarms: bool = False,
    invited: bool = True,
) -> str:
    """Hand out a new subscription and return its token, which is never shown again.

    `person` is the key of whoever it is for: the council's meetings, those to which they are
    invited (left out without `invited`) and the dates that are theirs. `kinds` and `area` narrow
    it, none means everything; `alarms` lets the reader's calendar remind. Only the token's hash is
    stored, and the stamps are the machine's own time, whatever the domain's clock.
    Raises BadFeedName, NoSuchFeedKind, InvitedNobody, and Unknown for the person or the area.
    """
    if not _NAME.fullmatch(name):
        raise BadFeedName(name=name)
    wanted = sorted(set(kinds))
    for kind in wanted:
        if kind not in FEED_KINDS:
            raise NoSuchFeedKind(kind=kind, known=", ".join(FEED_KINDS))
    if person is None and not invited:
        raise InvitedNobody
    owner = None if person is None else work.known(Person, person)
    token = new_token()
    made = work.session.scalar(
        insert(flow.feed)
        .values(
            name=name,
            token_hash=hash_token(token),
            person=owner,
            kinds=wanted,
            area=area and work.known(Area, area),
            alarms=alarms,
            invited=invited,
            created=machine_now(),
        )
        .returning(flow.feed.c.id)
    )
    work.record(FeedMade(str(made), owner))
    return token


def list_feeds(work: UnitOfWork) -> Sequence[Row[Any]]:
    """Every feed ever handed out, oldest first; `revoked` tells those that were taken back."""
    return work.session.execute(select(flow.feed).order_by(flow.feed.c.id)).all()


def revoke_feed(work: UnitOfWork, *, feed: int) -> None:
    """Take an address back, by the number that the list shows. Raises Unknown.

    A program that has asked meanwhile may have put the calendar away for good.
    """
    _set(work, feed, FeedWithdrawn, flow.feed.c.revoked.is_(None), machine_now())


def restore_feed(work: UnitOfWork, *, feed: int) -> None:
    """The address that was taken back by mistake shows its calendar again. Raises Unknown."""
    _set(work, feed, FeedRestored, flow.feed.c.revoked.is_not(None), None)


def _set(
    work: UnitOfWork,
    feed: int,
    event: type[FeedWithdrawn | FeedRestored],
    otherwise: ColumnElement[bool],
    revoked: datetime | None,
) -> None:
    """Where it is so already nothing happens."""
    column = flow.feed.c
    row = work.session.execute(select(column.person).where(column.id == feed)).first()
    if row is None:
        raise Unknown(what="feed", key=feed)
    changed = update(flow.feed).where(column.id == feed, otherwise).returning(column.id)
    if work.session.scalar(changed.values(revoked=revoked)) is not None:
        work.record(event(str(feed), row.person))
