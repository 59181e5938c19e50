"""The append-only event table: how events become rows and rows become events again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache
from typing import Any, get_type_hints

from sqlalchemy import select
from sqlalchemy.engine import Row
from sqlalchemy.orm import Session

from ..domain.dates import Edtf
from ..domain.events import Event, catalogue
from ..domain.kinds import Kind
from . import flow


@dataclass(frozen=True)
class Recorded:
    """An event with the moment (UTC) at which it was recorded, and by whom."""

    id: int
    at: datetime
    by: str
    event: Event


def to_row(event: Event, at: datetime, by: str) -> dict[str, Any]:
    return {
        "at": at,
        "name": event.name,
        "version": event.version,
        "about": event.about.value,
        "subject": event.subject,
        "payload": {each.name: _plain(getattr(event, each.name)) for each in fields(event)},
        "by": by,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    return value


def from_row(row: Row[Any]) -> Recorded:
    readers = _readers(row.name)
    payload = {name: readers[name](value) for name, value in row.payload.items()}
    return Recorded(row.id, row.at, row.by, catalogue()[row.name](**payload))


@cache
def _readers(name: str) -> dict[str, Any]:
    """How each field of that event is read from JSON."""
    cls = catalogue()[name]
    hints = get_type_hints(cls)
    return {each.name: _reader(hints[each.name]) for each in fields(cls)}


def _reader(hint: Any) -> Any:
    inner = [each for each in getattr(hint, "__args__", ()) if each is not type(None)] or [hint]
    if inner[0] is Edtf:
        return lambda value: None if value is None else Edtf(value)
    if inner[0] is date:
        return lambda value: None if value is None else date.fromisoformat(value)
    if getattr(hint, "__origin__", None) is tuple:
        return tuple
    return lambda value: value


def history(session: Session, about: Kind, subject: str) -> list[Recorded]:
    """Everything that happened to one object, oldest first."""
    query = (
        select(flow.event)
        .where(flow.event.c.about == about.value, flow.event.c.subject == subject)
        .order_by(flow.event.c.id)
    )
    return [from_row(row) for row in session.execute(query)]


def histories(session: Session, about: Kind, subjects: Iterable[str]) -> list[Recorded]:
    """Everything that happened to several objects of one kind, oldest first."""
    query = (
        select(flow.event)
        .where(flow.event.c.about == about.value, flow.event.c.subject.in_(list(subjects)))
        .order_by(flow.event.c.id)
    )
    return [from_row(row) for row in session.execute(query)]


def load(session: Session, ids: Iterable[int]) -> Sequence[Recorded]:
    query = select(flow.event).where(flow.event.c.id.in_(list(ids))).order_by(flow.event.c.id)
    return [from_row(row) for row in session.execute(query)]
