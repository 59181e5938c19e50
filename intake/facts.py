"""The dated facts that a register's rows tell, each entered by the command that a person would use.

An import enters them all in one transaction; a replay enters each on its own day. Where a row does
not say when the council knew of it, the day is assumed: for letters and replies their own date, for
meetings 56 days before, otherwise the day before the row's first rung.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import partial
from graphlib import TopologicalSorter
from zoneinfo import ZoneInfo

from ..commands import areas, consultations, council, deadlines, letters, meetings
from ..domain.consultations import CLOSED
from ..domain.kinds import ConsultationStatus, DeadlineKind, MeetingStatus, ReplyKind
from ..domain.meetings import MeetingTime
from ..store.unit_of_work import UnitOfWork
from .assumed_days import known_or_assumed
from .besides import facts_besides
from .fact import BEGINNING, Enter, Fact
from .facts_of_communications import communication_facts
from .facts_of_op_eds import op_ed_facts
from .facts_of_points import point_facts
from .facts_of_themes import belonging_facts, theme_facts
from .known_days import KnownDays
from .register.reader import Register
from .register.rows import (
    ConsultationRow,
    DeadlineRow,
    LetterRow,
    MeetingRow,
    OrganisationRow,
    ReplyRow,
)
from .row_keys import reply_keys

MEETING_NOTICE = timedelta(days=56)

DEADLINE_LADDERS = {
    DeadlineKind.INTERNAL: "internal",
    DeadlineKind.MINUTES_COMMENTS: "minutes_comments",
}
REPLIES = (ReplyKind.ACKNOWLEDGEMENT, ReplyKind.INTERIM, ReplyKind.FINAL)

Days = dict[str, tuple[date, int]]


def facts_of(register: Register) -> list[Fact]:
    """Every fact of the register in the order in which it was to be known."""
    facts = list(_all(register))
    days = KnownDays(facts)
    facts += theme_facts(register, days)
    facts += communication_facts(register, days)
    facts += point_facts(register, days)
    facts += belonging_facts(register, days)
    facts += facts_besides(register, days)
    return sorted(facts, key=_place)


def _place(fact: Fact) -> tuple[date, int, int, str, str]:
    return fact.day, fact.order, fact.step, fact.sheet, fact.key


def _all(register: Register) -> Iterator[Fact]:
    sent = _letter_days(register.letters)
    keys = reply_keys(register)
    for organisation in register.organisations:
        yield from _organisation(organisation)
    for area in register.areas:
        enter: Enter = partial(
            areas.register_area,
            key=area.key,
            name=area.name,
            plan=area.plan,
            since=area.from_,
            until=area.to,
        )
        yield Fact(BEGINNING, 2, "areas", area.key, area, enter)
    for person in register.people:
        enter = partial(
            council.register_person,
            key=person.key,
            name=person.name,
            email=person.email,
            role=person.role,
            organisation=person.organisation,
            deputy_for=person.deputy_for,
            since=person.from_,
            until=person.to,
        )
        yield Fact(BEGINNING, 3, "people", person.key, person, enter)
    for letter in register.letters:
        yield _letter(letter, sent)
    for reply in register.replies:
        yield _reply(reply, keys[id(reply)], sent)
    for consultation in register.consultations:
        yield from _consultation(consultation, sent)
    for op_ed in register.opeds:
        yield from op_ed_facts(op_ed)
    for meeting in register.meetings:
        yield from _meeting(meeting)
    for deadline in register.deadlines:
        yield _deadline(deadline)


def _organisation(row: OrganisationRow) -> Iterator[Fact]:
    enter: Enter = partial(
        council.register_organisation,
        key=row.key,
        name=row.name,
        kind=row.kind,
        email=row.email,
        note=row.note,
    )
    yield Fact(BEGINNING, 0, "organisations", row.key, row, enter)
    if row.successor and row.from_:
        enter = partial(
            council.succeed, organisation=row.key, successor=row.successor, on=row.from_.first
        )
        yield Fact(BEGINNING, 1, "organisations", row.key, row, enter)


def _letter_days(letters: Collection[LetterRow]) -> Days:
    """When each letter enters: not before one that it follows up, and after it on the same day."""
    rows = {row.id: row for row in letters}
    days: Days = {}
    for key in TopologicalSorter({row.id: row.follows_up for row in letters}).static_order():
        if key in rows:
            earlier = [days[each] for each in rows[key].follows_up if each in days]
            day, step = max(earlier, default=(BEGINNING, -1))
            days[key] = max(rows[key].sent.last, day), step + 1
    return days


def _letter(row: LetterRow, days: Days) -> Fact:
    day, step = days[row.id]
    enter = partial(
        letters.send_letter,
        key=row.id,
        kind=row.kind,
        title=row.title,
        sent=row.sent,
        recipients=row.recipients,
        expects_answer=row.reply_expected,
        area=row.area,
        responsible=row.responsible,
        follows_up=row.follows_up,
        outcome=row.outcome,
        source=row.source,
    )
    return Fact(day, 4, "letters", row.id, row, enter, step=step)


def _reply(row: ReplyRow, key: str, days: Days) -> Fact:
    """A reply enters when its letter has; of those on one day the final one is the last."""
    sent, _ = days.get(row.letter, (BEGINNING, 0))
    day, step = max(row.received.last, sent), REPLIES.index(row.kind)
    enter = partial(
        letters.receive_reply,
        letter=row.letter,
        sender=row.from_,
        received=row.received,
        kind=row.kind,
        promised=row.promised,
        sign_off=row.sign_off,
        summary=row.summary,
        source=row.source,
    )
    return Fact(day, 5, "replies", key, row, enter, step=step)


def _consultation(row: ConsultationRow, days: Days) -> Iterator[Fact]:
    day, assumed = known_or_assumed(row.known, row.deadline, "consultation")
    if assumed and row.published:
        day = max(day, row.published.last)
    enter: Enter = partial(
        consultations.publish_consultation,
        key=row.id,
        title=row.title,
        publisher=row.publisher,
        kind=row.kind,
        published=row.published,
        deadline=row.deadline,
        area=row.area,
        responsible=row.responsible,
        source=row.source,
    )
    yield Fact(day, 6, "consultations", row.id, row, enter, assumed)
    if row.status is ConsultationStatus.SUBMITTED:
        letter_day, _ = days.get(row.submission or "", (day, 0))
        enter = partial(
            consultations.submit_consultation, consultation=row.id, letter=row.submission
        )
        yield Fact(max(day, letter_day), 7, "consultations", row.id, row, enter)
    elif row.status in CLOSED:
        enter = partial(consultations.decline_consultation, consultation=row.id)
        yield Fact(day, 7, "consultations", row.id, row, enter)
    elif row.status is not ConsultationStatus.ANNOUNCED:
        enter = partial(consultations.take_up_consultation, consultation=row.id, status=row.status)
        yield Fact(day, 7, "consultations", row.id, row, enter)


def _meeting(row: MeetingRow) -> Iterator[Fact]:
    first = row.moved_from or row.start
    day = row.known.last if row.known else first.on.first - MEETING_NOTICE
    yield Fact(
        day, 6, "meetings", row.id, row, partial(_schedule, row=row), assumed=row.known is None
    )
    if row.moved_from and row.moved_on:
        day = max(day, row.moved_on.last)
        yield Fact(day, 7, "meetings", row.id, row, partial(_move, row=row))
    if row.status is MeetingStatus.HELD:
        enter: Enter = partial(meetings.hold_meeting, meeting=row.id)
        after = row.start.on.last + timedelta(days=1)
        yield Fact(max(day, after), 8, "meetings", row.id, row, enter)
    elif row.status is MeetingStatus.CANCELLED:
        enter = partial(meetings.cancel_meeting, meeting=row.id)
        yield Fact(day, 8, "meetings", row.id, row, enter)


def _schedule(work: UnitOfWork, *, row: MeetingRow) -> None:
    """Enter a meeting as it was first set; with the old day where it has moved since."""
    zone = work.office.zone
    planned = row.status is MeetingStatus.PLANNED
    meetings.schedule_meeting(
        work,
        key=row.id,
        title=row.title,
        time=_first_time(row, zone),
        kind=row.kind,
        place=row.place,
        participants=row.participants,
        status=MeetingStatus.PLANNED if planned else MeetingStatus.SCHEDULED,
        source=row.source,
        # A row that says "held" is written afterwards, and says nothing of papers and minutes.
        followed=row.status is not MeetingStatus.HELD,
    )


def _first_time(row: MeetingRow, zone: ZoneInfo) -> MeetingTime:
    if row.moved_from is None:
        return row.time(zone)
    return MeetingTime(row.moved_from.on, row.moved_from.moment(zone))


def _move(work: UnitOfWork, *, row: MeetingRow) -> None:
    meetings.move_meeting(work, meeting=row.id, time=row.time(work.office.zone))


def _deadline(row: DeadlineRow) -> Fact:
    day, assumed = known_or_assumed(row.known, row.due, DEADLINE_LADDERS.get(row.kind, "external"))
    enter = partial(
        deadlines.set_deadline,
        key=row.id,
        title=row.title,
        due=row.due,
        kind=row.kind,
        consultation=row.consultation,
        responsible=row.responsible,
        source=row.source,
    )
    return Fact(day, 6, "deadlines", row.id, row, enter, assumed)
