"""What a ladder means for the dates that are open under it, before anybody decides for it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from ..commands.watching import watches_of
from ..domain.dates import Edtf
from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.ladders import Ladder, Rung
from ..store import flow
from ..store.unit_of_work import UnitOfWork
from .objects import HOLDERS, find_watched

MOST = 3


@dataclass(frozen=True)
class Ahead:
    """One open date and the rungs that are still to come, each with its working day."""

    entity: Entity
    key: str
    anchor: Edtf
    days: tuple[tuple[Rung, date], ...]


def ahead(work: UnitOfWork, ladder: Ladder, key: str = "") -> list[Ahead]:
    """The next open dates under that ladder, or the date of one object; nothing is changed.

    Dates over which a ladder of their own stands are left out, unless one is asked for.
    """
    found = []
    for entity in [find_watched(work, key.split("/", 1)[0])] if key else _under(work, ladder.name):
        for watch in watches_of(work, entity) if entity else ():
            own = (ladder.name, watch.key) in work.ladders.edited
            if entity and watch.ladder == ladder.name and (watch.key == key or not (key or own)):
                days = ladder.days(watch.anchor, work.calendar)
                coming = tuple((rung, day) for rung, day in days if day >= work.today)
                found.append(Ahead(entity, watch.key, watch.anchor, coming))
    found.sort(key=lambda each: (each.days[0][1] if each.days else date.max, each.key))
    return found[:MOST]


def _under(work: UnitOfWork, ladder: str) -> list[Entity | None]:
    """What waits for a rung of that ladder, the nearest first."""
    rung = flow.rung.c
    waiting = select(rung.kind, rung.group).where(flow.WAITING, rung.ladder == ladder)
    nearest = waiting.group_by(rung.kind, rung.group).order_by(func.min(rung.due_at), rung.group)
    rows = work.session.execute(nearest.limit(4 * MOST))
    return [work.look(HOLDERS[Kind(row.kind)], row.group) for row in rows]
