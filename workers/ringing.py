"""The clock reaches a rung: look again, and tell it as an event only where it still holds.

After an outage several rungs of one object may have been missed; only the most urgent goes out.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import select

from ..commands.watching import met_on, watches_of
from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.ladders import WAKE, Ladder, Rung
from ..domain.watches import Watch, ring
from ..store import flow
from ..store.pauses import load_pauses, load_snooze
from ..store.unit_of_work import UnitOfWork
from .planning import ENTITIES, GROUPS, plan_kinds, unwatched
from .rungs import move, settle


def ring_rungs(work: UnitOfWork, kind: Kind, group: str) -> None:
    """Record what the clock has reached for the objects of that group, in one transaction."""
    if is_paused(work):
        return
    entity = work.get(ENTITIES[GROUPS[kind]], group)
    reached = _most_urgent(work, kind, entity)
    reached.sort(key=lambda pair: (pair[0].ladder, pair[1].name))
    for (_, rung), pairs in groupby(reached, key=lambda pair: (pair[0].ladder, pair[1])):
        ring(entity, rung, [watch for watch, _ in pairs])


def is_paused(work: UnitOfWork) -> bool:
    """Whether everything rests today; what waits then goes out when the pause is over."""
    return any(pause.covers(work.today) for pause in load_pauses(work.session))


def _most_urgent(work: UnitOfWork, kind: Kind, entity: Entity) -> list[tuple[Watch, Rung]]:
    """For each open object the one rung to tell of; the others are settled."""
    watches = {watch.key: watch for watch in watches_of(work, entity)}
    due = _due(work, kind, entity)
    if kind is Kind.STAKEHOLDER and any(not _is_of(each, watches) for each in due):
        # One may have taken over from another since, on a day that no event tells of.
        plan_kinds(work, entity, (kind,), min(each.due_at for each in due))
        due = _due(work, kind, entity)
    settle(work, [row.id for row in due if row.key not in watches], unwatched(kind))
    reached: list[tuple[Watch, Rung]] = []
    for key, watch in watches.items():
        rows = [row for row in due if row.key == key]
        ladder = work.ladders.ladder(watch.ladder, watch.key)
        current = [row for row in rows if row.version == watch.version]
        # An edit of the ladder may not have been planned yet; what it took away is not told.
        ours = [row for row in current if ladder.has(row.rung)]
        settle(work, [row.id for row in rows if row not in current], "superseded")
        settle(work, [row.id for row in current if row not in ours], "dropped")
        meeting = met_on(work, watch.ladder, key, work.today) if ours else None
        if ours and _snoozed(work, key):
            settle(work, [row.id for row in ours], "snoozed")
        elif meeting is not None:
            for row in ours:
                move(work, row.id, ladder.rung(row.rung), work.calendar.shift(meeting, 1))
        elif ours:
            reached.extend(_tell(work, watch, ladder, ours))
    return reached


def _due(work: UnitOfWork, kind: Kind, entity: Entity) -> Sequence[Any]:
    """The rungs that the clock has reached, the most urgent last."""
    rung = flow.rung.c
    return work.session.execute(
        select(rung.id, rung.key, rung.version, rung.rung, rung.due_at)
        .where(
            rung.state == "waiting",
            rung.due_at <= work.now,
            rung.kind == kind.value,
            rung.group == entity.key,
        )
        .order_by(rung.urgency)
    ).all()


def _is_of(row: Any, watches: Mapping[str, Watch]) -> bool:
    """Whether the rung is of what is watched now."""
    return row.key in watches and watches[row.key].version == row.version


def _snoozed(work: UnitOfWork, key: str) -> bool:
    snooze = load_snooze(work.session, key)
    return snooze is not None and snooze.holds(work.today)


def _tell(
    work: UnitOfWork, watch: Watch, ladder: Ladder, rows: Sequence[Any]
) -> Iterator[tuple[Watch, Rung]]:
    """The most urgent of the rungs that were reached; the end of a snooze outranks them all."""
    told = rows[-1]
    settle(work, [row.id for row in rows if row is not told], "superseded")
    settle(work, [told.id], "fired")
    if told.rung.startswith(WAKE):
        late = watch.anchor.last < work.today
        yield watch, Rung(1 if late else 0, label=told.rung)
    else:
        yield watch, ladder.rung(told.rung)
