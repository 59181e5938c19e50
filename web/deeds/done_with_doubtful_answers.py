"""What is said after an answer to an invitation that was in doubt was accepted or dismissed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select

from ...domain.invitation_answers import Doubt
from ...domain.invitations import Invitation
from ...domain.kinds import Kind
from ...store import flow
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..links import address_of
from ..requests.numbers import row_number
from .undoing import Done, Tell


def _accepted(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    row = _settled(work, about)
    if row is None or row.meeting is None:
        return None
    invitation = work.look(Invitation, row.invitation) if row.invitation else None
    who = invitation.name if invitation else ""
    match Doubt(row.why):
        case Doubt.UNKNOWN_ATTENDEE | Doubt.DELEGATED:
            sentence = lang.text("They are invited to {meeting} now.", meeting=row.meeting)
        case Doubt.DEPUTY_ACCEPTED:
            sentence = lang.text(
                "{who} is told not to come to {meeting}.", who=who, meeting=row.meeting
            )
        case _:
            sentence = lang.text(
                "The answer of {who} to {meeting} counts.", who=who, meeting=row.meeting
            )
    return Done(sentence, address_of(Kind.MEETING, row.meeting), lang.text("Open the meeting"))


def _dismissed(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    if _settled(work, about) is None:
        return None
    return Done(lang.text("Nothing follows from that answer."))


def _settled(work: UnitOfWork, about: str) -> "Row[Any] | None":
    row, number = flow.doubtful_answer.c, row_number(about)
    if number is None:
        return None
    query = select(flow.doubtful_answer).where(row.id == number, row.settled.is_not(None))
    return work.session.execute(query).first()


WITH_DOUBTFUL_ANSWERS: Mapping[str, Tell] = {
    "answer-accepted": _accepted,
    "answer-dismissed": _dismissed,
}
