"""What stands on the timeline of an organisation or a theme, and what follows from it.

A day here is a day in Oslo. A `line` is an organisation and whom it took over from, as
`Succession.line` gives it; what concerns several of them stands there once. The order is that of
`Happening.place`: by the last day that a date may mean, then by the first, the kind and the key.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, Table, and_, func, not_, select, union_all
from sqlalchemy.engine import Row

from ..domain.belonging import Why
from ..domain.dates import Edtf
from ..domain.kinds import Kind
from .belonging_tables import belonging, contact_line
from .unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Entry:
    """One line of a timeline: a happening of the thing with that key.

    `part` says which (`domain/happenings.py`); `why` it belongs to the theme whose timeline it is,
    None on an organisation's. `place` is where it stands, to go on from there.
    """

    kind: Kind
    key: str
    part: str
    place: str
    on: Edtf
    planned: bool
    counts: bool
    heard: bool
    why: Why | None = None

    @property
    def last(self) -> date:
        """The last day that its date may mean."""
        return self.on.last


def timeline(work: UnitOfWork, line: Iterable[str], *, limit: int, before: str = "") -> list[Entry]:
    """What was between us and these organisations, newest first; `before` that place."""
    return _past(work, contact_line, _of(line), limit, before)


def timeline_of_theme(work: UnitOfWork, theme: str, *, limit: int, before: str = "") -> list[Entry]:
    """What belongs to the theme, newest first; `before` that place."""
    return _past(work, belonging, [belonging.c.theme == theme], limit, before)


def coming(work: UnitOfWork, line: Iterable[str], *, limit: int) -> list[Entry]:
    """What is planned from today on with these organisations, the next first."""
    return _coming(work, contact_line, _of(line), limit)


def coming_in_theme(work: UnitOfWork, theme: str, *, limit: int) -> list[Entry]:
    """What is planned from today on in the theme, the next first."""
    return _coming(work, belonging, [belonging.c.theme == theme], limit)


def last_contact(work: UnitOfWork, line: Iterable[str], theme: str | None = None) -> Entry | None:
    """The newest that counts as contact with them, either way; about the theme, if one is given."""
    c = contact_line.c
    return _newest(work, line, theme, and_(c.counts, not_(c.planned)))


def next_planned(work: UnitOfWork, line: Iterable[str], theme: str | None = None) -> Entry | None:
    """The next meeting with them that is planned; about the theme, if one is given."""
    c = contact_line.c
    ahead = and_(_still_to_come(work, contact_line), c.kind == Kind.MEETING)
    found = _each(
        work,
        [_about(each, theme).where(ahead).order_by(c.place).limit(1) for each in _of(line)],
    )
    return min(found, key=lambda each: each.place, default=None)


def heard_of(work: UnitOfWork, line: Iterable[str], theme: str | None = None) -> date | None:
    """The last day on which they told us something: an answer, a meeting held, a note, a promise.

    About the theme, if one is given. Of an imprecise date its last day, but none after today. They
    have been silent since.
    """
    newest = _newest(work, line, theme, contact_line.c.heard)
    return min(newest.last, work.today) if newest else None


def heard_in(work: UnitOfWork, theme: str) -> dict[str, date]:
    """By organisation, the last day on which it told us something about the theme."""
    work.session.flush()
    c, b = contact_line.c, belonging.c
    query = (
        select(c.organisation, func.max(c.last).label("heard"))
        .join_from(belonging, contact_line, _same())
        .where(b.theme == theme, c.heard)
        .group_by(c.organisation)
    )
    return {row.organisation: min(row.heard, work.today) for row in work.session.execute(query)}


def themes_of(work: UnitOfWork, kind: Kind, key: str) -> dict[str, Why]:
    """The themes that the thing belongs to, by key, each with why."""
    b = belonging.c
    query = select(b.theme, b.why).distinct().where(b.kind == kind, b.key == key).order_by(b.theme)
    return {row.theme: row.why for row in work.session.execute(query)}


def _of(line: Iterable[str]) -> list[ColumnElement[bool]]:
    return [contact_line.c.organisation == each for each in dict.fromkeys(line)]


def _about(whose: ColumnElement[bool], theme: str | None) -> Select[tuple[object, ...]]:
    query = select(contact_line).where(whose)
    if theme is None:
        return query
    return query.join(belonging, _same()).where(belonging.c.theme == theme)


def _same() -> ColumnElement[bool]:
    """That both rows tell of the same happening."""
    c, b = contact_line.c, belonging.c
    return and_(c.kind == b.kind, c.key == b.key, c.part == b.part)


def _past(
    work: UnitOfWork, table: Table, whose: Sequence[ColumnElement[bool]], limit: int, before: str
) -> list[Entry]:
    c = table.c
    happened = not_(_still_to_come(work, table))
    if before:
        happened = and_(happened, c.place < before)
    queries = [
        select(table).where(each, happened).order_by(c.place.desc()).limit(limit) for each in whose
    ]
    found = {each.place: each for each in _each(work, queries)}
    return [found[place] for place in sorted(found, reverse=True)][:limit]


def _coming(
    work: UnitOfWork, table: Table, whose: Sequence[ColumnElement[bool]], limit: int
) -> list[Entry]:
    ahead = _still_to_come(work, table)
    queries = [
        select(table).where(each, ahead).order_by(table.c.place).limit(limit) for each in whose
    ]
    found = {each.place: each for each in _each(work, queries)}
    return [found[place] for place in sorted(found)][:limit]


def _still_to_come(work: UnitOfWork, table: Table) -> ColumnElement[bool]:
    return and_(table.c.planned, table.c.place >= work.today.isoformat())


def _newest(
    work: UnitOfWork, line: Iterable[str], theme: str | None, which: ColumnElement[bool]
) -> Entry | None:
    place = contact_line.c.place
    found = _each(
        work,
        [_about(each, theme).where(which).order_by(place.desc()).limit(1) for each in _of(line)],
    )
    return max(found, key=lambda each: each.place, default=None)


def _each(work: UnitOfWork, queries: Sequence[Select[tuple[object, ...]]]) -> list[Entry]:
    """What the queries find, asked in one statement; each goes along its own index."""
    if not queries:
        return []
    parts = [select(query.subquery()) for query in queries]
    rows = work.session.execute(parts[0] if len(parts) == 1 else union_all(*parts))
    return [_entry(row) for row in rows]


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(
        row.kind,
        row.key,
        row.part,
        row.place,
        row.on,
        row.planned,
        row.counts,
        row.heard,
        getattr(row, "why", None),
    )
