"""What the ledger knows of a day that has begun: the mails, and those that nobody could get."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.sql.schema import Column

from ..domain.dates import end_of_day, local_moment
from ..domain.events import Bell, Event
from ..domain.people import Person
from ..store import flow
from ..store.event_log import from_row
from ..store.unit_of_work import UnitOfWork
from .tidings import HeldBack, Message, Reason

_NOBODY = "nobody:"
_NOT_SENT = {"withdrawn": Reason.SETTLED, "failed": Reason.NOT_SENT}


def mails_of(work: UnitOfWork, day: date) -> Iterator[Message | HeldBack]:
    """The mails of that day; those withdrawn before they left, or refused, are held back."""
    bells = _bells(work, day)
    for row in work.session.execute(select(flow.mail).where(_that_day(work, flow.mail.c.at, day))):
        objects = tuple(row.about)
        if row.state in _NOT_SENT:
            for key in objects:
                yield HeldBack(key, _NOT_SENT[row.state])
        else:
            event = bells.get((row.kind, row.subject_key, row.rung))
            yield Message(work.get(Person, row.person), row.kind, objects, (row.rung,), event)


def nobody_of(work: UnitOfWork, day: date) -> Iterator[HeldBack]:
    """The reminders of that day for a role that nobody held."""
    reminder = flow.reminder.c
    query = select(reminder.key, reminder.recipient).where(
        _that_day(work, reminder.at, day), reminder.recipient.startswith(_NOBODY)
    )
    for row in work.session.execute(query):
        yield HeldBack(row.key, Reason.nobody(row.recipient.removeprefix(_NOBODY)))


def _bells(work: UnitOfWork, day: date) -> dict[tuple[str, str, str], Event]:
    """What the clock told on that day, by kind, object and rung: the reason of each mail."""
    query = select(flow.event).where(_that_day(work, flow.event.c.at, day))
    events = [from_row(row).event for row in work.session.execute(query)]
    return {
        (event.name, event.subject, event.rung): event
        for event in events
        if isinstance(event, Bell)
    }


def _that_day(work: UnitOfWork, at: Column[Any], day: date) -> ColumnElement[bool]:
    start: datetime = local_moment(day, time(), work.office.zone)
    return and_(at >= start, at < end_of_day(day, work.office.zone))
