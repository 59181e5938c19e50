"""What stands in the council's calendar, for one reader: as a month, and as a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from ...domain.consultations import CLOSED, Consultation
from ...domain.dates import Edtf
from ...domain.deadlines import Deadline
from ...domain.events import MeetingMoved
from ...domain.kinds import DeadlineStatus, Kind, MeetingKind, MeetingStatus, Role
from ...domain.meetings import Meeting, MeetingTime
from ...domain.sentences import N_
from ...store import tables
from ...store.event_log import history
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_and_month, edtf, short_weekday
from ...wording.language import Language
from ..concerns import concerns
from ..links import address
from ..meetings.invited import meetings_inviting
from ..meetings.times import hours
from ..names import Names
from ..signing_in.sessions import SignedIn
from ..today.timeline import Point, around_meetings
from ..words import DEADLINE_STATES, MEETING_STATES, WORDS, kind_word

DEADLINE = Kind.DEADLINE.value
WEEK = 7
FILTERS: dict[str, str] = {
    **{each.value: WORDS[each] for each in MeetingKind},
    DEADLINE: N_("Deadlines"),
}
"""What the calendar can be narrowed to."""


@dataclass(frozen=True)
class Entry:
    """One entry; `hour` says its hours, empty where none are known."""

    on: Edtf
    hour: str
    title: str
    href: str
    detail: str
    style: str
    cancelled: bool = False


@dataclass(frozen=True)
class DayCell:
    day: date
    inside: bool
    today: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Week:
    number: int
    days: tuple[DayCell, ...]


def entries(
    work: UnitOfWork, reader: SignedIn, kinds: frozenset[str], lang: Language
) -> list[Entry]:
    """Everything with a date that the reader may see, by date; `kinds` narrows it, none is all."""
    found = [*_meetings(work, reader, kinds, lang)]
    if not kinds or DEADLINE in kinds:
        found += [*_deadlines(work, reader, lang), *_consultations(work, reader, lang)]
        if reader.role in (Role.SECRETARIAT, Role.LEADER):
            found += [
                Entry(each.on, "", each.title, each.href, each.detail, "")
                for each in around_meetings(work, lang)
            ]
    return sorted(found, key=lambda each: (each.on.sort_key(), each.hour, each.title))


def _meetings(
    work: UnitOfWork, reader: SignedIn, kinds: frozenset[str], lang: Language
) -> Iterator[Entry]:
    inviting = meetings_inviting(work, reader.key)
    for each in work.session.scalars(select(Meeting)):
        wanted = not kinds or each.kind.value in kinds
        if not wanted or not (each.key in inviting or concerns(reader, each)):
            continue
        off = each.status is MeetingStatus.CANCELLED
        said = lang.text(MEETING_STATES[each.status]) if each.status in TELLING else ""
        yield Entry(
            each.time.on,
            hours(MeetingTime(each.time.on, each.time.start), work.office.zone, lang),
            each.title,
            address(each),
            ", ".join(filter(None, (each.place or kind_word(each.kind, lang), said))),
            "moved" if off else "meet",
            off,
        )
        if each.version > 1:
            yield from _earlier(work, each, lang)


def _earlier(work: UnitOfWork, meeting: Meeting, lang: Language) -> Iterator[Entry]:
    """The days on which it was to be before it was moved."""
    now = meeting.time.on
    told = lang.text(
        "Moved to {when}", when=day_and_month(now.day, lang) if now.is_day else edtf(now, lang)
    )
    events = (each.event for each in history(work.session, Kind.MEETING, meeting.key))
    days = {each.was.text: each.was for each in events if isinstance(each, MeetingMoved)}
    for was in days.values():
        if was.is_day and was != now:
            yield Entry(was, "", meeting.title, address(meeting), told, "moved", cancelled=True)


TELLING = (MeetingStatus.CANCELLED, MeetingStatus.PLANNED)


def _deadlines(work: UnitOfWork, reader: SignedIn, lang: Language) -> Iterator[Entry]:
    stands = tables.deadline.c.status != DeadlineStatus.CANCELLED
    for each in work.session.scalars(select(Deadline).where(stands)):
        if concerns(reader, each):
            late = each.status is DeadlineStatus.OPEN and each.due.last < work.today
            said = lang.text(DEADLINE_STATES[each.status]) if not late else ""
            state = lang.text("not registered as done") if late else said
            told = f"{kind_word(each.kind, lang)}, {state}"
            yield Entry(each.due, "", each.title, address(each), told, _late(late=late))


def _consultations(work: UnitOfWork, reader: SignedIn, lang: Language) -> Iterator[Entry]:
    names, column = Names(work), tables.consultation.c
    query = select(Consultation).where(column.status.not_in(CLOSED), column.deadline.is_not(None))
    for each in work.session.scalars(query):
        if each.deadline is not None and concerns(reader, each):
            late = each.deadline.last < work.today
            told = f"{kind_word(each.kind, lang)}, {names.title(each.publisher)}"
            where = address(each)
            yield Entry(each.deadline, "", each.title, where, told, _late(late=late))


def _late(*, late: bool) -> str:
    return "late" if late else ""


def weeks(first: date, found: list[Entry], today: date) -> list[Week]:
    """The weeks that the month touches, each from Monday; only what has an exact day."""
    by_day: dict[date, list[Entry]] = {}
    for each in found:
        if each.on.is_day:
            by_day.setdefault(each.on.day, []).append(each)
    day, made = first - timedelta(days=first.weekday()), []
    while day < following(first):
        days = [day + timedelta(days=n) for n in range(WEEK)]
        cells = tuple(
            DayCell(
                each,
                each.month == first.month,
                each == today,
                tuple(by_day.get(each, ())) if each.month == first.month else (),
            )
            for each in days
        )
        made.append(Week(day.isocalendar().week, cells))
        day += timedelta(days=WEEK)
    return made


def following(first: date) -> date:
    """The first day of the month after that one."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def before(first: date) -> date:
    """The first day of the month before that one."""
    return (first - timedelta(days=1)).replace(day=1)


def point(each: Entry, today: date, lang: Language) -> Point:
    """An entry as a line of the list."""
    on = each.on
    now = on.is_day and on.day == today
    day = short_weekday(on.day, lang) if on.is_day else edtf(on, lang)
    when = " ".join(filter(None, (lang.text("today") if now else day, each.hour)))
    style = "" if on.is_day else "loose"
    if each.style in ("late", "moved"):
        style = each.style
    return Point(when, on, "now" if now else style, each.title, each.href, each.detail)
