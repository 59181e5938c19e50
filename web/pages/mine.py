"""What concerns one member: meetings to answer, drafts to comment on, and what lies ahead."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from ...commands.circulations import draft_of
from ...commands.invitation_answers import why_closed
from ...domain.dates import Edtf
from ...domain.deadlines import Deadline
from ...domain.digests import Rhythm
from ...domain.entity import Entity
from ...domain.kinds import DeadlineStatus, MeetingStatus, PartStat
from ...domain.meetings import Meeting
from ...domain.people import Person
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import clock, edtf, short_weekday
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..access import NotSignedIn
from ..concerns import concerns
from ..deeds.done_with_comments import commented
from ..drafts.drafts_for import drafts_for
from ..languages import reader_language
from ..links import address
from ..meetings.invited import invitation_to, meetings_inviting
from ..meetings.times import day_and_hours, hours
from ..rendering import page
from ..signing_in.sessions import SignedIn, signed_in
from ..today.timeline import Point
from ..words import kind_word
from .answering import SAID

AHEAD = (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)


@dataclass(frozen=True)
class Invited:
    """A meeting that the reader may still answer. `said` is what they have answered, if anything.

    `papers` is where its papers are, empty where they are not given.
    """

    title: str
    href: str
    when: str
    place: str
    papers: str
    said: str


def mine(request: Request) -> Response:
    reader, lang = signed_in(request), reader_language(request)
    if reader is None:
        raise NotSignedIn
    with request.app.state.tilsvar.office.reading() as work:
        ahead = _ahead(work, reader)
        invited = [each for each in (_invited(work, reader, each, lang) for each in ahead) if each]
        asked = {each.href for each in invited}
        rest = [each for each in ahead if address(each) not in asked]
        return page(
            request,
            "mine.html",
            work,
            section="mine",
            done=commented(request, reader, work, lang, to="mine"),
            meetings=invited,
            stood_in_for=any(each.deputy_for == reader.key for each in _here(work)),
            drafts=drafts_for(work, reader, lang),
            points=_points(work, reader, rest, lang),
            digest=_digest(work, work.view(Person, reader.key), lang),
        )


def _here(work: UnitOfWork) -> Iterator[Person]:
    return (each for each in work.people if each.active_on(work.today))


def _ahead(work: UnitOfWork, reader: SignedIn) -> list[Meeting]:
    """The meetings to come that concern the reader, the earliest first."""
    query = select(Meeting).where(tables.meeting.c.status.in_(AHEAD))
    inviting = meetings_inviting(work, reader.key)
    found = [
        each
        for each in work.session.scalars(query)
        if each.time.on.last >= work.today and (each.key in inviting or concerns(reader, each))
    ]
    return sorted(found, key=lambda meeting: (meeting.time.on.sort_key(), meeting.key))


def _invited(
    work: UnitOfWork, reader: SignedIn, meeting: Meeting, lang: Language
) -> Invited | None:
    invitation = invitation_to(work, meeting.key, reader.key)
    if invitation is None or why_closed(work, invitation, meeting):
        return None
    said: Any = invitation.answer_to(meeting)
    waits = said is PartStat.NEEDS_ACTION or said not in SAID
    return Invited(
        meeting.title,
        address(meeting),
        capitalised(day_and_hours(meeting.time, work.office.zone, lang)),
        meeting.place,
        meeting.papers_url,
        "" if waits else lang.text(SAID[said]),
    )


def _points(
    work: UnitOfWork, reader: SignedIn, meetings: list[Meeting], lang: Language
) -> list[Point]:
    """Other meetings and dates by which something is to be sent, in the order of their days."""
    query = select(Deadline).where(tables.deadline.c.status == DeadlineStatus.OPEN)
    deadlines = [
        each
        for each in work.session.scalars(query)
        # A draft that lies with the members stands above, with its day.
        if each.due.last >= work.today and concerns(reader, each) and not draft_of(work, each)
    ]
    things: list[tuple[Edtf, Entity, Point]] = [
        (each.time.on, each, _meeting(work, each, lang)) for each in meetings
    ]
    things += [
        (each.due, each, _point(work, each.due, each, kind_word(each.kind, lang), lang))
        for each in deadlines
    ]
    things.sort(key=lambda each: (each[0].sort_key(), each[1].key))
    return [point for _, _, point in things]


def _meeting(work: UnitOfWork, meeting: Meeting, lang: Language) -> Point:
    told = (hours(meeting.time, work.office.zone, lang), meeting.place)
    detail = ", ".join(filter(None, told))
    return _point(work, meeting.time.on, meeting, detail, lang)


def _point(
    work: UnitOfWork, on: Edtf, thing: Meeting | Deadline, detail: str, lang: Language
) -> Point:
    this_year = on.is_day and on.day.year == work.today.year
    when = short_weekday(on.day, lang) if this_year else edtf(on, lang)
    if on.is_day and on.day == work.today:
        return Point(lang.text("today"), on, "now", thing.title, address(thing), detail)
    return Point(when, on, "", thing.title, address(thing), detail)


def _digest(work: UnitOfWork, person: Person, lang: Language) -> str:
    """When their mails come together: "Samlet hver virkedag kl. 07.30."."""
    hour = clock(person.digest.hour or work.rules.morning, lang)
    if person.digest.rhythm is Rhythm.WEEKLY:
        return lang.text("Together on the first working day of the week, {hour}.", hour=hour)
    return lang.text("Together each working day, {hour}.", hour=hour)
