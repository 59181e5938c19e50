"""What the council has done suggests an activity, once; what became an op-ed follows the op-ed."""

from datetime import datetime

from sqlalchemy import select

from ..commands.suggestions import weigh
from ..domain.communications import Activity, ActivityStatus
from ..domain.events import Event
from ..domain.kinds import OpEdStatus
from ..domain.op_eds import OpEd
from ..store.clock import local_day
from ..store.communication_tables import activity as activities
from ..store.unit_of_work import UnitOfWork


def suggest_activity(work: UnitOfWork, event: Event, at: datetime) -> None:
    """What was sent, submitted or held calls for one, and what is taken back no longer does."""
    weigh(work, event.about, event.subject, local_day(at, work.office.zone))


def follow_op_ed(work: UnitOfWork, event: Event, _at: datetime) -> None:
    """What was planned as an op-ed is done when that is published, and not when it no longer is."""
    op_ed = work.view(OpEd, event.subject)
    published = op_ed.published if op_ed.status is OpEdStatus.PUBLISHED else None
    row = activities.c
    keys = work.session.scalars(select(row.key).where(row.op_ed == op_ed.key).order_by(row.key))
    for key in keys.all():
        activity = work.get(Activity, key)
        if published is not None and activity.status is ActivityStatus.PLANNED:
            activity.finish(published, with_op_ed=True)
        elif published is None and activity.with_op_ed:
            activity.reopen()
