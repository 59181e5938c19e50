"""Keeps what was between the council and each organisation, in the transaction that changes it.

One row for each happening of a thing and each organisation that had to do with it, so that a
timeline reads its newest lines and no thing that is not on them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, Table, delete, insert, select, tuple_
from sqlalchemy.orm import Session

from ..domain.entity import Entity
from ..domain.events import Bell, Event
from ..domain.happenings import THINGS, Happening, happenings
from ..domain.kinds import Kind
from .belonging_tables import contact_line
from .loading import look, of_things

AT_ONCE = 500

_THERE = of_things(contact_line)

Things = Sequence[tuple[Kind, Entity]]
Row = dict[str, Any]


def changed_things(session: Session, events: Iterable[Event]) -> Things:
    """Whatever has a place on timelines and is what one of these events is about, by its key."""
    about = {
        (each.about, each.subject)
        for each in events
        if each.about in THINGS and not isinstance(each, Bell)
    }
    found = ((kind, look(session, THINGS[kind][0], key)) for kind, key in sorted(about))
    return [(kind, thing) for kind, thing in found if thing is not None]


def all_things(session: Session) -> Iterator[Things]:
    """Everything that has a place on timelines, in parts; what was read is forgotten again."""
    for kind, (cls, _) in THINGS.items():
        key: Any = cls.key
        last = ""
        while found := session.scalars(
            select(cls).where(key > last).order_by(key).limit(AT_ONCE)
        ).all():
            yield [(kind, each) for each in found]
            last = found[-1].key
            session.expunge_all()


def keep_contact_lines(session: Session, things: Things) -> None:
    """Write anew what was between us and whom in these things."""
    for those in in_parts(things):
        rows = [row for kind, thing in those for row in contact_rows(kind, thing)]
        there = session.execute(_THERE, {"things": [(kind, each.key) for kind, each in those]})
        put_right(session, contact_line, there.mappings(), rows)


def contact_rows(kind: Kind, thing: Entity) -> list[Row]:
    """What this thing says of whom: a row a happening and organisation."""
    return [
        {
            **happening_row(kind, thing.key, each),
            "organisation": organisation,
            "direction": each.direction,
        }
        for each in happenings(kind, thing)
        for organisation in dict.fromkeys(each.organisations)
    ]


def happening_row(kind: Kind, key: str, happening: Happening) -> Row:
    """The columns that both tables have of it."""
    return {
        "kind": kind,
        "key": key,
        "part": happening.part,
        "place": happening.place(kind, key),
        "on": happening.on,
        "first": happening.on.first,
        "last": happening.on.last,
        "planned": happening.planned,
        "counts": happening.counts,
        "heard": happening.heard,
    }


def in_parts(things: Things) -> Iterator[Things]:
    for first in range(0, len(things), AT_ONCE):
        yield things[first : first + AT_ONCE]


def put_right(
    session: Session, table: Table, there: Iterable[RowMapping], rows: Iterable[Row]
) -> None:
    """Let the table hold these rows where it held those; what is the same is left alone."""
    names = [column.name for column in table.primary_key]
    before = {tuple(row[name] for name in names): dict(row) for row in there}
    after: Mapping[tuple[Any, ...], Row] = {tuple(row[name] for name in names): row for row in rows}
    gone = [key for key, row in before.items() if after.get(key) != row]
    new = [row for key, row in after.items() if before.get(key) != row]
    primary = tuple_(*table.primary_key)
    for first in range(0, len(gone), AT_ONCE):
        session.execute(delete(table).where(primary.in_(gone[first : first + AT_ONCE])))
    if new:
        session.execute(insert(table), new)
