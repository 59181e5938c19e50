"""News that does not wait for the digest: an answer has come, a coming council meeting has changed.

Whoever recorded it knows it already. What is older than the working day before, as in a register
that is imported, is no news.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ..commands.circulations import THINGS
from ..commands.invitations import invitations_of
from ..domain.circulations import Circulation, key_of
from ..domain.communications import Activity
from ..domain.entity import Entity
from ..domain.events import (
    ActivitySuggested,
    CommentChanged,
    CommentGiven,
    InterimReplyReceived,
    MeetingCancelled,
    MeetingMoved,
    ReplyReceived,
)
from ..domain.kinds import Kind, MeetingKind, MeetingStatus
from ..domain.ladders import Audience
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.people import Person
from ..notifications.news import answer_told, change_told
from ..notifications.suggestions_told import ALL_SUGGESTIONS
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from .digests import digest_for
from .reminders import Reminders

COUNCIL = (Audience.SECRETARIAT, Audience.LEADER, Audience.MEMBERS)


@dataclass(frozen=True)
class News:
    """What is told of: an object, the entity that holds it, and which version of it."""

    kind: Kind
    key: str
    group: str
    version: int


def tell_answer(
    work: UnitOfWork, event: ReplyReceived | InterimReplyReceived, at: datetime
) -> None:
    """The responsible person hears at once that an answer has come, the leader in the digest.

    An answer that counts for this letter only because it was given to another is told of there.
    """
    day = local_day(at, work.office.zone)
    if event.given_to is not None or event.received.last < work.calendar.shift(day, -1):
        return
    letter = work.view(Letter, event.letter)
    obligation = letter.obligation(event.recipient)
    news = News(Kind.OBLIGATION, obligation.key, letter.key, obligation.version)
    reminders = Reminders(work, event, answer_told(event), work.now, [news])
    at_once = _hear(work, letter, [Audience.RESPONSIBLE], day)
    for person in at_once:
        reminders.mail(person)
    for person in _hear(work, letter, [Audience.LEADER], day):
        if person not in at_once:
            reminders.collect(person, known=at)


def tell_change(work: UnitOfWork, event: MeetingMoved | MeetingCancelled, at: datetime) -> None:
    """The council hears at once that a meeting that was still to come has moved, or will not be.

    Whoever is invited to it hears by the invitation. Of several changes in a row only the last is
    told of.
    """
    meeting = work.view(Meeting, event.meeting)
    day = local_day(at, work.office.zone)
    if meeting.kind is not MeetingKind.COUNCIL or _was_to_be(event, meeting) < day:
        return
    if isinstance(event, MeetingMoved) and (
        meeting.status is MeetingStatus.CANCELLED or event.on != meeting.time.on
    ):
        return
    news = News(Kind.MEETING, meeting.key, meeting.key, meeting.sequence)
    reminders = Reminders(work, event, change_told(event), work.now, [news])
    invited = {each.who for each in invitations_of(work, meeting.key) if each.knows}
    for person in _hear(work, meeting, COUNCIL, day):
        if person.key not in invited:
            reminders.mail(person)


def tell_comment(work: UnitOfWork, event: CommentGiven | CommentChanged, at: datetime) -> None:
    """The responsible person reads in the next digest that comments wait to be gone through.

    However many come before that digest, it is one line.
    """
    kind, day = Kind(event.kind), local_day(at, work.office.zone)
    found = work.view(Circulation, key_of(kind, event.thing))
    news = News(Kind.COMMENT, found.key, found.key, found.edition)
    for person in _hear(work, work.view(THINGS[kind], event.thing), [Audience.RESPONSIBLE], day):
        digest = digest_for(work, person, at)
        Reminders(work, event, f"comments {digest}", work.now, [news]).collect(person, known=at)


def tell_suggestion(work: UnitOfWork, event: ActivitySuggested, at: datetime) -> None:
    """The responsible person reads in the next digest that suggestions wait to be weighed.

    However many come before that digest, it is one line.
    """
    day = local_day(at, work.office.zone)
    for person in _hear(work, work.view(Activity, event.activity), [Audience.RESPONSIBLE], day):
        news = News(Kind.ACTIVITY, ALL_SUGGESTIONS, event.activity, digest_for(work, person, at))
        Reminders(work, event, "suggested", work.now, [news]).collect(person, known=at)


def _was_to_be(event: MeetingMoved | MeetingCancelled, meeting: Meeting) -> date:
    """The last day on which it might have been."""
    now = meeting.time.on.last
    return max(event.was.last, now) if isinstance(event, MeetingMoved) else now


def _hear(
    work: UnitOfWork, entity: Entity, audiences: Iterable[Audience], day: date
) -> list[Person]:
    """Those who hear of it and did not record it themselves, by key, each once."""
    found = {
        person.key: person
        for who in audiences
        for person in work.roll.hears(who, entity, day)
        if person.key != work.caused_by
    }
    return [person for _, person in sorted(found.items())]
