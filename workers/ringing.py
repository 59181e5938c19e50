"""The clock reaches a rung: look again, and tell it as an event only where it still holds.

After an outage several rungs of one object may have been missed; only the most urgent goes out.
"""

from itertools import groupby

from sqlalchemy import select

from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.watches import Watch, ring, rung_named, watched
from ..store import flow
from ..store.unit_of_work import UnitOfWork
from .planning import ENTITIES, GROUPS, settle


def ring_rungs(work: UnitOfWork, kind: Kind, group: str) -> None:
    """Record what the clock has reached for the objects of that group, in one transaction."""
    entity = work.get(ENTITIES[GROUPS[kind]], group)
    reached = _most_urgent(work, kind, entity)
    reached.sort(key=lambda pair: pair[1])
    for (ladder, name), pairs in groupby(reached, key=lambda pair: (pair[0].ladder, pair[1])):
        ring(entity, rung_named(ladder, name), [watch for watch, _ in pairs])


def _most_urgent(work: UnitOfWork, kind: Kind, entity: Entity) -> list[tuple[Watch, str]]:
    """For each open object the one rung to tell of; the others are settled."""
    watches = {watch.key: watch for watch in watched(entity)}
    rung = flow.rung.c
    due = work.session.execute(
        select(rung.id, rung.key, rung.version, rung.rung)
        .where(
            rung.state == "waiting",
            rung.due_at <= work.now,
            rung.kind == kind.value,
            rung.group == entity.key,
        )
        .order_by(rung.urgency)
    ).all()
    newest = {row.key: row for row in due if row.version == _version(watches, row.key)}
    settle(work, [row.id for row in due if row.key not in watches], "closed")
    reached: list[tuple[Watch, str]] = []
    for key, watch in watches.items():
        rows = [row for row in due if row.key == key]
        tells = [row for row in rows if row is newest.get(key)]
        settle(work, [row.id for row in tells], "fired")
        settle(work, [row.id for row in rows if row not in tells], "superseded")
        reached.extend((watch, row.rung) for row in tells)
    return reached


def _version(watches: dict[str, Watch], key: str) -> int | None:
    watch = watches.get(key)
    return watch.version if watch else None
