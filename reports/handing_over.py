"""Everything that one person has in hand today: found kind by kind, the nearest day first."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from ..commands.follow_ups import drafts
from ..domain import communications, measures
from ..domain.communications import Activity
from ..domain.consultations import CLOSED, Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.events import Snoozed
from ..domain.kinds import DeadlineStatus, Kind, OpEdStatus
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.op_eds import OpEd
from ..domain.promises import Promise, PromiseStatus
from ..domain.themes import Theme
from ..store import communication_tables, flow, note_tables, tables, theme_tables
from ..store.unit_of_work import UnitOfWork
from .objects import find_watched


class Sort(StrEnum):
    """What a caseworker has in hand, in the order in which it is handed over."""

    LETTERS = "letters"
    FOLLOW_UPS = "follow_ups"
    CONSULTATIONS = "consultations"
    DEADLINES = "deadlines"
    OP_EDS = "op_eds"
    THEMES = "themes"
    MEASURES = "measures"
    ACTIVITIES = "activities"
    PROMISES = "promises"
    PUT_OFF = "put_off"
    STAKEHOLDERS = "stakeholders"
    SPEAKING = "speaking"
    REPORTS = "reports"
    REMINDERS = "reminders"


@dataclass(frozen=True)
class InHand:
    """One thing: where its page is, its day, who else it is about, and how it stands.

    `on` is None where no day is known. `who` is the key of an organisation or an area, or nothing.
    `state` is how it stands, by what `sort` it is of.
    """

    key: str
    title: str
    path: str
    on: Edtf | None = None
    who: str | None = None
    state: StrEnum | None = None


def in_hand(work: UnitOfWork, person: str | None) -> dict[Sort, list[InHand]]:
    """What is open today and has that person, by its key, as the one responsible; None is nobody.

    A draft of a follow-up belongs to whoever has the letters that it asks about, and what is put
    off to whoever put it off.
    """
    return {sort: _sorted(find(work, person)) for sort, find in _FOUND.items()}


def _sorted(found: Iterable[InHand]) -> list[InHand]:
    return sorted(found, key=_nearest)


def _nearest(each: InHand) -> tuple[Any, ...]:
    return (each.on is None, each.on.sort_key() if each.on else (), each.key, each.who or "")


def _letters(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    """Each answer that is outstanding; a letter that asks again stands with what it asks about."""
    letter, obligation = tables.letter.c, tables.obligation.c
    waiting = select(obligation.letter_key).where(
        obligation.expected, obligation.closed_on.is_(None)
    )
    query = select(Letter).where(
        letter.responsible == person, letter.follows_up == (), letter.key.in_(waiting)
    )
    for found in work.session.scalars(query):
        for each in () if found.withdrawn else found.obligations:
            if each.open:
                due, who = each.due(), work.succession.on(each.recipient, work.today)
                yield InHand(
                    found.key,
                    found.title,
                    f"/letters/{found.key}",
                    Edtf.on(due) if due else None,
                    who,
                    each.state(work.today),
                )


def _follow_ups(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    waiting = drafts(work)
    work.bring(Letter, {key for each in waiting for key in each.letters})
    for each in waiting:
        letters = [work.view(Letter, key) for key in each.letters]
        if any(letter.responsible == person for letter in letters):
            title = letters[0].title
            path = f"/follow-ups/{each.key}"
            yield InHand(each.key, title, path, Edtf.on(each.drafted), each.department)


def _consultations(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    column = tables.consultation.c
    query = select(Consultation).where(column.responsible == person, column.status.not_in(CLOSED))
    for each in work.session.scalars(query):
        path = f"/consultations/{each.key}"
        yield InHand(each.key, each.title, path, each.deadline, each.publisher, each.status)


def _deadlines(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    column = tables.deadline.c
    query = select(Deadline).where(
        column.responsible == person, column.status == DeadlineStatus.OPEN
    )
    for each in work.session.scalars(query):
        yield InHand(each.key, each.title, f"/deadlines/{each.key}", each.due)


def _op_eds(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    column = tables.op_ed.c
    query = select(OpEd).where(column.responsible == person, column.status != OpEdStatus.PUBLISHED)
    for each in work.session.scalars(query):
        path = f"/op-eds/{each.key}"
        yield InHand(each.key, each.title, path, Edtf.on(each.touched), each.outlet, each.status)


def _themes(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    column = theme_tables.theme.c
    query = select(Theme).where(column.responsible == person, column.set_aside.is_(False))
    for each in work.session.scalars(query):
        path = f"/themes/{each.key}"
        yield InHand(each.key, each.title, path, Edtf.on(each.touched), each.area, each.stage)


def _measures(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    column = theme_tables.measure.c
    query = select(Measure).where(column.responsible == person, column.status.in_(measures.OPEN))
    for each in work.session.scalars(query):
        path = f"/measures/{each.key}"
        yield InHand(each.key, each.title, path, each.follow_up, each.owner, each.status)


def _activities(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    column = communication_tables.activity.c
    query = select(Activity).where(
        column.responsible == person, column.status.in_(communications.OPEN)
    )
    for each in work.session.scalars(query):
        path = f"/communications/{each.key}"
        yield InHand(each.key, each.title, path, each.when, each.area, each.status)


def _promises(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    promise = note_tables.promise.c
    query = select(Promise).where(
        promise.responsible == person,
        promise.status == PromiseStatus.OPEN,
        promise.withdrawn.is_(False),
    )
    for each in work.session.scalars(query):
        path = f"/promises/{each.key}"
        yield InHand(each.key, each.what, path, each.by_when, each.organisation)


def _put_off(work: UnitOfWork, person: str | None) -> Iterable[InHand]:
    """What nobody is reminded of before a day, or before an answer, because they wished so."""
    standing: dict[str, date | None] = {
        row.key: row.until
        for row in work.session.execute(
            select(flow.snooze.c.key, flow.snooze.c.until)
            .where(flow.snooze.c.ended.is_(None))
            .order_by(flow.snooze.c.id)
        )
        if row.until is None or row.until > work.today
    }
    event, things = flow.event.c, {key.partition("/")[0] for key in standing}
    wished = (
        select(event.payload, event.by)
        .where(
            event.about == Kind.REMINDERS,
            event.subject.in_(sorted(things)),
            event.name == Snoozed.__name__,
        )
        .order_by(event.id)
    )
    by = {row.payload["object"]: row.by for row in work.session.execute(wished)}
    for key, until in standing.items():
        thing = key.partition("/")[0]
        entity = find_watched(work, thing) if person and by.get(key) == person else None
        if entity is not None:
            title = " ".join(str(_title(entity) or key).split())
            yield InHand(key, title, f"/put-off/{key}", Edtf.on(until) if until else None)


def _title(entity: Entity) -> object:
    return entity.what if isinstance(entity, Promise) else getattr(entity, "title", "")


_FOUND: Mapping[Sort, Callable[[UnitOfWork, str | None], Iterable[InHand]]] = {
    Sort.LETTERS: _letters,
    Sort.FOLLOW_UPS: _follow_ups,
    Sort.CONSULTATIONS: _consultations,
    Sort.DEADLINES: _deadlines,
    Sort.OP_EDS: _op_eds,
    Sort.THEMES: _themes,
    Sort.MEASURES: _measures,
    Sort.ACTIVITIES: _activities,
    Sort.PROMISES: _promises,
    Sort.PUT_OFF: _put_off,
}
