"""Rings for a group of objects, counting the attempts: what fails for good is left to a person.

A rung is its own delivery. An attempt is counted before anything is done, so that what kills its
worker is not tried for ever; after a fault the rung's `due_at` moves forward, so that the clock's
one index serves the back-off too.
"""

from collections.abc import Sequence
from typing import Any

import structlog
from sqlalchemy import Connection, select, update
from sqlalchemy.engine import Row

from ..domain.kinds import Kind
from ..store import flow
from ..store.unit_of_work import Office
from .deliveries import MAX_ATTEMPTS, back_off
from .ringing import ring_rungs

DIED = "the worker died with it each time"
log = structlog.get_logger()


def ring_counted(office: Office, kind: Kind, group: str) -> None:
    """Ring for that group's objects. A fault is stored and tried again later."""
    claimed = _claim(office, kind, group)
    try:
        with office.work(by="clock") as work:
            ring_rungs(work, kind, group)
            work.commit()
    except Exception as error:
        log.exception("a ring failed", kind=kind.value, group=group)
        _fail(office, claimed, error)


def _claim(office: Office, kind: Kind, group: str) -> list[int]:
    """Count the attempt on every rung that is due there."""
    rung = flow.rung.c
    due = (rung.kind == kind.value, rung.group == group, rung.due_at <= office.clock.now())
    with office.engine.begin() as connection:
        found = _locked(connection, *due)
        gone = [row.id for row in found if row.attempts >= MAX_ATTEMPTS]
        going = [row.id for row in found if row.attempts < MAX_ATTEMPTS]
        _write(connection, gone, state="failed", error=DIED)
        _write(connection, going, attempts=rung.attempts + 1)
    return going


def _fail(office: Office, ids: Sequence[int], error: Exception) -> None:
    reason = f"{type(error).__name__}: {error}"
    with office.engine.begin() as connection:
        for row in _locked(connection, flow.rung.c.id.in_(ids)):
            if row.attempts >= MAX_ATTEMPTS:
                _write(connection, [row.id], state="failed", error=reason)
            else:
                later = office.clock.now() + back_off(row.attempts)
                _write(connection, [row.id], due_at=later, error=reason)


def try_rung_again(office: Office, rung_id: int) -> None:
    """A person asks for another round of attempts at what failed for good.

    Where a later reminder of the same object stands in its place by now, it gives way to it.
    """
    with office.engine.begin() as connection:
        for row in _locked(connection, flow.rung.c.id == rung_id, state="failed"):
            if _outranked(connection, row):
                _write(connection, [rung_id], state="superseded")
            else:
                now = office.clock.now()
                _write(connection, [rung_id], state="waiting", attempts=0, due_at=now)


def _outranked(connection: Connection, row: Row[Any]) -> bool:
    """Whether a more urgent rung of the same date has been told of."""
    rung = flow.rung.c
    later = select(rung.id).where(
        rung.kind == row.kind,
        rung.key == row.key,
        rung.version == row.version,
        rung.urgency > row.urgency,
        rung.state == "fired",
    )
    return connection.execute(later.limit(1)).first() is not None


def _locked(connection: Connection, *where: Any, state: str = "waiting") -> list[Row[Any]]:
    """Rows in that state; those that another process is changing right now are left to it.

    Whoever waited here for rows that are changed in another order could wait for ever.
    """
    rung = flow.rung.c
    query = select(rung.id, rung.kind, rung.key, rung.version, rung.urgency, rung.attempts).where(
        rung.state == state, *where
    )
    return list(connection.execute(query.with_for_update(skip_locked=True)))


def _write(connection: Connection, ids: Sequence[int], **values: Any) -> None:
    if ids:
        connection.execute(update(flow.rung).where(flow.rung.c.id.in_(ids)).values(**values))
