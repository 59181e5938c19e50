"""The relay: finds what is pending too long and rings for it again.

A ring may be lost with Redis, with a process, or because the process that recorded the fact has no
worker at all. Whatever is past its next attempt is claimed for a moment, in batches, and enqueued;
it stays pending until its consumer has committed "done".
"""

from datetime import timedelta

from sqlalchemy import Table, TextClause, select, update

from ..store import flow
from ..store.clock import machine_now
from ..store.unit_of_work import Office

BATCH = 100
HOLD = timedelta(seconds=30)
"""How long a swept row is left alone before it is swept again."""

SWEPT = (
    (flow.delivery, flow.PENDING, "handle"),
    (flow.mail, flow.UNFINISHED, "send"),
)


def sweep(office: Office) -> int:
    """Ring for everything past its next attempt; how many rings that were."""
    total = 0
    for table, unfinished, actor in SWEPT:
        while True:
            keys = _claim_batch(office, table, unfinished)
            if keys:
                office.doorbell.ring(actor, keys)
            total += len(keys)
            if len(keys) < BATCH:
                break
    return total


def _claim_batch(office: Office, table: Table, unfinished: TextClause) -> list[str]:
    now = machine_now()
    late = (
        select(table.c.id)
        .where(unfinished, table.c.next_attempt_at <= now)
        .order_by(table.c.next_attempt_at)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    with office.engine.begin() as connection:
        ids = list(connection.scalars(late))
        if ids:
            connection.execute(
                update(table).where(table.c.id.in_(ids)).values(next_attempt_at=now + HOLD)
            )
    return [str(each) for each in ids]
