"""Keeps the index of the search, in the transaction that changes what it holds."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, text
from sqlalchemy.engine import Row
from sqlalchemy.orm import Session

from ..domain.entity import Entity
from ..domain.events import Bell, Event
from .loading import look, of_things
from .search_tables import entry
from .search_texts import SEARCHED, row_of

AT_ONCE = 500

_THERE = of_things(entry)
_NEW = insert(entry).returning(entry.c.id, sort_by_parameter_order=True)
_CHANGE = text("UPDATE search_entry SET title = :title, words = :words WHERE id = :id")
_OUT = text(
    "INSERT INTO search_words (search_words, rowid, title, words)"
    " VALUES ('delete', :id, :title, :words)"
)
_IN = text("INSERT INTO search_words (rowid, title, words) VALUES (:id, :title, :words)")
_REBUILD = text("INSERT INTO search_words (search_words) VALUES ('rebuild')")


def index_changes(session: Session, events: Iterable[Event]) -> None:
    """Write anew what is found of the things that these events are about."""
    about = [
        (each.about, each.subject)
        for each in events
        if each.about in SEARCHED and not isinstance(each, Bell)
    ]
    once = list(dict.fromkeys(about))
    for first in range(0, len(once), AT_ONCE):
        found = [
            (kind, look(session, SEARCHED[kind][0], key))
            for kind, key in once[first : first + AT_ONCE]
        ]
        _index(session, [row_of(kind, each) for kind, each in found if each is not None])


def index_all(session: Session) -> None:
    """Make the whole index anew, for data that came in beside the commands."""
    session.execute(delete(entry))
    for kind, (cls, _) in SEARCHED.items():
        last = ""
        while things := _following(session, cls, last):
            session.execute(insert(entry), [row_of(kind, each) for each in things])
            last = things[-1].key
            session.expunge_all()
    if _has_own_index(session):
        session.execute(_REBUILD)


def _following(session: Session, cls: type[Entity], last: str) -> Sequence[Any]:
    key: Any = cls.key
    return session.scalars(select(cls).where(key > last).order_by(key).limit(AT_ONCE)).all()


def _index(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Write these rows; what says the same as before is left alone."""
    earlier = _earlier(session, rows)
    changed, new = [], []
    for row in rows:
        before = earlier.get((row["kind"], row["key"]))
        if before is None:
            new.append(row)
        elif (before.title, before.words) != (row["title"], row["words"]):
            changed.append((before, {**row, "id": before.id}))
    if changed:
        session.execute(_CHANGE, [_content(row) for _, row in changed])
    if new:
        ids = session.execute(_NEW, new).scalars().all()
        new = [{**row, "id": id_} for row, id_ in zip(new, ids, strict=True)]
    if not _has_own_index(session):
        return
    if changed:
        # The index keeps no text: it must be told what stood there, to take it out.
        session.execute(_OUT, [_content(before._asdict()) for before, _ in changed])
    if changed or new:
        session.execute(_IN, [_content(row) for row in (*(row for _, row in changed), *new)])


def _earlier(
    session: Session, rows: Sequence[Mapping[str, Any]]
) -> dict[tuple[str, str], Row[Any]]:
    which = [(row["kind"], row["key"]) for row in rows]
    return {(row.kind, row.key): row for row in session.execute(_THERE, {"things": which})}


def _content(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("id", "title", "words")}


def _has_own_index(session: Session) -> bool:
    """Whether the index is a table beside the rows; Postgres keeps its own in step by itself."""
    return session.get_bind().dialect.name == "sqlite"
