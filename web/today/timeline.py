"""The deadlines ahead: this week, this month, the next two, later, and without a fixed day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select

from ...domain.consultations import Consultation
from ...domain.dates import Edtf, Precision
from ...domain.deadlines import Deadline
from ...domain.kinds import DeadlineKind, OpEdStatus
from ...domain.meeting_cycle import minutes_due, papers_due
from ...domain.op_eds import OpEd
from ...store import tables
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import clock, day_and_month, edtf, month_name, short, short_weekday
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised
from ..letters.open_letters import open_obligations
from ..links import address
from ..names import Names
from ..words import kind_word
from .open_things import council_meetings, meetings_ahead, open_consultations, open_deadlines

MONTHS_AHEAD = 2
"""How many months after this one are shown with their months; the rest is "later"."""

FIXED = (Precision.DAY, Precision.NO_LATER_THAN)


@dataclass(frozen=True)
class Point:
    """One date on the line. `style` is late, now, loose (a period or a limit) or empty."""

    when: str
    on: Edtf
    style: str
    title: str
    href: str
    detail: str


@dataclass(frozen=True)
class Group:
    heading: str
    points: tuple[Point, ...]


class _Found(NamedTuple):
    on: Edtf
    title: str
    href: str
    detail: str
    hour: str = ""


def timeline(work: UnitOfWork, names: Names, lang: Language) -> list[Group]:
    """Everything open with a date from this Monday on, in groups; empty groups are left out."""
    today = work.today
    monday = today - timedelta(days=today.weekday())
    found = sorted(
        (each for each in _everything(work, names, lang) if each.on.last >= monday),
        key=lambda each: (each.on.sort_key(), each.title),
    )
    # A period ahead stands by its end: spring comes before the year that it is part of.
    found.sort(key=lambda each: each.on.last if _place(each.on, today) == "loose" else date.min)
    groups: dict[str, list[Point]] = defaultdict(list)
    headings = _headings(today, lang)
    for each in found:
        groups[_place(each.on, today)].append(_point(each, today, lang))
    return [Group(headings[name], tuple(groups[name])) for name in headings if name in groups]


def _headings(today: date, lang: Language) -> dict[str, str]:
    months = [(today.month - 1 + n) % 12 + 1 for n in range(MONTHS_AHEAD + 1)]
    names = [month_name(month, lang) for month in months]
    return {
        "week": lang.text("This week"),
        "month": capitalised(names[0]),
        "next": capitalised(joined(names[1:], lang)),
        "later": lang.text("Later"),
        "loose": lang.text("Without a fixed day"),
    }


def _place(on: Edtf, today: date) -> str:
    sunday = today + timedelta(days=6 - today.weekday())
    if on.precision in FIXED and on.last <= sunday:
        return "week"
    months = (on.first.year - today.year) * 12 + on.first.month - today.month
    if on.precision in (*FIXED, Precision.MONTH) and months <= MONTHS_AHEAD:
        return "month" if months <= 0 else "next"
    return "later" if on.precision in FIXED else "loose"


def _point(found: _Found, today: date, lang: Language) -> Point:
    on = found.on
    style = "" if on.is_day else "loose"
    if on.last < today:
        style = "late"
    elif on.is_day and on.day == today:
        style = "now"
    return Point(_when(found, today, lang), on, style, found.title, found.href, found.detail)


def _when(found: _Found, today: date, lang: Language) -> str:
    on = found.on
    if on.precision is Precision.NO_LATER_THAN and on.last.year == today.year:
        return lang.text("by {day}", day=day_and_month(on.last, lang))
    if not on.is_day:
        return edtf(on, lang)
    if on.day == today:
        return lang.text("today {hour}", hour=found.hour) if found.hour else lang.text("today")
    return short_weekday(on.day, lang) if on.day.year == today.year else short(on.day, lang)


def _everything(work: UnitOfWork, names: Names, lang: Language) -> list[_Found]:
    return [
        *_deadlines(work, lang),
        *_consultations(work, names),
        *_meetings(work, lang),
        *around_meetings(work, lang),
        *_answers(work, names, lang),
        *_comments(work, lang),
    ]


def _deadlines(work: UnitOfWork, lang: Language) -> list[_Found]:
    return [
        _Found(each.due, each.title, address(each), _deadline_detail(work, each, lang))
        for each in open_deadlines(work)
    ]


def _deadline_detail(work: UnitOfWork, deadline: Deadline, lang: Language) -> str:
    if deadline.kind is DeadlineKind.EXTERNAL_PUBLICATION and deadline.due.last < work.today:
        return lang.text("Expected publication, not registered as out")
    consultation = work.find(Consultation, deadline.consultation) if deadline.consultation else None
    return consultation.title if consultation else kind_word(deadline.kind, lang)


def _consultations(work: UnitOfWork, names: Names) -> list[_Found]:
    return [
        _Found(each.deadline, each.title, address(each), names.title(each.publisher))
        for each in open_consultations(work)
        if each.deadline is not None
    ]


def _meetings(work: UnitOfWork, lang: Language) -> list[_Found]:
    zone = work.office.zone
    return [
        _Found(
            each.time.on,
            each.title,
            address(each),
            each.place,
            clock(each.time.start.astimezone(zone).time(), lang) if each.time.start else "",
        )
        for each in meetings_ahead(work)
    ]


def _comments(work: UnitOfWork, lang: Language) -> list[_Found]:
    query = select(OpEd).where(tables.op_ed.c.status == OpEdStatus.CIRCULATED)
    detail = lang.text("The members' comments on the op-ed")
    return [
        _Found(Edtf.on(each.comments_due), each.title, address(each), detail)
        for each in work.session.scalars(query)
        if each.comments_due is not None
    ]


def around_meetings(work: UnitOfWork, lang: Language) -> list[_Found]:
    """The papers that are to go out, and after the meeting its minutes, while that lies ahead."""
    found: list[_Found] = []
    for each in council_meetings(work):
        if each.awaits_papers:
            papers = papers_due(each.time.on.day, work.calendar)
            title = lang.text("Papers for {meeting} go to the council", meeting=each.title)
            detail = lang.text("7 days before the meeting")
            found.append(_Found(Edtf.on(papers), title, address(each), detail))
        if each.awaits_minutes and each.time.on.day <= work.today:
            minutes = minutes_due(each.time.on.day, work.calendar)
            title = lang.text("Minutes of {meeting} go to the council", meeting=each.title)
            detail = lang.text("10 working days after the meeting")
            found.append(_Found(Edtf.on(minutes), title, address(each), detail))
    return [each for each in found if each.on.day >= work.today]


def _answers(work: UnitOfWork, names: Names, lang: Language) -> list[_Found]:
    found = []
    for letter, obligation in open_obligations(work):
        due = obligation.due(work.today)
        if due is not None and due >= work.today:
            who = names.label(work.succession.on(obligation.recipient, work.today))
            promised = obligation.promised(work.today)
            detail = lang.text("Answer from {who}", who=who)
            found.append(_Found(promised or Edtf.on(due), letter.title, address(letter), detail))
    return found
