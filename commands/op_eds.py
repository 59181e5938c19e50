"""Facts about op-eds, from the first idea to the newspaper."""

from datetime import date

from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.kinds import OpEdStatus
from ..domain.op_eds import OpEd
from ..domain.organisations import Organisation
from ..store.unit_of_work import UnitOfWork
from .keys import next_key


class OutletNeeded(DomainError):
    """Say which outlet {op_ed} went to: give the organisation's key, such as DM."""


def start_op_ed(
    work: UnitOfWork,
    *,
    title: str,
    key: str | None = None,
    status: OpEdStatus = OpEdStatus.IDEA,
    on: date | None = None,
    area: str | None = None,
    outlet: str | None = None,
    cosigners: tuple[str, ...] = (),
    reaction: str = "",
    responsible: str | None = None,
    source: str = "",
) -> OpEd:
    """Begin an op-ed as an idea or a draft; `on` is the day in Oslo of the last work on it."""
    on = on or work.today
    op_ed = OpEd.start(
        key or next_key(work, OpEd, f"O{on.year}"),
        title,
        on,
        status=status,
        area=area,
        outlet=work.known(Organisation, outlet) if outlet else None,
        cosigners=cosigners,
        reaction=reaction,
        responsible=responsible,
        source=source,
    )
    work.add(op_ed)
    return op_ed


def update_op_ed(
    work: UnitOfWork,
    *,
    op_ed: str,
    status: OpEdStatus | None = None,
    outlet: str | None = None,
    on: Edtf | None = None,
) -> OpEd:
    """Say how far an op-ed has come; without a status, that someone has worked on it.

    Raises OutletNeeded where it was submitted or published and no outlet is known.
    """
    found = work.get(OpEd, op_ed)
    day = on.first if on else work.today
    outlet = work.known(Organisation, outlet) if outlet else found.outlet
    if status in (OpEdStatus.SUBMITTED, OpEdStatus.PUBLISHED) and outlet is None:
        raise OutletNeeded(op_ed=op_ed)
    match status:
        case None:
            found.touch(day)
        case OpEdStatus.IDEA | OpEdStatus.DRAFT:
            found.become(status, day)
        case OpEdStatus.CIRCULATED:
            found.circulate(day)
        case OpEdStatus.APPROVED:
            found.approve(day)
        case OpEdStatus.SUBMITTED:
            found.submit(outlet, day)
        case OpEdStatus.REJECTED:
            found.reject(day)
        case OpEdStatus.PUBLISHED:
            found.publish(outlet, on or Edtf.on(day))
    return found
