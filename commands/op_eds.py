"""Facts about op-eds, from the first idea to the newspaper."""

from collections.abc import Iterable
from datetime import date

from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.kinds import OpEdStatus
from ..domain.op_ed_steps import require_step
from ..domain.op_eds import BEING_WRITTEN, OpEd, Submission
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..store.unit_of_work import UnitOfWork
from .keys import next_key
from .naming import AREA_AND_PERSON, require_known


class OutletNeeded(DomainError):
    """Say which outlet {op_ed} went to: give the organisation's key, such as DM."""


class StartsAsDraft(DomainError):
    """An op-ed starts as an idea or a draft: say afterwards that it is {status}."""


class CommentsOnlyFromMembers(DomainError):
    """A day for comments belongs to an op-ed that goes to the members: add status circulated."""


class NothingSaid(DomainError):
    """Say what the reaction to {op_ed} was: the text is empty."""


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
    """Begin an op-ed as an idea or a draft; `on` is the day in Oslo of the last work on it.

    Raises StartsAsDraft for any other status, StillAhead, and Unknown for an area or a person.
    """
    if status not in BEING_WRITTEN:
        raise StartsAsDraft(status=status)
    require_known(work, AREA_AND_PERSON, {"area": area, "responsible": responsible})
    on = happened(on or work.today, work.today)
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
    comments_by: date | None = None,
    leaps: bool = False,
) -> OpEd:
    """Say how far an op-ed has come; without a status, that someone has worked on it.

    A register tells where an op-ed stands and not each step on the way, so it `leaps`. Anybody else
    is refused a step that cannot be (`domain.op_ed_steps`). Raises OutletNeeded where it was
    submitted or published and no outlet is known, CommentsOnlyFromMembers and StillAhead.
    """
    found = work.get(OpEd, op_ed)
    if comments_by is not None and status is not OpEdStatus.CIRCULATED:
        raise CommentsOnlyFromMembers
    on = happened(on or Edtf.on(work.today), work.today)
    named = work.known(Organisation, outlet) if outlet else None
    if status is not None and not leaps:
        require_step(found, status, named)
    outlet = named or found.outlet
    if status in (OpEdStatus.SUBMITTED, OpEdStatus.PUBLISHED) and outlet is None:
        raise OutletNeeded(op_ed=op_ed)
    _take(found, status, outlet, on, comments_by)
    return found


def _take(
    op_ed: OpEd, status: OpEdStatus | None, outlet: str | None, on: Edtf, comments_by: date | None
) -> None:
    day = on.first
    match status:
        case None:
            op_ed.touch(day)
        case OpEdStatus.IDEA | OpEdStatus.DRAFT:
            op_ed.become(status, day)
        case OpEdStatus.CIRCULATED:
            op_ed.circulate(day, comments_by)
        case OpEdStatus.APPROVED:
            op_ed.approve(day)
        case OpEdStatus.SUBMITTED:
            op_ed.submit(outlet, day)
        case OpEdStatus.REJECTED:
            op_ed.reject(day)
        case OpEdStatus.PUBLISHED:
            op_ed.publish(outlet, on)


def enter_submission(work: UnitOfWork, *, op_ed: str, number: int, told: Submission) -> None:
    """Enter one outlet's turn, as a register tells it. Raises Unknown and StillAhead."""
    if told.outlet:
        told.outlet = work.known(Organisation, told.outlet)
    for day in (Edtf.on(told.sent), told.answered):
        if day is not None:
            happened(day, work.today)
    work.get(OpEd, op_ed).tell_of(number, told)


def cosign_op_ed(work: UnitOfWork, *, op_ed: str, organisations: Iterable[str]) -> OpEd:
    """Others sign the op-ed too. Raises Unknown for an organisation that is not registered."""
    found = work.get(OpEd, op_ed)
    found.cosign([work.known(Organisation, each) for each in organisations])
    return found


def react_to_op_ed(work: UnitOfWork, *, op_ed: str, reaction: str, on: date | None = None) -> OpEd:
    """Record what was said about it, on a day in Oslo. Raises NothingSaid and StillAhead."""
    found = work.get(OpEd, op_ed)
    if not reaction.strip():
        raise NothingSaid(op_ed=op_ed)
    found.react(reaction, happened(on or work.today, work.today))
    return found


def correct_op_ed(work: UnitOfWork, *, op_ed: str, **values: object) -> OpEd:
    """Put right what was registered wrongly. Raises Unknown for an area or a person."""
    found = work.get(OpEd, op_ed)
    require_known(work, AREA_AND_PERSON, values, found)
    found.correct(**values)
    return found
