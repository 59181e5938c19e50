"""What several lines of the front page look at: each is read once for a page, in one query."""

from sqlalchemy import or_, select

from ...domain.consultations import CLOSED, Consultation
from ...domain.deadlines import Deadline
from ...domain.kinds import DeadlineStatus, MeetingKind, MeetingStatus
from ...domain.meetings import Meeting
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ..once import once

_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)


@once
def _meetings(work: UnitOfWork) -> list[Meeting]:
    meeting = tables.meeting.c
    those = or_(meeting.kind == MeetingKind.COUNCIL, meeting.status.in_(_AHEAD))
    return list(work.session.scalars(select(Meeting).where(those).order_by(meeting.key)))


def council_meetings(work: UnitOfWork) -> list[Meeting]:
    """Every meeting of the council itself, by key."""
    return [each for each in _meetings(work) if each.kind is MeetingKind.COUNCIL]


def meetings_ahead(work: UnitOfWork) -> list[Meeting]:
    """The meetings of every kind that are neither held nor called off, by key."""
    return [each for each in _meetings(work) if each.status in _AHEAD]


@once
def open_consultations(work: UnitOfWork) -> list[Consultation]:
    """Those without an outcome, by key."""
    consultation = tables.consultation.c
    query = select(Consultation).where(consultation.status.not_in(CLOSED))
    return list(work.session.scalars(query.order_by(consultation.key)))


@once
def open_deadlines(work: UnitOfWork) -> list[Deadline]:
    """Those without an outcome, by key."""
    deadline = tables.deadline.c
    query = select(Deadline).where(deadline.status == DeadlineStatus.OPEN)
    return list(work.session.scalars(query.order_by(deadline.key)))
