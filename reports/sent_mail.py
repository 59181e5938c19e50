"""What the ledger knows of a day that has begun: the mails, and what nobody was told of."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.engine import Row
from sqlalchemy.sql.schema import Column

from ..domain.dates import end_of_day, local_moment
from ..domain.events import Bell, Event, catalogue
from ..domain.people import Person
from ..store import flow
from ..store.event_log import from_row
from ..store.unit_of_work import UnitOfWork
from .tidings import HeldBack, Line, Message, Reason, digest_of

_NOBODY = "nobody:"
_NOT_SENT = {"withdrawn": Reason.SETTLED, "failed": Reason.NOT_SENT}


def mails_of(work: UnitOfWork, day: date) -> Iterator[Message | HeldBack]:
    """The mails of that day; those withdrawn before they left, or refused, are held back."""
    # What has no rung, such as an invitation, was told by a person and not by the clock.
    that_day = select(flow.mail).where(_that_day(work, flow.mail.c.at, day), flow.mail.c.rung != "")
    mails = work.session.execute(that_day)
    for mail in mails.all():
        if mail.state in _NOT_SENT:
            yield from (HeldBack(key, _NOT_SENT[mail.state]) for key in mail.about)
            continue
        rows = _reminders(work, mail.id)
        told = {row.key for row in rows}
        yield from (HeldBack(key, Reason.SETTLED) for key in mail.about if key not in told)
        lines = tuple(lines_of(work, rows))
        person = work.view(Person, mail.person)
        if rows and rows[0].digest_id is not None:
            yield digest_of(person, lines)
        else:
            yield Message(person, lines, collected=False)


def nobody_of(work: UnitOfWork, day: date) -> Iterator[HeldBack]:
    """The reminders of that day for a role that nobody held."""
    reminder = flow.reminder.c
    query = select(reminder.key, reminder.recipient).where(
        _that_day(work, reminder.at, day), reminder.recipient.startswith(_NOBODY)
    )
    for row in work.session.execute(query):
        yield HeldBack(row.key, Reason.nobody(row.recipient.removeprefix(_NOBODY)))


def _reminders(work: UnitOfWork, mail_id: str) -> Sequence[Row[Any]]:
    reminder = flow.reminder
    return work.session.execute(select(reminder).where(reminder.c.mail_id == mail_id)).all()


def lines_of(work: UnitOfWork, rows: Sequence[Row[Any]]) -> Iterator[Line]:
    """Reminders as lines, one for all that one event told of."""
    in_order = sorted(rows, key=lambda row: (*_telling(row), row.key))
    for (_, bell, rung, *_), several in groupby(in_order, key=_telling):
        told = list(several)
        yield Line(bell, tuple(row.key for row in told), rung, _event(work, told[0]))


def told_by_clock(bell: str) -> bool:
    """Whether it is the clock that tells, of objects that may be settled; else it is news."""
    return issubclass(catalogue()[bell], Bell)


def _telling(row: Row[Any]) -> tuple[str, str, str, datetime, str]:
    alone = "" if told_by_clock(row.bell) else row.key
    return (row.group, row.bell, row.rung, row.at, alone)


def _event(work: UnitOfWork, row: Row[Any]) -> Event | None:
    """What was told, which was recorded just before the reminder was written."""
    event = flow.event.c
    query = (
        select(flow.event)
        .where(event.subject == row.group, event.name == row.bell, event.at <= row.at)
        .order_by(event.id.desc())
    )
    events = (from_row(each).event for each in work.session.execute(query))
    return next((each for each in events if _tells(each, row)), None)


def _tells(event: Event, row: Row[Any]) -> bool:
    if isinstance(event, Bell):
        return bool(event.rung == row.rung)
    recipient = getattr(event, "recipient", None)
    return recipient is None or str(row.key) == f"{event.subject}/{recipient}"


def _that_day(work: UnitOfWork, at: Column[Any], day: date) -> ColumnElement[bool]:
    start: datetime = local_moment(day, time(), work.office.zone)
    return and_(at >= start, at < end_of_day(day, work.office.zone))
