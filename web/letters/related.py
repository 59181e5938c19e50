"""What belongs together with a letter: only what the register itself connects."""

from datetime import timedelta

from sqlalchemy import select

from ...commands.follow_ups import drafts
from ...commands.threads import following
from ...domain.consultations import Consultation
from ...domain.dates import Edtf
from ...domain.follow_ups import FollowUp
from ...domain.kinds import Kind, MeetingStatus
from ...domain.letters import Letter
from ...domain.meetings import Meeting
from ...store import tables
from ...store.belonging_tables import contact_line
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import clock, edtf, edtf_short
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import counted
from ..links import address
from ..names import Names
from ..today.timeline import Point
from ..words import kind_word

NEAR = timedelta(days=366)
"""How far from a letter a meeting with one of its recipients still belongs to it."""

MEETINGS = 8

NAMED = 3
"""How many participants are named before the others are only counted."""


def follow_ups_of(letter: Letter, work: UnitOfWork) -> list[Letter]:
    """The letters that ask again for an answer to this one, in the order of sending."""
    query = select(Letter).where(tables.letter.c.key.in_(following(work, letter.key)))
    return sorted(work.session.scalars(query), key=lambda each: (each.sent.sort_key(), each.key))


def drafts_about(letter: Letter, work: UnitOfWork) -> list[FollowUp]:
    """The drafted follow-ups that ask about this letter and wait for a decision."""
    return [each for each in drafts(work) if letter.key in each.letters]


def related(letter: Letter, work: UnitOfWork, names: Names, lang: Language) -> list[Point]:
    """The letters that it follows up, what it is the answer to, and meetings with recipients."""
    points = []
    for key in letter.follows_up:
        if earlier := work.find(Letter, key):
            detail = lang.text("Letter that this one follows up")
            href = address(earlier)
            points.append(point(earlier.sent, earlier.title, href, detail, work=work, lang=lang))
    query = select(Consultation).where(tables.consultation.c.submission == letter.key)
    points += [
        point(
            each.deadline or letter.sent,
            each.title,
            address(each),
            kind_word(each.kind, lang),
            work=work,
            lang=lang,
        )
        for each in work.session.scalars(query)
    ]
    return points + [_meeting(each, work, names, lang) for each in _meetings(letter, work)]


def _meetings(letter: Letter, work: UnitOfWork) -> list[Meeting]:
    """The newest ones with whoever answers today for one of its recipients."""
    on, line = work.succession.on, contact_line.c
    recipients = {on(key, work.today) for key in letter.recipients}
    those = {
        key
        for each in recipients
        for key in work.succession.line(each)
        if on(key, work.today) == each
    }
    near = (letter.sent.first - NEAR, letter.sent.last + NEAR)
    newest = (
        select(line.key, line.place)
        .join(tables.meeting, tables.meeting.c.key == line.key)
        .where(
            line.organisation.in_(those),
            line.kind == Kind.MEETING,
            line.place >= near[0].isoformat(),
            line.first.between(*near),
            tables.meeting.c.status != MeetingStatus.CANCELLED,
        )
        .distinct()
        .order_by(line.place.desc())
        .limit(MEETINGS)
        .subquery()
    )
    query = select(Meeting).where(tables.meeting.c.key.in_(select(newest.c.key)))
    found = work.session.scalars(query)
    return sorted(found, key=lambda each: (each.time.on.sort_key(), each.key), reverse=True)


def _meeting(meeting: Meeting, work: UnitOfWork, names: Names, lang: Language) -> Point:
    labels = [names.label(key) for key in meeting.participants]
    if len(labels) > NAMED + 1:
        others = lang.text("{n} others", n=counted(len(labels) - NAMED, lang))
        labels = [*labels[:NAMED], others]
    hour = ""
    if meeting.time.start is not None:
        hour = clock(meeting.time.start.astimezone(work.office.zone).time(), lang)
    detail = f"{kind_word(meeting.kind, lang)} · {joined(labels, lang)}"
    return point(
        meeting.time.on, meeting.title, address(meeting), detail, work=work, lang=lang, hour=hour
    )


def point(
    on: Edtf,
    title: str,
    href: str,
    detail: str,
    *,
    work: UnitOfWork,
    lang: Language,
    hour: str = "",
) -> Point:
    """A date on the line, marked where it is today or is not one day."""
    if on.is_day and on.day == work.today:
        said = lang.text("today {hour}", hour=hour) if hour else lang.text("today")
        return Point(said, on, "now", title, href, detail)
    said = edtf_short(on, lang) if on.is_day else edtf(on, lang)
    return Point(said, on, "" if on.is_day else "loose", title, href, detail)
