"""The quarter is over: the list of unanswered letters is frozen as of its last day, once.

The scheduler looks at each tick and rings; whoever answers writes the files and keeps them. A list
is frozen only for a quarter at whose end the system was in use, and only for the last one: what was
not known then cannot be frozen as if it had been.
"""

from contextlib import suppress

from sqlalchemy import func, select

from ..commands.snapshots import keep_snapshot
from ..domain.snapshots import UNANSWERED, FrozenAlready, Quarter
from ..store import flow
from ..store.clock import local_day
from ..store.report_tables import is_frozen
from ..store.unit_of_work import Office, UnitOfWork


def quarter_to_freeze(office: Office) -> Quarter | None:
    """The quarter that is over without its list; None where there is nothing to do."""
    with office.reading() as work:
        quarter = Quarter.ended_before(work.today)
        if is_frozen(work.session, UNANSWERED, quarter.name) or not _in_use(work, quarter):
            return None
    return quarter


def _in_use(work: UnitOfWork, quarter: Quarter) -> bool:
    """Whether anything had been recorded by the end of its last day in Oslo."""
    first = work.session.scalar(select(func.min(flow.event.c.at)))
    return first is not None and local_day(first, work.office.zone) <= quarter.last


def look_for_quarter(office: Office) -> None:
    """Ring for the quarter that waits; a ring that is lost comes again with the next tick."""
    quarter = quarter_to_freeze(office)
    if quarter is not None:
        office.doorbell.ring("freeze", [quarter.name])


def freeze_quarter(office: Office, council: str, base_url: str, name: str) -> None:
    """Freeze the list of that quarter; where it is frozen already, nothing happens."""
    # They load what makes Word and charts, which takes a while and most commands never need.
    from ..reports.documents.formats import house_of  # noqa: PLC0415
    from ..reports.freezing import written_to_freeze  # noqa: PLC0415

    quarter = Quarter.named(name)
    with office.reading() as work:
        if is_frozen(work.session, UNANSWERED, name):
            return
        written = written_to_freeze(work, quarter.last, house_of(work, council, base_url))
    with suppress(FrozenAlready), office.work(by="clock") as work:
        keep_snapshot(
            work,
            report=UNANSWERED,
            as_of=quarter.last,
            rows=written.rows,
            files=written.files,
            quarter=quarter,
        )
        work.commit()
