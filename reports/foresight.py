"""What goes out on a day, to whom and why; and what does not, and why not. Nothing is sent.

A coming day is foreseen from the clock's list and the facts as they stand; a past day is read from
the ledger; today is both. The choice between rungs is the clock's own (`workers.ringing`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.engine import Row

from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.ladders import Rung
from ..domain.watches import Watch, bell, watched
from ..store import flow
from ..store.pauses import load_pauses, load_snooze
from ..store.unit_of_work import UnitOfWork
from .objects import HOLDERS
from .sent_mail import mails_of, nobody_of
from .tidings import HeldBack, Message, Reason


@dataclass(frozen=True)
class Foresight:
    """The messages of a day, and what is held back on it."""

    on: date
    messages: tuple[Message, ...]
    held_back: tuple[HeldBack, ...]


def due_on(work: UnitOfWork, day: date) -> Foresight:
    """What was sent, or would be sent, on that day in Oslo."""
    told: list[Message | HeldBack] = []
    if day <= work.today:
        told += mails_of(work, day)
        told += nobody_of(work, day)
    if day >= work.today:
        told += _foreseen(work, day)
    told += _settled(work, day)
    messages = sorted((each for each in told if isinstance(each, Message)), key=Message.sort_key)
    spoken_of = {key for message in messages for key in message.objects}
    held_back = {
        each
        for each in told
        if isinstance(each, HeldBack)
        and not (each.reason is Reason.GIVEN_WAY and each.key in spoken_of)
    }
    return Foresight(day, tuple(messages), tuple(sorted(held_back, key=HeldBack.sort_key)))


def _foreseen(work: UnitOfWork, day: date) -> Iterator[Message | HeldBack]:
    rung = flow.rung.c
    paused = any(pause.covers(day) for pause in load_pauses(work.session))
    # What an outage has left behind goes out today, with what is due today.
    reached = rung.day <= day if day == work.today else rung.day == day
    rows = _rungs(work, and_(rung.state == "waiting", reached))
    for (kind, group), of_group in groupby(rows, key=lambda row: (row.kind, row.group)):
        entity = work.get(HOLDERS[Kind(kind)], group)
        if paused:
            yield from (HeldBack(row.key, Reason.PAUSED) for row in of_group)
        else:
            yield from _foreseen_of(work, day, entity, list(of_group))


def _foreseen_of(
    work: UnitOfWork, day: date, entity: Entity, rows: list[Row[Any]]
) -> Iterator[Message | HeldBack]:
    """The rows come with the most urgent last; that one is told of, the others are not."""
    newest = {row.key: row for row in rows}
    watches = {watch.key: watch for watch in watched(entity)}
    for row in rows:
        watch = watches.get(row.key)
        if watch is None:
            yield HeldBack(row.key, Reason.SETTLED)
        elif _snoozed(work, row.key, day):
            yield HeldBack(row.key, Reason.SNOOZED)
        elif row is not newest[row.key] or row.version != watch.version:
            yield HeldBack(row.key, Reason.GIVEN_WAY)
    reached = [
        (last.ladder, last.rung, watch)
        for key, watch in watches.items()
        if (last := newest.get(key)) is not None
        and last.version == watch.version
        and not _snoozed(work, key, day)
        and work.ladders.ladder(last.ladder, key).has(last.rung)
    ]
    reached.sort(key=lambda each: each[:2])
    for (ladder, name), several in groupby(reached, key=lambda each: each[:2]):
        told = [watch for *_, watch in several]
        rung = work.ladders.ladder(ladder, told[0].key).rung(name)
        yield from _addressed(work, day, entity, rung, told)


def _snoozed(work: UnitOfWork, key: str, day: date) -> bool:
    snooze = load_snooze(work.session, key)
    return snooze is not None and snooze.holds(day)


def _addressed(
    work: UnitOfWork, day: date, entity: Entity, rung: Rung, told: list[Watch]
) -> Iterator[Message | HeldBack]:
    event, keys = bell(rung, told), tuple(watch.key for watch in told)
    reached: set[str] = set()
    for audience in rung.to:
        people = work.roll.hears(audience, entity, day)
        if not people:
            yield from _nobody(keys, audience)
        for person in people:
            if person.key not in reached:
                reached.add(person.key)
                yield Message(person, event.name, keys, (rung.name,), event)


def _nobody(keys: Iterable[str], audience: str) -> Iterator[HeldBack]:
    for key in keys:
        yield HeldBack(key, Reason.nobody(audience))


_SETTLED = {
    "too_late": Reason.KNOWN_TOO_LATE,
    "superseded": Reason.GIVEN_WAY,
    "dropped": Reason.GIVEN_WAY,
    "closed": Reason.SETTLED,
    "snoozed": Reason.SNOOZED,
}
"""Why a rung in that state is not told of."""


def _settled(work: UnitOfWork, day: date) -> Iterator[HeldBack]:
    """The rungs of that day that did not, or will not, go out."""
    rung = flow.rung.c
    for row in _rungs(work, and_(rung.day == day, rung.state.in_(_SETTLED))):
        yield HeldBack(row.key, _SETTLED[row.state])


def _rungs(work: UnitOfWork, wanted: ColumnElement[bool]) -> list[Row[Any]]:
    rung = flow.rung.c
    return list(
        work.session.execute(
            select(
                rung.kind, rung.group, rung.key, rung.version, rung.ladder, rung.rung, rung.state
            )
            .where(wanted)
            .order_by(rung.kind, rung.group, rung.urgency, rung.key)
        )
    )
