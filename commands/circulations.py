"""A draft goes to the members: of an op-ed, or of the response to a consultation."""

from datetime import date
from typing import TypeAlias

from sqlalchemy import select

from ..domain.backwards import plan_backwards
from ..domain.circulations import (
    CirculatedText,
    Circulation,
    NotWithTheMembers,
    WithTheMembers,
    key_of,
)
from ..domain.consultations import Consultation, ConsultationClosed
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.events import ConsultationTextGiven, OpEdTextGiven
from ..domain.kinds import (
    ConsultationStatus,
    DeadlineKind,
    DeadlineStatus,
    Kind,
    OpEdStatus,
    Step,
)
from ..domain.op_eds import CommentsBeforeCirculation, OpEd
from ..store import comment_tables, tables
from ..store.unit_of_work import UnitOfWork
from ..wording.plans import step_title
from .consultations import take_up_consultation
from .deadlines import set_deadline
from .op_eds import update_op_ed

Circulated: TypeAlias = OpEd | Consultation
"""What can go to the members as a draft."""

THINGS: dict[Kind, type[OpEd] | type[Consultation]] = {
    Kind.OP_ED: OpEd,
    Kind.CONSULTATION: Consultation,
}


BEFORE_MEMBERS = (ConsultationStatus.ANNOUNCED, ConsultationStatus.DRAFTING)


def circulate(
    work: UnitOfWork, *, kind: Kind, key: str, comments_by: date, text: str = ""
) -> Circulation:
    """Send the draft to the members, for comments by the end of that day in Oslo.

    An empty text leaves what they have to read as it is. If somebody has commented on it when it
    lay with the members before, everybody is asked again. Raises CommentsBeforeCirculation, and
    ConsultationClosed once the response is submitted.
    """
    work.get(THINGS[kind], key)  # first, as by whoever comments on it: nobody waits in a ring
    found = circulation(work, kind, key)
    if kind is Kind.OP_ED:
        update_op_ed(work, op_ed=key, status=OpEdStatus.CIRCULATED, comments_by=comments_by)
    else:
        _circulate_response(work, key, comments_by)
    if _is_commented(work, found):
        found.begin_anew()
    if text.strip():
        found.put(text, work.today)
    return found


def put_text(work: UnitOfWork, *, kind: Kind, key: str, text: str) -> None:
    """Give the members another text to read; what they have said stands.

    Raises NotWithTheMembers.
    """
    thing = work.get(THINGS[kind], key)
    if with_the_members(work, thing) is None:
        raise NotWithTheMembers(thing=key)
    if circulation(work, kind, key).put(text, work.today):
        told = OpEdTextGiven if kind is Kind.OP_ED else ConsultationTextGiven
        thing.record(told(key))


def enter_circulation(
    work: UnitOfWork, *, kind: Kind, key: str, edition: int, text: str = "", on: date | None = None
) -> Circulation:
    """Enter what the members had before them, as a register tells it; nobody is asked anew.

    A text comes after those that are there; `on` is the day (in Oslo) on which they got it.
    """
    found = circulation(work, kind, key)
    found.edition = max(edition, found.edition)
    if text:
        found.texts.append(CirculatedText(edition, text, on or work.today))
    return found


def circulation(work: UnitOfWork, kind: Kind, key: str) -> Circulation:
    """What the members have before them of that thing, made where there is nothing yet."""
    found = work.find(Circulation, key_of(kind, key))
    if found is None:
        found = Circulation.of(kind, work.known(THINGS[kind], key))
        work.add(found)
    return found


def with_the_members(work: UnitOfWork, thing: Circulated) -> WithTheMembers | None:
    """How the draft lies with the members, None where it does not."""
    if isinstance(thing, OpEd):
        kind, there = Kind.OP_ED, thing.status is OpEdStatus.CIRCULATED
    else:
        kind, there = Kind.CONSULTATION, thing.status is ConsultationStatus.CIRCULATED
    if not there:
        return None
    found = work.look(Circulation, key_of(kind, thing.key))
    edition = found.edition if found is not None else 1
    return WithTheMembers(kind, thing.key, edition, _comments_by(work, thing))


def _comments_by(work: UnitOfWork, thing: Circulated) -> date | None:
    if isinstance(thing, OpEd):
        return thing.comments_due
    deadline = comments_deadline(work, thing.key)
    return deadline.due.last if deadline is not None else None


def comments_deadline(work: UnitOfWork, consultation: str) -> Deadline | None:
    """The deadline for the members' comments: the plan's step, else the last of the council's own.

    None where there is none, or it has fallen away.
    """
    work.session.flush()
    query = select(Deadline).where(
        tables.deadline.c.consultation == consultation,
        tables.deadline.c.kind == DeadlineKind.INTERNAL,
        tables.deadline.c.status != DeadlineStatus.CANCELLED,
    )
    found = [each for each in work.session.scalars(query) if each.step in (None, Step.COMMENTS)]
    found.sort(key=lambda each: (each.step is Step.COMMENTS, each.due.sort_key(), each.key))
    return found[-1] if found else None


def take_up(work: UnitOfWork, *, consultation: str, status: ConsultationStatus) -> None:
    """Say how far the response has come; what the members were asked for goes with it.

    Where the draft is taken back from them, the deadline that was made for their comments falls
    away, or is met once somebody has answered; it is open again when they have the draft again. A
    step of a plan stays the plan's.
    """
    was = work.get(Consultation, consultation).status
    take_up_consultation(work, consultation=consultation, status=status)
    deadline = _made_for_comments(work, consultation)
    if deadline is None or was is status:
        return
    if status is ConsultationStatus.CIRCULATED and was in BEFORE_MEMBERS:
        deadline.reopen(work.now)
    elif was is ConsultationStatus.CIRCULATED and deadline.open:
        if _is_commented(work, circulation(work, Kind.CONSULTATION, consultation)):
            deadline.meet(Edtf.on(work.today), work.now)
        else:
            deadline.cancel(work.now)


def _made_for_comments(work: UnitOfWork, consultation: str) -> Deadline | None:
    """The deadline that `circulate` made, open or not; None where it took one that was there."""
    work.session.flush()
    title = step_title(Step.COMMENTS, work.view(Consultation, consultation).title)
    query = select(Deadline).where(
        tables.deadline.c.consultation == consultation,
        tables.deadline.c.kind == DeadlineKind.INTERNAL,
        tables.deadline.c.step.is_(None),
        tables.deadline.c.title == title,
    )
    found = sorted(work.session.scalars(query), key=lambda each: (each.due.sort_key(), each.key))
    return work.get(Deadline, found[-1].key) if found else None


def propose_day(work: UnitOfWork, consultation: Consultation) -> date | None:
    """The day that the plan would give the members; None where there is no deadline to plan from.

    Meetings make no difference to it.
    """
    if consultation.deadline is None:
        return None
    plan = plan_backwards(consultation.deadline, (), work.calendar, today=work.today)
    return plan.day_of(Step.COMMENTS)


def draft_of(work: UnitOfWork, deadline: Deadline) -> Consultation | None:
    """The consultation on whose draft the members comment by that deadline, while they have it."""
    found = work.look(Consultation, deadline.consultation) if deadline.consultation else None
    if found is None or found.status is not ConsultationStatus.CIRCULATED:
        return None
    last = comments_deadline(work, found.key)
    return found if last is not None and last.key == deadline.key else None


def _circulate_response(work: UnitOfWork, key: str, comments_by: date) -> None:
    found = work.get(Consultation, key)
    if not found.open:
        raise ConsultationClosed(consultation=key, status=found.status.value)
    if comments_by < work.today:
        raise CommentsBeforeCirculation(comments_by=comments_by, on=work.today)
    take_up_consultation(work, consultation=key, status=ConsultationStatus.CIRCULATED)
    there = comments_deadline(work, key)
    if there is None:
        set_deadline(
            work,
            title=step_title(Step.COMMENTS, found.title),
            due=Edtf.on(comments_by),
            consultation=key,
            responsible=found.responsible,
        )
        return
    deadline = work.get(Deadline, there.key)
    deadline.reopen(work.now)
    deadline.move(Edtf.on(comments_by), work.now)


def _is_commented(work: UnitOfWork, found: Circulation) -> bool:
    """Whether somebody has answered about the edition that they had."""
    work.session.flush()
    comment = comment_tables.comment.c
    query = select(comment.key).where(
        comment.kind == found.kind,
        comment.thing == found.thing,
        comment.edition == found.edition,
        comment.withdrawn.is_(False),
    )
    return work.session.scalar(query.limit(1)) is not None
