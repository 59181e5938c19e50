"""Which step of an op-ed can follow which: what cannot be is refused with what to do instead."""

from .errors import DomainError
from .kinds import OpEdStatus
from .op_eds import BEING_WRITTEN, OpEd


class OnlyAnIdea(DomainError):
    """{op_ed} is only an idea: say first that there is a draft."""


class PublishedAlready(DomainError):
    """{op_ed} is published and stays so: if it is written anew, say that it is a draft."""


class StillWithAnOutlet(DomainError):
    """{op_ed} waits for an answer from {outlet}: record first that it was rejected."""


class WithNoOutlet(DomainError):
    """{op_ed} is with no outlet that could reject it: record first where it was submitted."""


class WithAnotherOutlet(DomainError):
    """{op_ed} is with {outlet} and not with {named}: record first that it was submitted there."""


class OutletOfThePublication(DomainError):
    """{op_ed} was rejected: say in which outlet it has now been published."""


def require_step(op_ed: OpEd, status: OpEdStatus, outlet: str | None) -> None:
    """Refuse a step that cannot be; `outlet` is the one that a person named, if any."""
    if op_ed.status is OpEdStatus.IDEA and status not in BEING_WRITTEN:
        raise OnlyAnIdea(op_ed=op_ed.key)
    if op_ed.status is OpEdStatus.PUBLISHED and status not in (*BEING_WRITTEN, op_ed.status):
        raise PublishedAlready(op_ed=op_ed.key)
    waiting = op_ed.waiting_at
    match status:
        case OpEdStatus.SUBMITTED if waiting is not None:
            raise StillWithAnOutlet(op_ed=op_ed.key, outlet=waiting.outlet)
        case OpEdStatus.REJECTED if waiting is None:
            raise WithNoOutlet(op_ed=op_ed.key)
        case OpEdStatus.REJECTED if waiting is not None and outlet not in (None, waiting.outlet):
            raise WithAnotherOutlet(op_ed=op_ed.key, outlet=waiting.outlet, named=outlet)
        case OpEdStatus.PUBLISHED if op_ed.status is OpEdStatus.REJECTED and outlet is None:
            raise OutletOfThePublication(op_ed=op_ed.key)
