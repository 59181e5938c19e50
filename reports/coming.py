"""What the clock will tell on coming days, from its list and the facts as they stand.

The choice between rungs is the clock's own (`workers.ringing`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Row

from ..commands.watching import met_on, watches_of
from ..domain.dates import end_of_day, local_moment
from ..domain.entity import Entity
from ..domain.events import Event
from ..domain.kinds import Kind
from ..domain.ladders import Rung
from ..domain.pauses import Pause
from ..domain.watches import Watch, bell
from ..store import flow
from ..store.clock import local_day
from ..store.pauses import load_pauses, load_snooze
from ..store.unit_of_work import UnitOfWork
from .objects import HOLDERS
from .tidings import HeldBack, Reason

LONGEST = timedelta(days=14)
"""Further back than this nothing is collected for the digest of a day: weekly is the rarest."""


@dataclass(frozen=True)
class Coming:
    """On that day the clock tells of these objects of one entity, at one rung."""

    day: date
    entity: Entity
    rung: Rung
    told: tuple[Watch, ...]

    @property
    def event(self) -> Event:
        return bell(self.rung, self.told)


def coming(work: UnitOfWork, until: date) -> Iterator[Coming | tuple[date, HeldBack]]:
    """What the days to `until` bring, and what each holds back."""
    pauses = load_pauses(work.session)
    days = [(_rings_on(work, row, pauses), row) for row in _waiting(work, until, pauses)]
    for day, row in days:
        if _due(work, row) < day and day > work.today:
            yield _due(work, row), HeldBack(row.key, _why_later(work, row))
    wanted = [pair for pair in days if pair[0] <= until]
    wanted.sort(key=lambda pair: (pair[0], pair[1].kind, pair[1].group))
    for (day, kind, group), several in groupby(
        wanted, key=lambda pair: (pair[0], pair[1].kind, pair[1].group)
    ):
        entity = work.view(HOLDERS[Kind(kind)], group)
        yield from _told(work, day, entity, [row for _, row in several])


def snoozed(work: UnitOfWork, key: str, day: date) -> bool:
    """Whether somebody has put it off beyond that day."""
    snooze = load_snooze(work.session, key)
    return snooze is not None and snooze.holds(day)


def _waiting(work: UnitOfWork, until: date, pauses: Sequence[Pause]) -> list[Row[Any]]:
    """The rungs that may still be told by then; the most urgent of each object last."""
    zone, rung = work.office.zone, flow.rung.c
    earliest = min([until - LONGEST, *(pause.first for pause in pauses if pause.last < until)])
    query = select(flow.rung).where(rung.state == "waiting", rung.due_at < end_of_day(until, zone))
    if earliest > work.today:
        query = query.where(rung.due_at >= local_moment(earliest, time(), zone))
    return list(work.session.execute(query.order_by(rung.kind, rung.group, rung.urgency, rung.key)))


def _due(work: UnitOfWork, row: Row[Any]) -> date:
    return local_day(row.due_at, work.office.zone)


def _rings_on(work: UnitOfWork, row: Row[Any], pauses: Sequence[Pause]) -> date:
    """Today what an outage has left behind; after a pause, or a meeting, what it held back."""
    day = max(_due(work, row), work.today)
    meeting = met_on(work, row.ladder, row.key, day)
    if meeting is not None:
        day = work.calendar.shift(meeting, 1)
    for pause in pauses:
        if pause.covers(day):
            day = pause.last + timedelta(days=1)
    return day


def _why_later(work: UnitOfWork, row: Row[Any]) -> Reason:
    meeting = met_on(work, row.ladder, row.key, max(_due(work, row), work.today))
    return Reason.PAUSED if meeting is None else Reason.MEETING_AHEAD


def _told(
    work: UnitOfWork, day: date, entity: Entity, rows: list[Row[Any]]
) -> Iterator[Coming | tuple[date, HeldBack]]:
    """The rows come with the most urgent last; that one is told of, the others are not."""
    newest = {row.key: row for row in rows}
    watches = {watch.key: watch for watch in watches_of(work, entity)}
    for row in rows:
        watch = watches.get(row.key)
        if watch is None:
            yield day, HeldBack(row.key, Reason.SETTLED)
        elif snoozed(work, row.key, day):
            yield day, HeldBack(row.key, Reason.SNOOZED)
        elif row is not newest[row.key] or row.version != watch.version:
            yield day, HeldBack(row.key, Reason.GIVEN_WAY)
    reached = [
        (last.ladder, last.rung, watch)
        for key, watch in watches.items()
        if (last := newest.get(key)) is not None
        and last.version == watch.version
        and not snoozed(work, key, day)
        and work.ladders.ladder(last.ladder, key).has(last.rung)
    ]
    reached.sort(key=lambda each: each[:2])
    for (ladder, name), several in groupby(reached, key=lambda each: each[:2]):
        told = tuple(watch for *_, watch in several)
        rung = work.ladders.ladder(ladder, told[0].key).rung(name)
        yield Coming(day, entity, rung, told)
