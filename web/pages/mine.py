"""What concerns one member: meetings ahead, drafts to comment on, dates to send something."""

from collections.abc import Iterator

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from ...domain.dates import Edtf
from ...domain.deadlines import Deadline
from ...domain.entity import Entity
from ...domain.kinds import DeadlineStatus, MeetingStatus
from ...domain.meetings import Meeting
from ...domain.op_eds import OpEd
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf, with_weekday
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..access import NotSignedIn, concerns
from ..invited import meetings_inviting
from ..languages import reader_language
from ..links import address
from ..meeting_times import day_and_hours
from ..rendering import page
from ..sessions import SignedIn, signed_in
from ..timeline import Point
from ..words import kind_word

AHEAD = (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)


def mine(request: Request) -> Response:
    reader, lang = signed_in(request), reader_language(request)
    if reader is None:
        raise NotSignedIn
    with request.app.state.tilsvar.office.reading() as work:
        return page(
            request,
            "mine.html",
            work,
            section="mine",
            meetings=list(_meetings(work, reader, lang)),
            drafts=list(_drafts(work, reader, lang)),
            deadlines=list(_deadlines(work, reader, lang)),
        )


def _meetings(work: UnitOfWork, reader: SignedIn, lang: Language) -> Iterator[Point]:
    query = select(Meeting).where(tables.meeting.c.status.in_(AHEAD))
    inviting = meetings_inviting(work, reader.key)
    found = [
        each
        for each in work.session.scalars(query)
        if each.time.on.last >= work.today and (each.key in inviting or concerns(reader, each))
    ]
    for each in sorted(found, key=lambda meeting: (meeting.time.on.sort_key(), meeting.key)):
        when = capitalised(day_and_hours(each.time, work.office.zone, lang))
        yield Point(when, each.time.on, "", each.title, address(each), each.place)


def _drafts(work: UnitOfWork, reader: SignedIn, lang: Language) -> Iterator[Point]:
    found = [
        (each.comments_due, each)
        for each in work.session.scalars(
            select(OpEd).where(tables.op_ed.c.comments_by.is_not(None))
        )
        if concerns(reader, each)
    ]
    for due, each in sorted(
        ((due, each) for due, each in found if due and due >= work.today),
        key=lambda pair: (pair[0], pair[1].key),
    ):
        detail = lang.text("comments by {day}", day=with_weekday(due, lang))
        yield _point(Edtf.on(due), each, each.title, detail, lang)


def _deadlines(work: UnitOfWork, reader: SignedIn, lang: Language) -> Iterator[Point]:
    query = select(Deadline).where(tables.deadline.c.status == DeadlineStatus.OPEN)
    found = [
        each
        for each in work.session.scalars(query)
        if each.due.last >= work.today and concerns(reader, each)
    ]
    for each in sorted(found, key=lambda deadline: (deadline.due.sort_key(), deadline.key)):
        yield _point(each.due, each, each.title, kind_word(each.kind, lang), lang)


def _point(on: Edtf, entity: Entity, title: str, detail: str, lang: Language) -> Point:
    when = with_weekday(on.day, lang) if on.is_day else edtf(on, lang)
    return Point(capitalised(when), on, "", title, address(entity), detail)
