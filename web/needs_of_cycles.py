"""What needs a person around council meetings and consultations: papers, minutes, plans."""

from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import select

from ..commands.planning import adopted
from ..domain.consultations import Consultation
from ..domain.kinds import ConsultationStatus, MeetingKind, MeetingStatus
from ..domain.meeting_cycle import minutes_due, papers_due
from ..domain.meetings import Meeting
from ..domain.working_days import WorkingCalendar
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import edtf, with_weekday
from ..wording.language import Language
from ..wording.numbers import capitalised, counted
from .links import address
from .need_lines import Item, Need, mentions, place
from .put_off import held


def papers_to_send(work: UnitOfWork, lang: Language) -> Need | None:
    """Meetings ahead whose papers are due, and not registered as sent."""
    items = [
        item
        for found, item in _due(work, "papers", papers_due, lang)
        if found.awaits_papers and found.time.on.day >= work.today
    ]
    if not items:
        return None
    n = len(items)
    sentence = lang.plural(
        "The papers for {count} council meeting are not registered as sent.",
        "The papers for {count} council meetings are not registered as sent.",
        n,
        count=counted(n, lang, "neuter"),
    )
    return _line("papers", sentence, items, lang)


def minutes_to_send(work: UnitOfWork, lang: Language) -> Need | None:
    """Meetings behind us whose minutes are due, and not registered as sent."""
    items = [
        item for found, item in _due(work, "minutes", minutes_due, lang) if found.awaits_minutes
    ]
    if not items:
        return None
    n = len(items)
    sentence = lang.plural(
        "The minutes of {count} council meeting are not registered as sent.",
        "The minutes of {count} council meetings are not registered as sent.",
        n,
        count=counted(n, lang, "neuter"),
    )
    return _line("minutes", sentence, items, lang)


def _line(name: str, sentence: str, items: list[Item], lang: Language) -> Need:
    action = lang.plural("See the meeting", "See the meetings", len(items))
    return Need(name, sentence, mentions(items, lang), action, place(name, items), tuple(items))


def _due(
    work: UnitOfWork, what: str, due_for: Callable[[date, WorkingCalendar], date], lang: Language
) -> Iterator[tuple[Meeting, Item]]:
    """Council meetings whose papers or minutes are due by today and not put off."""
    meeting, later = tables.meeting.c, held(work, work.today)
    certain = (MeetingStatus.SCHEDULED, MeetingStatus.HELD)
    query = select(Meeting).where(meeting.kind == MeetingKind.COUNCIL, meeting.status.in_(certain))
    for each in work.session.scalars(query.order_by(meeting.key)):
        key = f"{each.key}/{what}"
        if not each.time.on.is_day or key in later:
            continue
        due = due_for(each.time.on.day, work.calendar)
        if due <= work.today:
            when = lang.text("deadline {when}", when=with_weekday(due, lang))
            mention = lang.text("{title}, {when}", title=each.title, when=when)
            yield each, Item(each.title, address(each), capitalised(when), mention, key)


def unplanned(work: UnitOfWork, lang: Language) -> Need | None:
    """Consultations ahead whose steps nobody has adopted."""
    closed = (ConsultationStatus.SUBMITTED, ConsultationStatus.DECLINED)
    query = select(Consultation).where(tables.consultation.c.status.not_in(closed))
    planned, later = adopted(work), held(work, work.today)
    items = []
    for each in work.session.scalars(query.order_by(tables.consultation.c.key)):
        if each.deadline is None or each.deadline.last < work.today:
            continue
        if each.key not in planned and each.key not in later:
            when = lang.text("deadline {when}", when=edtf(each.deadline, lang))
            mention = lang.text("{title}, {when}", title=each.title, when=when)
            items.append(Item(each.title, address(each), capitalised(when), mention, each.key))
    if not items:
        return None
    n = len(items)
    sentence = lang.plural(
        "{count} consultation has no adopted plan.",
        "{count} consultations have no adopted plan.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )
    action = lang.plural("See the plan", "See the plans", n)
    name = "plans"
    return Need(name, sentence, mentions(items, lang), action, place(name, items), tuple(items))
