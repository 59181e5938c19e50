"""Facts about deadlines: set, moved, met, cancelled."""

from datetime import timedelta

from sqlalchemy import select

from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.kinds import DeadlineKind, MeetingKind, MeetingStatus
from ..domain.meetings import Meeting
from ..domain.past import happened
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from .keys import next_key

RECENT = timedelta(days=60)
"""How long after a meeting comments on minutes are still about that meeting."""


def set_deadline(
    work: UnitOfWork,
    *,
    title: str,
    due: Edtf,
    key: str | None = None,
    kind: DeadlineKind = DeadlineKind.INTERNAL,
    consultation: str | None = None,
    responsible: str | None = None,
    source: str = "",
    meeting: str | None = None,
) -> Deadline:
    """Set a date to be met, or to be known of. Raises Taken for a key in use.

    Where comments on minutes are due, those of the last council meeting are out, and the clock no
    longer asks for them; `meeting` names another one.
    """
    if kind is DeadlineKind.MINUTES_COMMENTS and meeting is None:
        meeting = _minutes_are_out(work, due)
    key = key or next_key(work, Deadline, f"D{due.first.year}")
    deadline = Deadline.set(
        key,
        kind,
        title,
        due,
        uid=work.new_uid(f"deadline/{key}"),
        now=work.now,
        consultation=consultation,
        responsible=responsible,
        source=source,
        meeting=meeting,
    )
    work.add(deadline)
    return deadline


def _minutes_are_out(work: UnitOfWork, comments_by: Edtf) -> str | None:
    """Note on the last council meeting before that day that its minutes went out; its key."""
    known = min(work.today, comments_by.first)
    work.session.flush()
    held = [
        each
        for each in work.session.scalars(
            select(Meeting).where(tables.meeting.c.kind == MeetingKind.COUNCIL)
        )
        if each.time.on.is_day
        and each.status is not MeetingStatus.CANCELLED
        and known - RECENT <= each.time.on.day < known
    ]
    if not held:
        return None
    last = work.get(Meeting, max(held, key=lambda each: (each.time.on.day, each.key)).key)
    if not last.minutes_are_out:
        last.circulate_minutes(Edtf(f"../{known.isoformat()}"), comments_by, work.now)
    return last.key


def move_deadline(work: UnitOfWork, *, deadline: str, due: Edtf) -> None:
    work.get(Deadline, deadline).move(due, work.now)


def meet_deadline(work: UnitOfWork, *, deadline: str, on: Edtf | None = None) -> None:
    """What it was for is done, today unless another day is given. Raises StillAhead."""
    met = happened(on or Edtf.on(work.today), work.today)
    work.get(Deadline, deadline).meet(met, work.now)


def cancel_deadline(work: UnitOfWork, *, deadline: str, why: str = "") -> None:
    work.get(Deadline, deadline).cancel(work.now, why)


def reopen_deadline(work: UnitOfWork, *, deadline: str) -> None:
    """It was recorded as met or dropped by mistake."""
    work.get(Deadline, deadline).reopen(work.now)


def correct_deadline(work: UnitOfWork, *, deadline: str, **values: object) -> None:
    """Put right what was registered wrongly; the date is moved instead."""
    work.get(Deadline, deadline).correct(work.now, **values)
