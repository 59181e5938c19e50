"""Keeps the clock's list in step with the facts: on which days it must look at an object.

A rung dated before the day on which the fact was recorded is known too late and never goes out, so
that a first import floods nobody. A rung of an older version gives way to the new ones.
"""

from datetime import date, datetime

from sqlalchemy import insert, select, update

from ..domain.consultations import Consultation
from ..domain.dates import local_moment
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.events import Event
from ..domain.kinds import Kind
from ..domain.ladders import LADDERS, Rung
from ..domain.letters import Letter
from ..domain.op_eds import OpEd
from ..domain.watches import Watch, watched
from ..store import flow
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork

ENTITIES: dict[Kind, type[Entity]] = {
    Kind.LETTER: Letter,
    Kind.CONSULTATION: Consultation,
    Kind.DEADLINE: Deadline,
    Kind.OP_ED: OpEd,
}
GROUPS = {
    Kind.OBLIGATION: Kind.LETTER,
    Kind.CONSULTATION: Kind.CONSULTATION,
    Kind.DEADLINE: Kind.DEADLINE,
    Kind.OP_ED: Kind.OP_ED,
}
"""Which entity holds the objects of a kind."""


def plan_rungs(work: UnitOfWork, event: Event, at: datetime) -> None:
    """Bring the rungs of the event's object into step; `at` is when the fact was recorded (UTC)."""
    entity = work.get(ENTITIES[event.about], event.subject)
    watches = {watch.key: watch for watch in watched(entity)}
    rung = flow.rung.c
    waiting = work.session.execute(
        select(rung.id, rung.key, rung.version).where(
            rung.group == event.subject, rung.kind.in_(_kinds(event)), rung.state == "waiting"
        )
    ).all()
    for row in waiting:
        watch = watches.get(row.key)
        if watch is None or watch.version != row.version:
            settle(work, [row.id], "closed" if watch is None else "superseded")
    for watch in watches.values():
        _climb(work, watch, at)


def _kinds(event: Event) -> list[str]:
    kind = Kind.OBLIGATION if event.about is Kind.LETTER else event.about
    return [kind.value]


def _climb(work: UnitOfWork, watch: Watch, at: datetime) -> None:
    """Write the rungs of this version of the watch, unless they are there already."""
    rung = flow.rung.c
    there = select(rung.id).where(
        rung.kind == watch.kind.value, rung.key == watch.key, rung.version == watch.version
    )
    if work.session.execute(there.limit(1)).first():
        return
    known = local_day(at, work.office.zone)
    days = list(enumerate(_days(work, watch)))
    rows = [
        {
            "ladder": watch.ladder,
            "kind": watch.kind.value,
            "key": watch.key,
            "group": watch.group,
            "version": watch.version,
            "rung": each.name,
            "urgency": urgency,
            "day": day,
            "due_at": _morning_of(work, day),
            "state": "waiting" if day >= known else "too_late",
        }
        for urgency, (each, day) in days
    ]
    work.session.execute(insert(flow.rung), rows)
    if any(day >= known and _morning_of(work, day) <= work.now for _, (_, day) in days):
        # Known on its own day: whoever is to hear of it need not wait for the next tick.
        work.ring_after_commit("ring", f"{watch.kind.value}:{watch.group}")


def replan_rungs(work: UnitOfWork, _event: Event, _at: datetime) -> None:
    """The calendar may have changed: every rung that waits goes to its working day anew.

    A date that the change itself moved has a new version and is planned by its own event. A rung
    that comes to lie in the past still goes out: it was known in time.
    """
    rung = flow.rung.c
    waiting = work.session.execute(
        select(rung.id, rung.kind, rung.group, rung.key, rung.version, rung.rung, rung.day).where(
            rung.state == "waiting"
        )
    ).all()
    for row in waiting:
        entity = work.look(ENTITIES[GROUPS[Kind(row.kind)]], row.group)
        for watch in watched(entity) if entity else ():
            if (watch.key, watch.version) == (row.key, row.version):
                days = {each.name: day for each, day in _days(work, watch)}
                if days[row.rung] != row.day:
                    _move(work, row.id, days[row.rung])


def _days(work: UnitOfWork, watch: Watch) -> list[tuple[Rung, date]]:
    return LADDERS[watch.ladder].days(watch.anchor, work.calendar)


def _move(work: UnitOfWork, rung_id: int, day: date) -> None:
    moved = update(flow.rung).where(flow.rung.c.id == rung_id, flow.rung.c.state == "waiting")
    work.session.execute(moved.values(day=day, due_at=_morning_of(work, day)))


def _morning_of(work: UnitOfWork, day: date) -> datetime:
    return local_moment(day, work.rules.morning, work.office.zone)


def settle(work: UnitOfWork, ids: list[int], state: str) -> None:
    """Say what became of these rungs: fired, superseded or closed."""
    if ids:
        work.session.execute(update(flow.rung).where(flow.rung.c.id.in_(ids)).values(state=state))
