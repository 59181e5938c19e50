"""Facts around a council meeting: papers sent, minutes sent for comments, minutes approved."""

from sqlalchemy import select

from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.errors import DomainError
from ..domain.kinds import DeadlineKind, DeadlineStatus, MeetingKind
from ..domain.meeting_cycle import comments_due, next_council_meeting
from ..domain.meetings import Meeting, NotACouncilMeeting
from ..domain.past import happened
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from ..wording.plans import comments_title
from .deadlines import set_deadline


class NoLaterMeeting(DomainError):
    """No council meeting after {meeting} is registered. Register it first, or name one."""


class ApprovedTooEarly(DomainError):
    """The minutes of {meeting} cannot be approved by {approved_in}, which is no later meeting."""


def send_papers(work: UnitOfWork, *, meeting: str, on: Edtf | None = None) -> None:
    """The papers for a council meeting are sent, today unless another day is given.

    Raises StillAhead.
    """
    sent = happened(on or Edtf.on(work.today), work.today)
    work.get(Meeting, meeting).send_papers(sent, work.now)


def circulate_minutes(
    work: UnitOfWork, *, meeting: str, on: Edtf | None = None, comments_by: Edtf | None = None
) -> Deadline:
    """The minutes are sent; comments are due 5 working days later unless another day is given.

    Returns the deadline for comments, which is a new one, or the one that the meeting has already.
    Raises StillAhead.
    """
    found = work.get(Meeting, meeting)
    sent = happened(on or Edtf.on(work.today), work.today)
    key = _comments_deadline(work, meeting)
    known = work.get(Deadline, key) if key else None
    if comments_by is None:
        usual = Edtf.on(comments_due(sent.last, work.calendar))
        comments_by = known.due if known and on is None else usual
    found.circulate_minutes(sent, comments_by, work.now)
    usual_key = f"{meeting}-comments"
    if known is None and work.look(Deadline, usual_key) is not None:
        known = work.get(Deadline, usual_key)  # from when they had been sent by mistake
        known.reopen(work.now)
    if known is not None:
        known.move(comments_by, work.now)
        return known
    return set_deadline(
        work,
        key=usual_key,
        title=comments_title(found.title),
        due=comments_by,
        kind=DeadlineKind.MINUTES_COMMENTS,
        meeting=meeting,
    )


def take_back_papers(work: UnitOfWork, *, meeting: str) -> None:
    """The papers were registered as sent by mistake. Raises NothingSent."""
    work.get(Meeting, meeting).take_back_papers(work.now)


def take_back_minutes(work: UnitOfWork, *, meeting: str) -> None:
    """The minutes were registered as sent by mistake, and no comments are awaited.

    Raises NothingSent, also where a later meeting has approved them.
    """
    work.get(Meeting, meeting).take_back_minutes(work.now)
    key = _comments_deadline(work, meeting)
    if key is not None:
        work.get(Deadline, key).cancel(work.now)


def approve_minutes(work: UnitOfWork, *, meeting: str, approved_in: str | None = None) -> str:
    """The next council meeting, or the one named, approved the minutes; its key.

    Comments are no longer awaited. Raises NoLaterMeeting and ApprovedTooEarly.
    """
    found = work.get(Meeting, meeting)
    if found.kind is not MeetingKind.COUNCIL:
        raise NotACouncilMeeting(meeting=meeting)
    following = (
        next_council_meeting(found, work.all(Meeting))
        if approved_in is None
        else work.get(Meeting, approved_in)
    )
    if following is None:
        raise NoLaterMeeting(meeting=meeting)
    if following.kind is not MeetingKind.COUNCIL:
        raise NotACouncilMeeting(meeting=following.key)
    if following.time.on.last <= found.time.on.first:
        raise ApprovedTooEarly(meeting=meeting, approved_in=following.key)
    found.approve_minutes(following.key, work.now)
    key = _comments_deadline(work, meeting)
    if key is not None:
        work.get(Deadline, key).meet(Edtf.on(work.today), work.now)
    return following.key


def _comments_deadline(work: UnitOfWork, meeting: str) -> str | None:
    deadline = tables.deadline.c
    work.session.flush()
    return work.session.scalar(
        select(deadline.key)
        .where(
            deadline.meeting == meeting,
            deadline.kind == DeadlineKind.MINUTES_COMMENTS,
            deadline.status != DeadlineStatus.CANCELLED,
        )
        .order_by(deadline.key)
        .limit(1)
    )
