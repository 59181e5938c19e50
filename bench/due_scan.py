"""The tick's scan for due rungs against the bare indexed query, in tables of three sizes.

Both go through SQLAlchemy Core on a connection of the same pool and return what is due: the tick
the objects to ring for, the bare query the ids of the rows. All other rungs lie in the future.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

from sqlalchemy import Date, bindparam, select, text

from tilsvar.store import flow
from tilsvar.store.types import UtcMoment
from tilsvar.store.unit_of_work import Office
from tilsvar.workers.ticking import tick

from .measuring import Line, Way, compare
from .places import NOW, Place

DUE = 200
DAYS = 500
"""Over how many coming days the rungs that wait are spread."""

GOAL = 3.0
GOAL_BY_SIZE = 1.5


# A thousand times faster than to hand over a million rows, and the same in both databases.
ROWS = text("""
    WITH RECURSIVE n(i) AS (
        SELECT CAST(:first AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i < :last
    )
    INSERT INTO rung
        (ladder, kind, key, "group", version, rung, urgency, day, due_at, state, attempts)
    SELECT
        'answer', 'obligation', 'L' || i || '/HOD', 'L' || i, 1, '0d', 0, :day, :due, 'waiting', 0
    FROM n
""").bindparams(bindparam("day", type_=Date()), bindparam("due", type_=UtcMoment()))


def measure(place: Place, sizes: tuple[int, ...], scans: int, rounds: int) -> Iterator[Line]:
    """Milliseconds for a scan, `scans` in each batch."""
    with ExitStack() as stack:
        offices = {size: stack.enter_context(place.office()) for size in sizes}
        for size, office in offices.items():
            fill_with_rungs(office, size, due=DUE)
            found = compare(_ours(office, scans), _bare(office, scans), rounds)
            yield Line.of_cost(f"due scan among {size:,} rungs, {place.name}", found, GOAL)
        smallest, largest = sizes[0], sizes[-1]
        by_size = compare(_ours(offices[largest], scans), _ours(offices[smallest], scans), rounds)
        what = f"our scan, {largest:,} against {smallest:,}, {place.name}"
        yield Line.of_cost(what, by_size, GOAL_BY_SIZE)


def _ours(office: Office, scans: int) -> Way:
    def batch() -> int:
        for _ in range(scans):
            if tick(office) != DUE:
                raise AssertionError
        return scans

    return batch


def _bare(office: Office, scans: int) -> Way:
    rung = flow.rung.c
    query = (
        select(rung.id).where(flow.WAITING, rung.due_at <= bindparam("now")).order_by(rung.due_at)
    )

    def batch() -> int:
        for _ in range(scans):
            with office.engine.connect().execution_options(read_only=True) as connection:
                ids = connection.scalars(query, {"now": office.clock.now()}).all()
            if len(ids) != DUE:
                raise AssertionError
        return scans

    return batch


def fill_with_rungs(office: Office, size: int, due: int = 0) -> None:
    """So many rungs, some of them due; the database writes the rows itself, a day at a time."""
    with office.engine.begin() as connection:
        for numbers in by_day(size, due):
            connection.execute(ROWS, numbers)
        if office.engine.name == "postgresql":
            connection.execute(text("ANALYZE rung"))  # what autovacuum does within a minute


def by_day(size: int, due: int = 0) -> Iterator[dict[str, Any]]:
    """The numbers of the rows of each day, so many of them due and the others on coming days."""
    first = 0
    for day in range(DAYS + 1):
        last = due + (size - due) * day // DAYS
        moment = NOW + timedelta(days=day, hours=-1)
        if last > first:
            yield {"first": first, "last": last - 1, "day": moment.date(), "due": moment}
        first = last
