"""Reads the inbox: answers to invitations are recorded, bounces counted, all else is left alone.

Each message is one transaction and safe to repeat: what was recorded before is recognised.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from ..calendar.answers import NoAnswer, ReadAnswer, Unreadable, read_answers
from ..commands.bounces import record_bounce
from ..commands.invitation_answers import record_answer
from ..domain.dates import Edtf
from ..domain.errors import TilsvarError
from ..domain.invitation_answers import Answer, Asks, Outcome
from ..domain.invitations import Proposal
from ..domain.meetings import MeetingEndsBeforeItStarts, MeetingTime
from ..intake.inbox.bounces import read_bounce
from ..intake.inbox.port import Inbox, Message
from ..store import tables
from ..store.clock import local_day
from ..store.unit_of_work import Office

BY = "inbox"
log = structlog.get_logger()


class NoInbox(TilsvarError):
    """No inbox is set. Name it in TILSVAR_INBOX_URL, as in imaps://user:password@host/INBOX."""


@dataclass(frozen=True)
class Polled:
    """What came of one look into the inbox: how many messages, and what became of the answers."""

    looked_at: int = 0
    recorded: int = 0
    dropped: int = 0
    doubtful: int = 0
    bounces: int = 0
    unreadable: int = 0


def poll(office: Office, inbox: Inbox, *, reply_address: str = "") -> Polled:
    """Look at all that has come since the last poll. Raises InboxError where it cannot be read.

    `reply_address` is the one that invitations are answered to, without a token. Another inbox than
    the last time is read from its beginning.
    """
    place = inbox.place
    counted: Counter[str] = Counter()
    for message in inbox.messages(_mark(office, place)):
        counted["looked_at"] += 1
        ours = _take(office, message, reply_address, counted)
        _remember(office, place, message.mark)
        if ours:
            inbox.done(message.id)
    return Polled(**{name: counted[name] for name in Polled.__dataclass_fields__ if counted[name]})


def _take(office: Office, message: Message, reply_address: str, counted: Counter[str]) -> bool:
    """Record what the message says; whether it was ours, so that it can be put away."""
    try:
        return _bounced(office, message, counted) or _answered(
            office, message, reply_address, counted
        )
    except NoAnswer:
        return False
    except Unreadable as fault:
        log.warning("an answer cannot be read and stays in the inbox", reason=str(fault))
    except SQLAlchemyError:
        raise
    except Exception:
        # One strange message must not keep all that come after it waiting.
        log.exception("a message stays in the inbox", message=message.id)
    counted["unreadable"] += 1
    return False


def _bounced(office: Office, message: Message, counted: Counter[str]) -> bool:
    found = read_bounce(message.content)
    if found is None:
        return False
    with office.work(by=BY) as work:
        ours = record_bounce(
            work,
            recipient=found.original_recipient or found.final_recipient,
            message_id=found.message_id,
            hard=found.hard,
            code=found.status,
            diagnostic=found.diagnostic,
        )
        work.commit()
    counted["bounces"] += ours
    return ours


def _answered(office: Office, message: Message, reply_address: str, counted: Counter[str]) -> bool:
    ours = False
    for read in read_answers(message.content, reply_to=reply_address):
        with office.work(by=BY) as work:
            outcome = record_answer(work, as_answer(read, office.zone))
            work.commit()
        if outcome in _COUNTED:
            counted[_COUNTED[outcome]] += 1
            ours = True
    return ours


_COUNTED = {
    Outcome.RECORDED: "recorded",
    Outcome.DROPPED: "dropped",
    Outcome.NEEDS_A_PERSON: "doubtful",
}


def as_answer(read: ReadAnswer, zone: ZoneInfo) -> Answer:
    """What the calendar part says, in the words of the commands."""
    return Answer(
        asks=Asks(read.method.value),
        uid=read.uid,
        attendee=read.attendee,
        sender=read.sender,
        reply_token=read.reply_address.partition("@")[0].rpartition("+")[2],
        partstat=read.partstat,
        sequence=read.sequence,
        stamp=read.stamp,
        comment=read.comment,
        delegated_to=next(iter(read.delegated_to), ""),
        proposal=_proposal(read, zone),
        one_of_series=bool(read.recurrence_id),
        message_id=read.message_id,
    )


def _proposal(read: ReadAnswer, zone: ZoneInfo) -> Proposal | None:
    """The time that a COUNTER asks for; an end that makes no sense is left out."""
    start, end = read.proposed_start, read.proposed_end
    if start is None:
        return None
    if not isinstance(start, datetime):
        return Proposal(MeetingTime(Edtf.on(start)), read.proposed_place)
    on = Edtf.on(local_day(start, zone))
    try:
        time = MeetingTime(on, start, end if isinstance(end, datetime) else None)
    except MeetingEndsBeforeItStarts:
        time = MeetingTime(on, start)
    return Proposal(time, read.proposed_place)


def _setting(place: str) -> str:
    return f"inbox:{hashlib.sha256(place.encode()).hexdigest()[:32]}"


def _mark(office: Office, place: str) -> str:
    """Up to where that inbox has been looked at, "" at its beginning."""
    row = tables.setting.c
    with office.engine.connect().execution_options(read_only=True) as connection:
        found = connection.scalar(select(row.value).where(row.key == _setting(place)))
    return str(found or "")


def _remember(office: Office, place: str, mark: str) -> None:
    row, key = tables.setting, _setting(place)
    with office.engine.begin() as connection:
        connection.execute(delete(row).where(row.c.key == key))
        connection.execute(insert(row).values(key=key, value=mark))
