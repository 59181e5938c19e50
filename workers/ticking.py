"""The tick of the clock: finds what is due by one indexed query and rings for it, nothing more."""

from datetime import datetime

from sqlalchemy import bindparam, select

from ..store import flow
from ..store.clock import local_day
from ..store.unit_of_work import Office

AT_ONCE = 1000

_DUE = (
    select(flow.rung.c.kind, flow.rung.c.group)
    .where(flow.WAITING, flow.rung.c.due_at <= bindparam("now"))
    .order_by(flow.rung.c.due_at)
    .limit(AT_ONCE)
)
_PAUSED = select(flow.pause.c.id).where(
    flow.pause.c.ended.is_(None),
    flow.pause.c.first <= bindparam("day"),
    flow.pause.c.last >= bindparam("day"),
)
_NEXT = select(flow.rung.c.due_at).where(flow.WAITING).order_by(flow.rung.c.due_at).limit(1)


def tick(office: Office) -> int:
    """Ring for every group of objects with something due, unless all rests; how many there were."""
    now = office.clock.now()
    with office.engine.connect().execution_options(read_only=True) as connection:
        if connection.execute(_PAUSED, {"day": local_day(now, office.zone)}).first():
            return 0
        groups = dict.fromkeys(connection.execute(_DUE, {"now": now}))
    if groups:
        office.doorbell.ring("ring", [f"{kind}:{group}" for kind, group in groups])
    return len(groups)


def next_instant(office: Office) -> datetime | None:
    """When the next rung is due (UTC), or None; a replay moves its clock there."""
    with office.engine.connect().execution_options(read_only=True) as connection:
        return connection.scalar(_NEXT)
