"""Planning backwards from a consultation's deadline: propose the steps, adopt them, keep them.

An adopted step is a deadline of the consultation's own. It follows the plan whenever the plan
changes; a day that a person has chosen for it stays until then.
"""

from datetime import date

from sqlalchemy import select

from ..domain.backwards import CouncilMeeting, Plan, plan_backwards
from ..domain.consultations import CLOSED, Consultation, ConsultationClosed
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.errors import DomainError
from ..domain.events import ConsultationPlanned
from ..domain.kinds import (
    ConsultationStatus,
    DeadlineKind,
    DeadlineStatus,
    MeetingKind,
    MeetingStatus,
    Step,
)
from ..domain.meetings import Meeting
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from ..wording.plans import step_title
from .deadlines import set_deadline

STEPS = (Step.PAPERS, Step.COMMENTS, Step.APPROVAL, Step.SUBMISSION)
"""What becomes a deadline; the meeting is one already."""

CERTAIN = (MeetingStatus.SCHEDULED, MeetingStatus.HELD)


class NothingToPlanFrom(DomainError):
    """{consultation} has no known deadline to plan from. Record it with consultation moved."""


class TooLateToPlan(DomainError):
    """The deadline of {consultation} was {deadline}. There is nothing left to plan."""


def propose(work: UnitOfWork, consultation: str, today: date | None = None) -> Plan:
    """The steps towards the deadline, seen from today (or that day in Oslo); changes nothing.

    Raises NothingToPlanFrom.
    """
    found = work.get(Consultation, consultation)
    if found.deadline is None:
        raise NothingToPlanFrom(consultation=consultation)
    papers = steps_of(work, consultation).get(Step.PAPERS)
    meetings = _meetings(work)
    if papers is not None and papers.status is DeadlineStatus.MET:
        # The papers are out: the response is on that meeting's table, or on none yet.
        on_the_table = [each for each in meetings if each.key == papers.meeting]
        meetings = on_the_table or meetings
    return plan_backwards(
        found.deadline,
        meetings,
        work.calendar,
        today=today or work.today,
        published=found.published,
        settled=papers.meeting if papers else None,
    )


def adopt(work: UnitOfWork, *, consultation: str) -> Plan:
    """Make deadlines of the proposed steps, or bring those that are there into step.

    Raises NothingToPlanFrom, TooLateToPlan and ConsultationClosed.
    """
    found = work.get(Consultation, consultation)
    if not found.open:
        raise ConsultationClosed(consultation=consultation, status=found.status)
    plan = propose(work, consultation)
    if plan.past:
        raise TooLateToPlan(consultation=consultation, deadline=found.deadline)
    _carry_out(work, found, plan)
    return plan


def keep_in_step(work: UnitOfWork, *, consultation: str, today: date) -> None:
    """The deadline or a meeting has changed: adopted steps follow, as seen from that day in Oslo.

    Without a known deadline they rest until there is one.
    """
    found = work.get(Consultation, consultation)
    if not found.open or not steps_of(work, consultation):
        return
    if found.deadline is None:
        for step in steps_of(work, consultation).values():
            step.leave_plan(work.now)
        return
    plan = propose(work, consultation, today)
    if not plan.past:
        _carry_out(work, found, plan)


def finish(work: UnitOfWork, *, consultation: str) -> None:
    """Nothing is left to do: after a submission the open steps are met, otherwise they fall away.

    The papers that were never sent fall away in any case.
    """
    found = work.get(Consultation, consultation)
    if found.open:
        return
    submitted = found.status is ConsultationStatus.SUBMITTED
    for step, deadline in steps_of(work, consultation).items():
        if submitted and step is not Step.PAPERS and deadline.open:
            deadline.meet(found.submitted or Edtf.on(work.today), work.now)
        else:
            deadline.leave_plan(work.now)


def papers_are_out(work: UnitOfWork, *, meeting: str, on: Edtf) -> None:
    """The papers for that meeting went out: what was planned for them is done."""
    deadline = tables.deadline.c
    work.session.flush()
    planned = select(deadline.key).where(
        deadline.meeting == meeting,
        deadline.step == Step.PAPERS,
        deadline.status == DeadlineStatus.OPEN,
    )
    for key in work.session.scalars(planned.order_by(deadline.key)).all():
        work.get(Deadline, key).meet(on, work.now)


def papers_are_not_out(work: UnitOfWork, *, meeting: str, on: Edtf) -> None:
    """They had not gone out on that day after all: what was planned for them is open again."""
    deadline = tables.deadline.c
    work.session.flush()
    done = select(deadline.key).where(
        deadline.meeting == meeting,
        deadline.step == Step.PAPERS,
        deadline.status == DeadlineStatus.MET,
        deadline.met_on == on,
    )
    for key in work.session.scalars(done.order_by(deadline.key)).all():
        work.get(Deadline, key).reopen(work.now)


def adopted(work: UnitOfWork) -> list[str]:
    """The keys of the open consultations whose steps are adopted."""
    deadline, consultation = tables.deadline.c, tables.consultation.c
    query = (
        select(consultation.key)
        .join_from(tables.consultation, tables.deadline, deadline.consultation == consultation.key)
        .where(deadline.step.is_not(None), consultation.status.not_in(CLOSED))
        .distinct()
    )
    return list(work.session.scalars(query.order_by(consultation.key)))


def _carry_out(work: UnitOfWork, consultation: Consultation, plan: Plan) -> None:
    there = steps_of(work, consultation.key)
    if Step.COMMENTS not in there and (own := _comments_of_their_own(work, consultation.key, plan)):
        there[Step.COMMENTS] = own
    before = {step: (each.planned, each.meeting) for step, each in there.items()}
    changed = False
    for step in STEPS:
        deadline, day = there.get(step), plan.day_of(step)
        meeting = plan.meeting.key if plan.meeting and step is Step.PAPERS else None
        if day is None:
            if deadline is not None:
                deadline.leave_plan(work.now)
        else:
            deadline = deadline or _new_step(work, consultation, step, day)
            deadline.follow(step, day, work.now, meeting)
        if deadline is not None:
            changed |= before.get(step) != (deadline.planned, deadline.meeting)
    if changed:
        consultation.record(_told(consultation.key, plan))


def _new_step(work: UnitOfWork, consultation: Consultation, step: Step, day: date) -> Deadline:
    return set_deadline(
        work,
        key=f"{consultation.key}-{step.value}",
        title=step_title(step, consultation.title),
        due=Edtf.on(day),
        consultation=consultation.key,
        responsible=consultation.responsible,
    )


def _told(key: str, plan: Plan) -> ConsultationPlanned:
    days = {each.step: each.day for each in plan.steps}
    return ConsultationPlanned(
        key,
        plan.meeting.key if plan.meeting else None,
        days.get(Step.PAPERS),
        days[Step.COMMENTS],
        days[Step.APPROVAL],
        days[Step.SUBMISSION],
    )


def steps_of(work: UnitOfWork, consultation: str) -> dict[Step, Deadline]:
    """The adopted steps, also those that are met or have fallen away; empty where none are."""
    return {each.step: each for each in _deadlines(work, consultation) if each.step is not None}


def _comments_of_their_own(work: UnitOfWork, consultation: str, plan: Plan) -> Deadline | None:
    """A deadline that the council has set itself for the members' comments, before any plan."""
    day = plan.day_of(Step.COMMENTS) or plan.deadline.first
    own = [
        each
        for each in _deadlines(work, consultation)
        if each.step is None
        and each.kind is DeadlineKind.INTERNAL
        and each.status is not DeadlineStatus.CANCELLED
    ]
    return min(own, key=lambda each: (abs(each.due.first - day), each.key), default=None)


def _deadlines(work: UnitOfWork, consultation: str) -> list[Deadline]:
    work.session.flush()
    deadline = tables.deadline.c
    keys = select(deadline.key).where(deadline.consultation == consultation)
    found = work.session.scalars(keys.order_by(deadline.key)).all()
    return [work.get(Deadline, key) for key in found]


def _meetings(work: UnitOfWork) -> list[CouncilMeeting]:
    """The council meetings whose day is certain."""
    work.session.flush()
    meeting = tables.meeting.c
    query = select(Meeting).where(meeting.kind == MeetingKind.COUNCIL, meeting.status.in_(CERTAIN))
    return [
        CouncilMeeting(each.key, each.time.on.day)
        for each in work.session.scalars(query)
        if each.time.on.is_day
    ]
