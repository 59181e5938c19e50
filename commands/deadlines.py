"""Facts about deadlines: set, moved, met, cancelled."""

from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.kinds import DeadlineKind
from ..store.unit_of_work import UnitOfWork
from .keys import next_key


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
) -> Deadline:
    """Set a date to be met, or to be known of. Raises Taken for a key in use."""
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
    )
    work.add(deadline)
    return deadline


def move_deadline(work: UnitOfWork, *, deadline: str, due: Edtf) -> None:
    work.get(Deadline, deadline).move(due, work.now)


def meet_deadline(work: UnitOfWork, *, deadline: str, on: Edtf | None = None) -> None:
    """What it was for is done, today unless another day is given."""
    work.get(Deadline, deadline).meet(on or Edtf.on(work.today), work.now)


def cancel_deadline(work: UnitOfWork, *, deadline: str) -> None:
    work.get(Deadline, deadline).cancel(work.now)
