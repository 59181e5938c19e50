"""The tick of the clock: finds what is due by indexed queries and rings for it, nothing more."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, exists, or_, select, union_all

from ..store import flow
from ..store.clock import local_day
from ..store.unit_of_work import Office

AT_ONCE = 1000
PATIENCE = timedelta(minutes=5)
"""How long a digest waits for what may still have to go into it."""

_PAUSED = exists().where(
    flow.pause.c.ended.is_(None),
    flow.pause.c.first <= bindparam("day"),
    flow.pause.c.last >= bindparam("day"),
)
_DUE = (
    select(flow.rung.c.kind, flow.rung.c.group)
    .where(flow.WAITING, flow.rung.c.due_at <= bindparam("now"), ~_PAUSED)
    .order_by(flow.rung.c.due_at)
    .limit(AT_ONCE)
)
_UNDER_WAY = exists(select(flow.delivery.c.id).where(flow.PENDING))
_DIGESTS = (
    select(flow.digest.c.id)
    .where(
        flow.WAITING,
        flow.digest.c.due_at <= bindparam("now"),
        or_(flow.digest.c.due_at <= bindparam("patient"), ~_UNDER_WAY),
        ~_PAUSED,
    )
    .order_by(flow.digest.c.due_at, flow.digest.c.person)
    .limit(AT_ONCE)
)
_NEXT = union_all(
    *(
        select(
            select(each.c.due_at).where(flow.WAITING).order_by(each.c.due_at).limit(1).subquery()
        )
        for each in (flow.rung, flow.digest)
    )
)


def tick(office: Office) -> int:
    """Ring for every group of objects, and every digest, that is due, unless all rests.

    Answers how many rings that were.
    """
    now = office.clock.now()
    patient, today = now - PATIENCE, {"day": local_day(now, office.zone)}
    with office.engine.connect().execution_options(read_only=True) as connection:
        groups = dict.fromkeys(connection.execute(_DUE, {"now": now, **today}))
        until = {"now": patient if groups else now, "patient": patient}
        digests = connection.scalars(_DIGESTS, {**until, **today}).all()
    if groups:
        office.doorbell.ring("ring", [f"{kind}:{group}" for kind, group in groups])
    if digests:
        office.doorbell.ring("digest", [str(each) for each in digests])
    return len(groups) + len(digests)


def next_instant(office: Office) -> datetime | None:
    """When the next rung or digest is due (UTC), or None; a replay moves its clock there."""
    with office.engine.connect().execution_options(read_only=True) as connection:
        return min(connection.scalars(_NEXT), default=None)
