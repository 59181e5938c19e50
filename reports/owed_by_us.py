"""The other direction: what the council owes others, the consultations it has yet to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import String, func, or_, select, type_coerce

from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.kinds import ConsultationKind, ConsultationStatus, Kind
from ..domain.sentences import N_
from ..store import flow, tables
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from ..wording.periods import days
from .documents.document import Column, Linked, Section, Table, Value
from .naming import Naming

USUAL_TIME = timedelta(days=91)
"""Three months are usual for an answer to a consultation (utredningsinstruksen, point 3-3)."""

KINDS = {
    ConsultationKind.CONSULTATION: N_("Consultation"),
    ConsultationKind.CALL_FOR_INPUT: N_("Call for input"),
    ConsultationKind.PARLIAMENTARY_HEARING: N_("Parliamentary hearing"),
}


@dataclass(frozen=True)
class Owed:
    """One consultation that waits for us. `late` counts the days since its deadline, else 0."""

    consultation: str
    title: str
    kind: ConsultationKind
    publisher: str
    deadline: Edtf | None
    late: int


def owed_by_us(work: UnitOfWork, as_of: date) -> list[Owed]:
    """What was published by the end of that day and not yet submitted, by deadline.

    Where nobody knows when it was published, it waits for us from the usual time before its
    deadline on, or from when it was registered. What the council has declined is owed to nobody.
    Without a deadline it stands last.
    """
    columns = tables.consultation.c
    later = type_coerce(columns.submitted, String) >= str(as_of.year)
    closed = (ConsultationStatus.SUBMITTED, ConsultationStatus.DECLINED)
    query = select(Consultation).where(
        or_(columns.status.not_in(closed), (columns.status == ConsultationStatus.SUBMITTED) & later)
    )
    every = list(work.session.scalars(query))
    registered = _registered(work, [each.key for each in every if each.published is None])
    found = [
        each
        for each in every
        if _since(each, registered.get(each.key, as_of)) <= as_of and _waited(each, as_of)
    ]
    found.sort(key=_by_deadline)
    return [
        Owed(
            each.key,
            each.title,
            each.kind,
            work.succession.on(each.publisher, as_of),
            each.deadline,
            max((as_of - each.deadline.last).days, 0) if each.deadline else 0,
        )
        for each in found
    ]


def _by_deadline(consultation: Consultation) -> tuple[Any, ...]:
    deadline = consultation.deadline
    return (deadline is None, deadline.sort_key() if deadline else (), consultation.key)


def _since(consultation: Consultation, registered: date) -> date:
    """From which day on it waits for us."""
    if consultation.published is not None:
        return consultation.published.last
    if consultation.deadline is None:
        return registered
    return min(registered, consultation.deadline.last - USUAL_TIME)


def _registered(work: UnitOfWork, keys: list[str]) -> dict[str, date]:
    """The day in Oslo on which each was registered."""
    event, zone = flow.event.c, work.office.zone
    query = (
        select(event.subject, func.min(event.at))
        .where(event.about == Kind.CONSULTATION.value, event.subject.in_(keys))
        .group_by(event.subject)
    )
    return {key: local_day(at, zone) for key, at in work.session.execute(query)}


def _waited(consultation: Consultation, as_of: date) -> bool:
    return consultation.open or (
        consultation.submitted is not None and consultation.submitted.last > as_of
    )


def owed_section(owed: Sequence[Owed], naming: Naming, lang: Language) -> Section:
    """The same as a part of the report."""
    columns = (
        Column("deadline", lang.text("Deadline"), Value.DATE, width=3),
        Column("title", lang.text("Consultation"), width=6),
        Column("kind", lang.text("Kind"), width=3),
        Column("publisher", lang.text("From"), width=3),
        Column("status", lang.text("Status"), width=4),
    )
    rows = [
        (
            each.deadline,
            Linked(each.title, f"/consultations/{each.consultation}"),
            lang.text(KINDS[each.kind]),
            naming.label(each.publisher),
            standing(each, lang),
        )
        for each in owed
    ]
    table = Table("owed_by_us", "", columns, rows, lang.text("We owe nobody an answer."))
    return Section(lang.text("What we owe others"), (), (table,))


def standing(owed: Owed, lang: Language) -> str:
    """How it stands with the deadline."""
    if owed.deadline is None:
        return lang.text("without a deadline")
    if owed.late:
        return lang.text("{days} past the deadline", days=days(owed.late, lang))
    return lang.text("before the deadline")
