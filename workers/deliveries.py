"""One delivery: what one subscriber has to do about one event, done exactly once.

Dramatiq may lose a message, bring it twice, or die with it. The row in the database is the truth:
an attempt is counted before anything is done, and the effects and "done" are one transaction.
"""

from datetime import timedelta

import structlog
from sqlalchemy import select, update

from ..store import flow
from ..store.clock import machine_now
from ..store.event_log import from_row
from ..store.unit_of_work import Office
from .registry import subscriber_named

MAX_ATTEMPTS = 8
log = structlog.get_logger()


def back_off(attempts: int) -> timedelta:
    """How long to wait before the next attempt: 10 s, doubled each time, an hour at most."""
    return min(timedelta(seconds=10 * 2 ** (attempts - 1)), timedelta(hours=1))


def handle_delivery(office: Office, delivery_id: int) -> None:
    """Do what the delivery asks for, unless it is done. A fault is stored and tried again later."""
    if not _claim(office, delivery_id):
        return
    try:
        _perform(office, delivery_id)
    except Exception as error:
        log.exception("delivery failed", delivery=delivery_id)
        _fail(office, delivery_id, error)


def _claim(office: Office, delivery_id: int) -> bool:
    """Count the attempt before acting, so that what kills its worker is not tried for ever."""
    row = flow.delivery.c
    with office.engine.begin() as connection:
        found = connection.execute(
            select(row.attempts)
            .where(row.id == delivery_id, row.state == "pending")
            .with_for_update(skip_locked=True)
        ).first()
        if found is None:
            return False
        attempts = found.attempts + 1
        gone = attempts > MAX_ATTEMPTS
        values = {"state": "failed", "error": "the worker died with it each time"} if gone else {}
        connection.execute(
            update(flow.delivery)
            .where(row.id == delivery_id)
            .values(attempts=attempts, next_attempt_at=machine_now() + back_off(attempts), **values)
        )
    return not gone


def _perform(office: Office, delivery_id: int) -> None:
    row = flow.delivery.c
    with office.work(by="clock") as work:
        found = work.session.execute(
            select(row.subscriber, row.event_id)
            .where(row.id == delivery_id, row.state == "pending")
            .with_for_update()
        ).first()
        if found is None:
            return
        stored = work.session.execute(select(flow.event).where(flow.event.c.id == found.event_id))
        recorded = from_row(stored.one())
        work.caused_by = recorded.by
        subscriber_named(recorded.event, found.subscriber)(work, recorded.event, recorded.at)
        work.session.execute(
            update(flow.delivery).where(row.id == delivery_id).values(state="done", error=None)
        )
        work.commit()


def _fail(office: Office, delivery_id: int, error: Exception) -> None:
    row = flow.delivery.c
    with office.engine.begin() as connection:
        attempts = connection.scalar(select(row.attempts).where(row.id == delivery_id)) or 0
        connection.execute(
            update(flow.delivery)
            .where(row.id == delivery_id, row.state == "pending")
            .values(
                state="failed" if attempts >= MAX_ATTEMPTS else "pending",
                error=f"{type(error).__name__}: {error}",
            )
        )


def try_again(office: Office, delivery_id: int) -> None:
    """A person asks for another round of attempts at what failed for good."""
    with office.engine.begin() as connection:
        connection.execute(
            update(flow.delivery)
            .where(flow.delivery.c.id == delivery_id, flow.delivery.c.state == "failed")
            .values(state="pending", attempts=0, next_attempt_at=machine_now())
        )
