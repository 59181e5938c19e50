"""The rows of the clock's list: each a day on which it looks at one version of an object's date."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select, update

from ..domain.dates import local_moment
from ..domain.ladders import Channel, Rung
from ..domain.watches import Watch
from ..store import flow
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork


def days_of(work: UnitOfWork, watch: Watch) -> list[tuple[Rung, date]]:
    """Each rung of the ladder that the object stands under, with its day in Oslo."""
    return work.ladders.ladder(watch.ladder, watch.key).days(watch.anchor, work.calendar)


def written(work: UnitOfWork, watch: Watch) -> dict[str, Any]:
    """The rows of this version of the watch, by the names of their rungs."""
    rung = flow.rung.c
    rows: Sequence[Any] = work.session.execute(
        select(rung.id, rung.rung, rung.state).where(
            rung.kind == watch.kind.value, rung.key == watch.key, rung.version == watch.version
        )
    ).all()
    return {row.rung: row for row in rows}


def moment_of(work: UnitOfWork, rung: Rung, day: date) -> datetime:
    """The moment (UTC) of that day at which the clock looks.

    What goes at once goes in the morning; what is collected is there when the day's digest is.
    """
    hour = work.rules.morning if rung.channel is Channel.AT_ONCE else time()
    return local_moment(day, hour, work.office.zone)


def moment_known(work: UnitOfWork, rung: Rung, day: date, known: datetime) -> datetime:
    """The same for a rung that became known at a moment (UTC) that may be later.

    What is collected, and known only during its own day, waits for the next working day.
    """
    moment = moment_of(work, rung, day)
    if rung.channel is Channel.DIGEST and moment < known:
        return moment_of(work, rung, work.calendar.shift(local_day(known, work.office.zone), 1))
    return moment


def move(work: UnitOfWork, rung_id: int, rung: Rung, day: date) -> None:
    """Put a rung that waits on another day."""
    moved = update(flow.rung).where(flow.rung.c.id == rung_id, flow.rung.c.state == "waiting")
    work.session.execute(moved.values(day=day, due_at=moment_of(work, rung, day)))


def settle(work: UnitOfWork, ids: list[int], state: str) -> None:
    """Say what became of these rungs: fired, superseded, dropped, snoozed or closed."""
    if ids:
        work.session.execute(update(flow.rung).where(flow.rung.c.id.in_(ids)).values(state=state))
