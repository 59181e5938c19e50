"""The history of one object in sentences: what was registered, and whom Tilsvar reminded."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from ..commands.follow_ups import follow_ups_about
from ..domain.kinds import Kind
from ..store import flow
from ..store.clock import local_day
from ..store.event_log import history
from ..store.unit_of_work import UnitOfWork
from ..wording.history import sentence
from ..wording.language import Language
from ..wording.lists import joined
from .names import Names


@dataclass(frozen=True)
class Line:
    """What happened on a day in the council's own time zone."""

    at: date
    sentence: str


def past(work: UnitOfWork, kind: Kind, key: str, names: Names, lang: Language) -> list[Line]:
    """Everything that happened to the object, newest first."""
    zone = work.office.zone
    events = history(work.session, kind, key)
    if kind is Kind.LETTER:
        for draft in follow_ups_about(work, key):
            events += history(work.session, Kind.FOLLOW_UP, draft)
        events.sort(key=lambda each: each.id)
    told = [
        (each.at, number, sentence(each.event, lang, names.labels))
        for number, each in enumerate(events)
    ]
    told += [(at, len(told), said) for at, said in _reminders(work, key, names, lang)]
    told.sort(key=lambda each: each[:2], reverse=True)
    return [Line(local_day(at, zone), said) for at, _, said in told]


def _reminders(
    work: UnitOfWork, key: str, names: Names, lang: Language
) -> list[tuple[datetime, str]]:
    """One sentence for each time that people were reminded of the object by mail."""
    mail = flow.mail.c
    query = (
        select(mail.at, mail.person)
        .join_from(flow.reminder, flow.mail)
        .where(flow.reminder.c.group == key, mail.state == "sent")
        .distinct()
    )
    reminded = defaultdict(list)
    for at, person in work.session.execute(query.order_by(mail.at, mail.person)):
        reminded[at].append(names.people.get(person, person))
    return [
        (at, lang.text("Tilsvar reminded {people}.", people=joined(people, lang)))
        for at, people in reminded.items()
    ]
