"""What the council did in a period: letters, op-eds and meetings, as they stood on a day.

Seen at the end of that day in Oslo by the facts' own dates as they are known now. What was
withdrawn or called off is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, String, and_, or_, select, type_coerce

from ..domain.dates import Edtf
from ..domain.events import (
    Event,
    OpEdApproved,
    OpEdCirculated,
    OpEdPublished,
    OpEdRejected,
    OpEdStarted,
    OpEdSubmitted,
    OpEdTouched,
)
from ..domain.kinds import Kind, MeetingKind, MeetingStatus, OpEdStatus, ReplyKind
from ..domain.letters import Letter
from ..domain.media import Coverage
from ..domain.meetings import Meeting
from ..domain.obligations import Reply
from ..domain.op_eds import OpEd
from ..store import media_tables, tables
from ..store.event_log import histories
from ..store.unit_of_work import UnitOfWork
from .asked import Asked

DIALOGUE = (MeetingKind.DIALOGUE, MeetingKind.WORKSHOP)
"""Meetings to which the council invites others; both count as dialogue (domain.md)."""


def letters(work: UnitOfWork, asked: Asked) -> list[Letter]:
    """The letters, memos and submissions sent in the period, by day; no follow-ups."""
    letter = tables.letter.c
    query = select(Letter).where(
        ~letter.withdrawn, letter.follows_up == (), in_years(letter.sent, asked)
    )
    found = [each for each in work.session.scalars(query) if asked.covers(each.sent)]
    return sorted(found, key=lambda each: (each.sent.sort_key(), each.key))


def in_years(column: ColumnElement[Any], asked: Asked) -> ColumnElement[bool]:
    """Of the years that the period touches; the days are looked at afterwards.

    Years compare alike as text in every form of EDTF but "no later than", whose dots stand before
    all figures. Both databases find either by the column's index.
    """
    on = type_coerce(column, String)
    until = on < str((asked.last or asked.as_of).year + 1)
    if asked.first is None:
        return until
    return or_(and_(on >= str(asked.first.year), until), on < "0")


def op_eds(work: UnitOfWork, asked: Asked) -> list[OpEd]:
    """The op-eds published in the period, by day."""
    found = [
        (each.published.sort_key(), each.key, each)
        for each in work.all(OpEd)
        if each.published is not None and asked.covers(each.published)
    ]
    return [each for _, _, each in sorted(found, key=lambda each: each[:2])]


def coverage(work: UnitOfWork, asked: Asked) -> list[Coverage]:
    """What was printed about the council's work in the period, by day."""
    columns = media_tables.coverage.c
    query = select(Coverage).where(~columns.withdrawn, in_years(columns.on, asked))
    found = [each for each in work.session.scalars(query) if asked.covers(each.on)]
    return sorted(found, key=lambda each: (each.on.sort_key(), each.key))


@dataclass(frozen=True)
class InWork:
    """An op-ed that was not out yet: how far it had come, and when something last happened."""

    op_ed: OpEd
    status: OpEdStatus
    on: date
    outlet: str | None = None


def op_eds_in_work(work: UnitOfWork, asked: Asked) -> list[InWork]:
    """The op-eds that lay with the council, or with an outlet, at the end of the day."""
    every = {each.key: each for each in work.all(OpEd)}
    steps: dict[str, InWork | None] = {}
    for recorded in histories(work.session, Kind.OP_ED, every):
        key = recorded.event.subject
        step = _step(every[key], recorded.event)
        if step is not None and step.on <= asked.as_of:
            steps[key] = step
    found = [each for each in steps.values() if each and each.status is not OpEdStatus.PUBLISHED]
    return sorted(found, key=lambda each: (each.on, each.op_ed.key))


_STEPS: dict[type[Event], OpEdStatus] = {
    OpEdTouched: OpEdStatus.DRAFT,
    OpEdCirculated: OpEdStatus.CIRCULATED,
    OpEdApproved: OpEdStatus.APPROVED,
    OpEdSubmitted: OpEdStatus.SUBMITTED,
    OpEdRejected: OpEdStatus.REJECTED,
}


def _step(op_ed: OpEd, event: Any) -> InWork | None:
    """How far the event says that the op-ed had come; None where it says nothing of that."""
    if isinstance(event, OpEdStarted):
        return InWork(op_ed, OpEdStatus(event.status), event.on, op_ed.outlet)
    if isinstance(event, OpEdPublished):
        return InWork(op_ed, OpEdStatus.PUBLISHED, event.published.last, event.outlet)
    status = _STEPS.get(type(event))
    return InWork(op_ed, status, event.on, getattr(event, "outlet", None)) if status else None


def meetings(work: UnitOfWork, asked: Asked, *kinds: MeetingKind) -> list[Meeting]:
    """The meetings of those kinds that were held in the period, by day."""
    return _sorted(
        each
        for each in work.all(Meeting)
        if each.kind in kinds
        and each.status is not MeetingStatus.CANCELLED
        and asked.covers(each.time.on)
    )


def meetings_ahead(work: UnitOfWork, asked: Asked, *kinds: MeetingKind) -> list[Meeting]:
    """The meetings of those kinds that were still to come on the day, within the period."""
    within = replace(asked, as_of=date.max)
    return _sorted(
        each
        for each in work.all(Meeting)
        if each.kind in kinds
        and each.status is not MeetingStatus.CANCELLED
        and each.time.on.last > asked.as_of
        and within.covers(each.time.on)
    )


def _sorted(found: Iterator[Meeting]) -> list[Meeting]:
    return sorted(found, key=lambda each: (each.time.on.sort_key(), each.key))


@dataclass(frozen=True)
class Came:
    """One answer or interim reply that came in: on which letter, and from whom."""

    letter: Letter
    reply: Reply

    @property
    def on(self) -> Edtf:
        return self.reply.received


def replies(letter: Letter, day: date) -> list[Reply]:
    """What had come back to the letter by the end of that day, oldest first.

    An acknowledgement is no answer; a reply that was given to another letter stands with that one.
    """
    found = [
        reply
        for obligation in letter.obligations
        for reply in obligation.replies
        if reply.counts(day)
        and reply.given_to is None
        and reply.kind is not ReplyKind.ACKNOWLEDGEMENT
    ]
    return sorted(found, key=lambda each: each.received.sort_key())


def came_in(work: UnitOfWork, asked: Asked) -> list[Came]:
    """Answers and interim replies received in the period, by day."""
    keys = (
        select(tables.obligation.c.letter_key)
        .join(tables.reply, tables.reply.c.obligation_key == tables.obligation.c.key)
        .where(in_years(tables.reply.c.received, asked))
    )
    query = select(Letter).where(tables.letter.c.key.in_(keys))
    found = [
        Came(letter, reply)
        for letter in work.session.scalars(query)
        if not letter.withdrawn
        for reply in replies(letter, asked.as_of)
        if asked.covers(reply.received)
    ]
    return sorted(found, key=lambda each: (each.on.sort_key(), each.letter.key))
