"""Answers to invitations: taken where they are the attendee's own and fresh, else left to a person.

An answer is matched on the meeting's UID, the attendee, and the sender's address or the token that
only their own invitation bears; never on ORGANIZER or In-Reply-To, which clients leave out.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, insert, select, update

from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.invitation_answers import Answer, Asks, Doubt, Outcome
from ..domain.invitations import Heard, Invitation, Proposal, Said, same_address
from ..domain.kinds import MeetingStatus, PartStat
from ..domain.meetings import Meeting, MeetingTime
from ..domain.sentences import N_, Word
from ..store import flow, invitation_tables, tables
from ..store.clock import machine_now
from ..store.tokens import hash_token, same
from ..store.unit_of_work import UnitOfWork, Unknown
from .invitations import invitations_of, invite, is_over, uninvite

CLOCKS_DIFFER = timedelta(days=1)
"""How far ahead of ours the clock of a calendar program may be before it is not believed."""


class CannotBeAccepted(DomainError):
    """{number} is about no meeting that is known here: dismiss it, and answer the sender."""


class AnswerTooLate(DomainError):
    """{meeting} {why}, and cannot be answered any more."""


def record_answer(work: UnitOfWork, answer: Answer) -> Outcome:
    """Take an answer, drop what is known or overtaken, or leave it to a person."""
    meeting = _meeting(work, answer.uid)
    if meeting is None:
        # Without a token it came for a meeting of somebody's own, and is theirs to read.
        ours, why = bool(answer.reply_token), Doubt.UNKNOWN_MEETING
        return leave_to_a_person(work, why, answer) if ours else Outcome.NOT_OURS
    invitation = _invitation(work, meeting, answer)
    if invitation is None:
        return leave_to_a_person(work, Doubt.UNKNOWN_ATTENDEE, answer, meeting)
    # Until they have heard that they need not come, they answer as one who is invited.
    gone = invitation.withdrawn and not invitation.knows
    if gone or meeting.status is MeetingStatus.CANCELLED:
        return Outcome.DROPPED
    if not invitation.may_answer(answer.sender, answer.reply_token):
        return leave_to_a_person(work, Doubt.WRONG_SENDER, answer, meeting, invitation)
    if answer.one_of_series:
        return leave_to_a_person(work, Doubt.ONE_OF_SERIES, answer, meeting, invitation)
    return _hear(work, meeting, invitation, answer)


def _hear(work: UnitOfWork, meeting: Meeting, invitation: Invitation, answer: Answer) -> Outcome:
    if answer.asks is Asks.REFRESH:
        if invitation.notice is None or is_over(work, meeting):
            return Outcome.DROPPED
        invitation.repeat()
        return Outcome.RECORDED
    said = Said(
        answer.sequence,
        _believed(work, invitation, answer.stamp),
        answer.partstat,
        answer.comment,
        answer.delegated_to,
        answer.proposal if answer.asks is Asks.COUNTER else None,
    )
    if invitation.hear(said, newest=meeting.sequence) is not Heard.TAKEN:
        return Outcome.DROPPED
    if invitation.partstat is PartStat.DELEGATED:
        return leave_to_a_person(work, Doubt.DELEGATED, answer, meeting, invitation)
    return Outcome.RECORDED


def _believed(work: UnitOfWork, invitation: Invitation, stamp: datetime | None) -> datetime:
    """When they answered; without a stamp now, and never so far ahead that it would stay newest."""
    now = max(work.now, machine_now())
    if stamp is not None:
        return min(stamp, now + CLOCKS_DIFFER)
    last = invitation.answered_stamp
    return work.now if last is None else max(work.now, last + timedelta(seconds=1))


def _meeting(work: UnitOfWork, uid: str) -> Meeting | None:
    key = work.session.scalar(select(tables.meeting.c.key).where(tables.meeting.c.uid == uid))
    return work.look(Meeting, key) if key else None


def _invitation(work: UnitOfWork, meeting: Meeting, answer: Answer) -> Invitation | None:
    """The invitation of the attendee, locked; one that stands before one that was withdrawn."""
    theirs = [
        each
        for each in invitations_of(work, meeting.key)
        if same_address(each.address, answer.attendee)
    ]
    theirs.sort(key=lambda each: each.withdrawn)
    return work.get(Invitation, theirs[0].key) if theirs else None


def leave_to_a_person(
    work: UnitOfWork,
    why: Doubt,
    answer: Answer,
    meeting: Meeting | None = None,
    invitation: Invitation | None = None,
) -> Outcome:
    """Keep it for a person, once."""
    claims = _as_json(answer)
    parts = [str(value) for _, value in sorted(claims.items())]
    identity = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    row = flow.doubtful_answer.c
    seen = work.session.execute(select(row.id).where(row.identity == identity)).first()
    if seen is None:
        work.session.execute(
            insert(flow.doubtful_answer).values(
                at=work.now,
                why=why.value,
                meeting=meeting.key if meeting else None,
                invitation=invitation.key if invitation else None,
                answer=claims,
                identity=identity,
            )
        )
    return Outcome.NEEDS_A_PERSON


def doubtful_answers(work: UnitOfWork) -> Sequence[Row[Any]]:
    """What waits for a person, oldest first; `answer` holds what was claimed, by its fields."""
    row = flow.doubtful_answer.c
    query = select(flow.doubtful_answer).where(row.settled.is_(None)).order_by(row.id)
    return work.session.execute(query).all()


def accept_doubtful(work: UnitOfWork, *, number: int) -> str:
    """A person says that it is right; what happened, as a sentence for them.

    An unknown attendee, or the one somebody delegates to, is invited; an unknown sender may speak
    for the attendee from now on; a deputy whose member comes after all is uninvited. Raises
    CannotBeAccepted, NotInvited, and Unknown for the number.
    """
    row = _waiting(work, number)
    answer = _from_json(row.answer)
    if row.meeting is None:
        raise CannotBeAccepted(number=number)
    meeting = work.get(Meeting, row.meeting)
    match Doubt(row.why):
        case Doubt.UNKNOWN_ATTENDEE:
            invitation = invite(work, meeting=meeting.key, who=answer.attendee)
            _hear(work, meeting, invitation, answer)
            told = f"{invitation.who} is invited to {meeting.key}."
        case Doubt.DELEGATED:
            invitation = invite(work, meeting=meeting.key, who=answer.delegated_to)
            told = f"{invitation.who} is invited to {meeting.key}."
        case Doubt.DEPUTY_ACCEPTED:
            who = work.get(Invitation, row.invitation).who
            uninvite(work, meeting=meeting.key, who=who)
            told = f"{who} is not invited to {meeting.key} any more."
        case _:
            invitation = work.get(Invitation, row.invitation)
            if Doubt(row.why) is Doubt.WRONG_SENDER:
                known = (*invitation.known_senders, answer.sender.casefold())
                invitation.known_senders = tuple(dict.fromkeys(known))
            _hear(work, meeting, invitation, answer)
            told = f"{invitation.who} is {invitation.partstat.value} for {meeting.key}."
    _settle(work, number)
    return told


def dismiss_doubtful(work: UnitOfWork, *, number: int) -> None:
    """A person says that nothing follows from it. Raises Unknown."""
    _waiting(work, number)
    _settle(work, number)


def _waiting(work: UnitOfWork, number: int) -> Row[Any]:
    row = flow.doubtful_answer.c
    query = select(flow.doubtful_answer).where(row.id == number, row.settled.is_(None))
    found = work.session.execute(query.with_for_update()).first()
    if found is None:
        raise Unknown(what="answer that waits for a person with the number", key=number)
    return found


def _settle(work: UnitOfWork, number: int) -> None:
    """Its addresses are of no use any more; the identity stays, so that it never comes back."""
    settled = update(flow.doubtful_answer).where(flow.doubtful_answer.c.id == number)
    work.session.execute(settled.values(settled=work.now, settled_by=work.by, answer={}))


def withdraw_question(work: UnitOfWork, why: Doubt, invitation: str) -> None:
    """What waited for a person about that invitation has settled itself."""
    row = flow.doubtful_answer.c
    query = select(row.id).where(
        row.why == why.value, row.invitation == invitation, row.settled.is_(None)
    )
    for number in work.session.scalars(query).all():
        _settle(work, number)


def answered_here(work: UnitOfWork, token: str) -> Invitation | None:
    """The invitation with that secret in its links, or None; for looking only."""
    wanted = hash_token(token)
    query = select(Invitation).where(invitation_tables.invitation.c.answer_hash == wanted)
    found = work.session.scalars(query).first()
    return found if found is not None and same(found.answer_hash, wanted) else None


def answer_here(
    work: UnitOfWork, *, invitation: str, partstat: PartStat, comment: str = ""
) -> Invitation:
    """Somebody answered on a page of ours. Raises AnswerTooLate where that is no longer asked."""
    found = work.get(Invitation, invitation)
    meeting = work.look(Meeting, found.meeting)
    if meeting is None:
        raise Unknown(what="meeting", key=found.meeting)
    if closed := why_closed(work, found, meeting):
        raise AnswerTooLate(meeting=meeting.key, why=Word(closed))
    found.say_here(partstat, meeting, work.now, comment)
    return found


def why_closed(work: UnitOfWork, invitation: Invitation, meeting: Meeting) -> str:
    """Why a page takes no answer to it any more: cancelled, withdrawn or over; "" while it does."""
    if meeting.status is MeetingStatus.CANCELLED:
        return N_("is cancelled")
    if invitation.withdrawn:
        return N_("does not expect them")
    return N_("is over") if is_over(work, meeting) else ""


def _as_json(answer: Answer) -> dict[str, Any]:
    plain: dict[str, Any] = {
        name: value
        for name, value in vars(answer).items()
        if isinstance(value, str | int) and value not in ("", False)
    }
    if answer.stamp is not None:
        plain["stamp"] = answer.stamp.isoformat()
    if answer.proposal is not None:
        time = answer.proposal.time
        moments = [each.isoformat() if each else None for each in (time.start, time.end)]
        plain["proposal"] = [time.on.text, *moments, answer.proposal.place]
    return plain


def _from_json(claims: dict[str, Any]) -> Answer:
    values = dict(claims)
    values["asks"] = Asks(values["asks"])
    if "partstat" in values:
        values["partstat"] = PartStat(values["partstat"])
    if "stamp" in values:
        values["stamp"] = datetime.fromisoformat(values["stamp"])
    if "proposal" in values:
        on, start, end, place = values["proposal"]
        moments = (datetime.fromisoformat(each) if each else None for each in (start, end))
        values["proposal"] = Proposal(MeetingTime(Edtf(on), *moments), place)
    return Answer(**values)
