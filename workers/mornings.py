"""The council has chosen another hour for its reminders: whatever waits for the old one moves."""

from datetime import datetime, time

from sqlalchemy import select, update

from ..domain.dates import local_moment
from ..domain.events import MorningChanged
from ..store import flow
from ..store.unit_of_work import UnitOfWork


def keep_hour(work: UnitOfWork, event: MorningChanged, _at: datetime) -> None:
    """Rungs and digests that wait for the old hour of their day wait for the new one.

    Whoever has chosen an hour for the digest keeps it.
    """
    before, after = (time.fromisoformat(each) for each in (event.from_hour_before, event.from_hour))
    chosen = [each.key for each in work.people if each.digest.hour is not None]
    digest = flow.digest.c
    for table, these in (
        (flow.rung, flow.WAITING),
        (flow.digest, (digest.state == "waiting") & digest.person.not_in(chosen)),
    ):
        columns = table.c
        waiting = select(columns.id, columns.day, columns.due_at).where(these)
        for row in work.session.execute(waiting):
            if row.due_at == local_moment(row.day, before, work.office.zone):
                moved = update(table).where(columns.id == row.id, columns.state == "waiting")
                moment = local_moment(row.day, after, work.office.zone)
                work.session.execute(moved.values(due_at=moment))
