"""The relay's sweep against bare batches of the same size, over the same pending deliveries.

Most deliveries of a living system are done, so what is pending lies among ten times as many.
"""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import insert, select, update

from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.store.unit_of_work import Office
from tilsvar.workers.relay import BATCH, HOLD, sweep

from .measuring import Line, compare
from .places import NOW, CountingDoorbell, Place

DONE_FOR_EACH_PENDING = 10
GOAL = 0.5


def measure(place: Place, pending: int, rounds: int) -> Iterator[Line]:
    """Deliveries per second that are rung for, `pending` in each batch."""
    with place.office() as office:
        _fill(office, pending)
        rounds_found = compare(
            lambda: sweep(office), lambda: _bare(office), rounds, lambda: _make_late(office)
        )
        yield Line.of_speed(f"relay of pending deliveries, {place.name}", rounds_found, GOAL)


def _bare(office: Office) -> int:
    doorbell, total = CountingDoorbell(), 0
    delivery = flow.delivery.c
    while True:
        with office.engine.begin() as connection:
            now = machine_now()
            late = (
                select(delivery.id)
                .where(flow.PENDING, delivery.next_attempt_at <= now)
                .order_by(delivery.next_attempt_at)
                .limit(BATCH)
                .with_for_update(skip_locked=True)
            )
            ids = [row.id for row in connection.execute(late)]
            claimed = update(flow.delivery).where(delivery.id.in_(ids))
            connection.execute(claimed.values(next_attempt_at=now + HOLD))
        doorbell.ring("handle", [str(each) for each in ids])
        total += len(ids)
        if len(ids) < BATCH:
            return total


def _fill(office: Office, pending: int) -> None:
    with office.engine.begin() as connection:
        event = insert(flow.event).values(
            at=NOW, name="DeadlineSet", version=1, about="deadline", subject="D", payload={}, by=""
        )
        ids = [
            connection.scalar(event.returning(flow.event.c.id))
            for _ in range(DONE_FOR_EACH_PENDING + 1)
        ]
        for id_ in ids:
            state = "pending" if id_ == ids[-1] else "done"
            connection.execute(
                insert(flow.delivery),
                [
                    {
                        "event_id": id_,
                        "subscriber": str(number),
                        "state": state,
                        "attempts": 0,
                        "next_attempt_at": NOW,
                    }
                    for number in range(pending)
                ],
            )


def _make_late(office: Office) -> None:
    delivery = flow.delivery.c
    with office.engine.begin() as connection:
        connection.execute(
            update(flow.delivery)
            .where(delivery.state == "pending")
            .values(next_attempt_at=machine_now() - timedelta(minutes=1))
        )
