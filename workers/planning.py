"""Keeps the clock's list in step with the facts: on which days it must look at an object.

A rung dated before the day on which the fact was recorded is known too late and never goes out, so
that a first import floods nobody. A rung of an older version gives way to the new ones.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.engine import Row

from ..commands.groups import holder_of
from ..commands.watching import watches_of
from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.events import Awoken, Event, LadderChanged, Snoozed
from ..domain.kinds import Kind
from ..domain.ladders import Rung, waking
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd
from ..domain.promises import Promise
from ..domain.themes import Theme
from ..domain.watches import Watch
from ..store import flow
from ..store.clock import local_day
from ..store.pauses import load_snooze
from ..store.unit_of_work import UnitOfWork
from .rungs import days_of, moment_known, move, settle, written

ENTITIES: dict[Kind, type[Entity]] = {
    Kind.LETTER: Letter,
    Kind.CONSULTATION: Consultation,
    Kind.DEADLINE: Deadline,
    Kind.OP_ED: OpEd,
    Kind.MEETING: Meeting,
    Kind.THEME: Theme,
    Kind.MEASURE: Measure,
    Kind.PROMISE: Promise,
}
GROUPS = {
    Kind.OBLIGATION: Kind.LETTER,
    Kind.CONSULTATION: Kind.CONSULTATION,
    Kind.DEADLINE: Kind.DEADLINE,
    Kind.OP_ED: Kind.OP_ED,
    Kind.MEETING: Kind.MEETING,
    Kind.THEME: Kind.THEME,
    Kind.STAKEHOLDER: Kind.THEME,
    Kind.MEASURE: Kind.MEASURE,
    Kind.PROMISE: Kind.PROMISE,
}
"""Which entity holds the objects of a kind."""

RESTING = "resting"
"""The state of a rung of what may be worked on again: it waits anew as soon as it is."""

MAY_REST = frozenset({Kind.THEME, Kind.STAKEHOLDER, Kind.MEASURE})


def plan_rungs(work: UnitOfWork, event: Event, at: datetime) -> None:
    """Bring the rungs of the event's object into step; `at` is when the fact was recorded (UTC)."""
    kind = Kind.OBLIGATION if event.about is Kind.LETTER else event.about
    plan_kinds(work, work.get(ENTITIES[event.about], event.subject), (kind,), at)


def plan_kinds(
    work: UnitOfWork,
    entity: Entity,
    kinds: Collection[Kind],
    at: datetime,
    concerns: Callable[[str], bool] = lambda _key: True,
) -> None:
    """The same for all objects of these kinds that the entity holds and whose key it `concerns`."""
    every = (each for each in watches_of(work, entity) if each.kind in kinds)
    watches = {watch.key: watch for watch in every if concerns(watch.key)}
    rung = flow.rung.c
    waiting = work.session.execute(
        select(rung.id, rung.kind, rung.key, rung.version).where(
            rung.group == entity.key,
            rung.kind.in_([each.value for each in kinds]),
            rung.state == "waiting",
        )
    ).all()
    for row in waiting:
        watch = watches.get(row.key)
        if concerns(row.key) and (watch is None or watch.version != row.version):
            settle(work, [row.id], unwatched(Kind(row.kind)) if watch is None else "superseded")
    for watch in watches.values():
        _climb(work, watch, at)


def unwatched(kind: Kind) -> str:
    """What becomes of a rung whose object nobody watches now."""
    return RESTING if kind in MAY_REST else "closed"


def _climb(work: UnitOfWork, watch: Watch, at: datetime) -> None:
    """Write the rungs of this version of the watch that are not there yet.

    What has fired is never written again; what waits and is no longer on the ladder is dropped.
    """
    there, planned = written(work, watch), _planned(work, watch)
    days = {each.name: day for each, day in planned}
    gone = [row.id for row in there.values() if row.state == "waiting" and row.rung not in days]
    settle(work, gone, "dropped")
    known = local_day(at, work.office.zone)
    back = [row.id for row in there.values() if _comes_back(row, days, known)]
    settle(work, back, "waiting")
    rows: list[dict[str, Any]] = [
        {
            "ladder": watch.ladder,
            "kind": watch.kind.value,
            "key": watch.key,
            "group": watch.group,
            "version": watch.version,
            "rung": each.name,
            "urgency": urgency,
            "day": day,
            "due_at": moment_known(work, each, day, at),
            "state": "waiting" if day >= known else "too_late",
        }
        for urgency, (each, day) in enumerate(planned)
        if each.name not in there
    ]
    if rows:
        work.session.execute(insert(flow.rung), rows)
    if any(row["state"] == "waiting" and row["due_at"] <= work.now for row in rows):
        # Known on its own day: whoever is to hear of it need not wait for the next tick.
        work.ring_after_commit("ring", f"{watch.kind.value}:{watch.group}")


def _planned(work: UnitOfWork, watch: Watch) -> list[tuple[Rung, date]]:
    """The rungs of its ladder, and the day on which it speaks again after a snooze.

    It does so whatever was missed meanwhile.
    """
    planned, snooze = days_of(work, watch), load_snooze(work.session, watch.key)
    if snooze is not None and snooze.until is not None:
        planned.append((waking(snooze.until), work.calendar.on_or_after(snooze.until)))
    return planned


def _comes_back(row: Row[Any], days: Mapping[str, date], known: date) -> bool:
    """Whether a rung that an edit had taken off the ladder is on it again, and still ahead.

    One that only rested was known in time, and speaks as soon as its object is worked on again.
    """
    day = days.get(row.rung)
    if day is None:
        return False
    return row.state == RESTING or (row.state == "dropped" and day >= known)


def plan_ladder(work: UnitOfWork, event: LadderChanged, at: datetime) -> None:
    """An edited ladder: everything under it is planned again; no rung that went out comes back."""
    rung = flow.rung.c
    under = select(rung.kind, rung.group).where(rung.ladder == event.ladder).distinct()
    if event.object:
        under = under.where(rung.key == event.object)
    for row in work.session.execute(under.order_by(rung.kind, rung.group)).all():
        entity = work.look(ENTITIES[GROUPS[Kind(row.kind)]], row.group)
        for watch in watches_of(work, entity) if entity else ():
            if watch.ladder == event.ladder and event.object in ("", watch.key):
                _climb(work, watch, at)


def plan_snooze(work: UnitOfWork, event: Snoozed | Awoken, at: datetime) -> None:
    """An object is put off, or no longer: the rung at which it speaks again follows."""
    for watch in watches_of(work, holder_of(work, event.group)):
        if watch.key == event.object:
            _climb(work, watch, at)


def replan_rungs(work: UnitOfWork, _event: Event, _at: datetime) -> None:
    """The calendar may have changed: every rung that waits goes to its working day anew.

    A date that the change itself moved has a new version and is planned by its own event. A rung
    that comes to lie in the past still goes out: it was known in time.
    """
    rung = flow.rung.c
    waiting = work.session.execute(
        select(rung.id, rung.kind, rung.group, rung.key, rung.version, rung.rung, rung.day)
        .where(rung.state == "waiting")
        .order_by(rung.kind, rung.group)
    ).all()
    held: dict[tuple[Kind, str], list[Watch]] = {}
    for row in waiting:
        holder = (GROUPS[Kind(row.kind)], row.group)
        if holder not in held:
            entity = work.look(ENTITIES[holder[0]], row.group)
            held = {holder: watches_of(work, entity) if entity else []}
        for watch in held[holder]:
            if (watch.key, watch.version) == (row.key, row.version):
                for each, day in days_of(work, watch):
                    if each.name == row.rung and day != row.day:
                        move(work, row.id, each, day)
