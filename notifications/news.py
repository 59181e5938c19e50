"""What is told of an answer that has come, and of a council meeting that has changed."""

from collections.abc import Iterator

from sqlalchemy import select

from ..domain.events import (
    InterimReplyReceived,
    MeetingCancelled,
    MeetingMoved,
    ReplyReceived,
)
from ..domain.kinds import Kind, ReplyKind
from ..domain.letters import Letter
from ..domain.meetings import Meeting, MeetingTime
from ..domain.obligations import Obligation, Reply
from ..store import flow
from ..store.event_log import from_row
from . import contexts
from .desk import Desk

_ANSWERS = {ReplyKind.INTERIM: "reply", ReplyKind.FINAL: "answer"}


def answer_told(event: ReplyReceived | InterimReplyReceived) -> str:
    """How reminders name that news, where others name a rung: `answer 2022-11-01`."""
    interim = isinstance(event, InterimReplyReceived)
    return f"{_ANSWERS[ReplyKind.INTERIM if interim else ReplyKind.FINAL]} {event.received}"


def change_told(event: MeetingMoved | MeetingCancelled) -> str:
    """How reminders name that news: `moved 2023-03-17`, `cancelled`."""
    return f"moved {event.on}" if isinstance(event, MeetingMoved) else "cancelled"


def answer_received(desk: Desk) -> contexts.ReplyMail | None:
    """The answer that came, unless it has been withdrawn since."""
    letter = desk.thing(Letter)
    for obligation in letter.obligations:
        for reply in _told(desk, obligation):
            return _answer(desk, letter, obligation, reply)
    return None


def _told(desk: Desk, obligation: Obligation) -> Iterator[Reply]:
    """The reply that the telling is about, if it stands."""
    if obligation.key in desk.telling.about:
        for reply in obligation.replies:
            named = f"{_ANSWERS.get(reply.kind)} {reply.received}"
            if named == desk.telling.rung and not reply.withdrawn:
                yield reply


def _answer(desk: Desk, letter: Letter, obligation: Obligation, reply: Reply) -> contexts.ReplyMail:
    succession = desk.work.succession
    sender = succession.on(reply.answered_by or obligation.recipient, desk.today)
    precise = letter.sent.is_day and reply.received.is_day
    return contexts.ReplyMail(
        **desk.reader(letter.responsible),
        title=letter.title,
        url=f"{desk.base_url}/letters/{letter.key}",
        sender=desk.name_of(sender),
        sender_key=sender,
        received=reply.received,
        interim=reply.kind is ReplyKind.INTERIM,
        promised=reply.promised,
        outstanding=tuple(
            succession.on(each.recipient, desk.today)
            for each in letter.obligations
            if each.expected and each.open
        ),
        working_days=desk.work.calendar.count(letter.sent.day, reply.received.day)
        if precise
        else None,
    )


def meeting_changed(desk: Desk) -> contexts.MeetingChangedMail | None:
    """How the meeting stands now; None where it has changed again, which is told on its own."""
    meeting = desk.thing(Meeting)
    last = _last_change(desk)
    if last is None or change_told(last) != desk.telling.rung:
        return None
    zone = desk.work.office.zone
    was = MeetingTime(last.was) if isinstance(last, MeetingMoved) else meeting.time
    return contexts.MeetingChangedMail(
        **desk.reader(None),
        title=meeting.title,
        url=f"{desk.base_url}/meetings/{meeting.key}",
        was=contexts.Hours.of(was, zone),
        now=contexts.Hours.of(meeting.time, zone),
        place=meeting.place,
        cancelled=isinstance(last, MeetingCancelled),
    )


def _last_change(desk: Desk) -> MeetingMoved | MeetingCancelled | None:
    event = flow.event.c
    names = (MeetingMoved.__name__, MeetingCancelled.__name__)
    last = (
        select(flow.event)
        .where(event.about == Kind.MEETING.value, event.subject == desk.key, event.name.in_(names))
        .order_by(event.id.desc())
        .limit(1)
    )
    row = desk.work.session.execute(last).first()
    found = from_row(row).event if row is not None else None
    return found if isinstance(found, MeetingMoved | MeetingCancelled) else None
