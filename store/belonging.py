"""Keeps which things belong to which theme, in the transaction that changes either.

A thing that changes is looked at for all themes, a theme whose title or area changes for all
things. Each reads what the other has not yet written, so they take turns: whoever changes a theme
is alone, those who change things are there together. The turn is taken when all rows are locked
already, just before the drawers (`filing`), so that nobody waits for it who holds what it needs.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Table, delete, func, insert, select
from sqlalchemy.orm import Session

from ..domain.belonging import About, Claim, Why, reasons
from ..domain.entity import Entity
from ..domain.events import (
    Event,
    ThemeCorrected,
    ThemeRegistered,
    ThingAddedToTheme,
    ThingTakenFromTheme,
)
from ..domain.happenings import THINGS, happenings
from ..domain.kinds import Kind
from . import media_tables, note_tables, tables
from .belonging_tables import belonging, belonging_by_hand, contact_line
from .contact_lines import (
    AT_ONCE,
    Row,
    Things,
    all_things,
    changed_things,
    contact_rows,
    happening_row,
    in_parts,
    keep_contact_lines,
    put_right,
)
from .loading import look, of_things
from .theme_tables import theme

SCANNED: dict[Kind, Table] = {
    Kind.LETTER: tables.letter,
    Kind.MEETING: tables.meeting,
    Kind.OP_ED: tables.op_ed,
    Kind.CONSULTATION: tables.consultation,
    Kind.NOTE: note_tables.note,
    Kind.PROMISE: note_tables.promise,
    Kind.COVERAGE: media_tables.coverage,
}
"""Where titles and areas are read when a theme looks for what belongs to it."""

SCAN_AT_ONCE = 5000

_CLAIMS = select(theme.c.key, theme.c.title, theme.c.area).order_by(theme.c.key)
_THERE, _BY_HAND = of_things(belonging), of_things(belonging_by_hand)

Hands = dict[tuple[Kind, str], dict[str, bool]]


def keep_timelines(session: Session, events: Sequence[Event]) -> None:
    """Bring both tables into step with what these events are about."""
    things = changed_things(session, events)
    claimed = _claimed_anew(events)
    by_hand = [
        (Kind(each.kind), each.thing)
        for each in events
        if isinstance(each, ThingAddedToTheme | ThingTakenFromTheme) and each.kind in THINGS
    ]
    if not (things or claimed or by_hand):
        return
    _take_turn(session, alone=bool(claimed))
    keep_contact_lines(session, things)
    there = {(kind, thing.key) for kind, thing in things}
    linked = ((kind, look(session, THINGS[kind][0], key)) for kind, key in sorted(set(by_hand)))
    besides = [(kind, each) for kind, each in linked if each and (kind, each.key) not in there]
    claims = _claims(session)
    for those in in_parts([*things, *besides]):
        _keep_things(session, claims, those)
    if claimed:
        _keep_themes(session, [each for each in claims if each.theme in claimed])


def timelines_all(session: Session) -> None:
    """Make both tables anew, for data that came in beside the commands."""
    session.execute(delete(contact_line))
    session.execute(delete(belonging))
    claims = _claims(session)
    for those in all_things(session):
        rows = [row for kind, thing in those for row in contact_rows(kind, thing)]
        if rows:
            session.execute(insert(contact_line), rows)
        rows = _rows(claims, those, _hands_of(session, those))
        if rows:
            session.execute(insert(belonging), rows)


def _claimed_anew(events: Iterable[Event]) -> frozenset[str]:
    """The themes that may take other things to themselves from now on."""
    return frozenset(
        each.theme
        for each in events
        if isinstance(each, ThemeRegistered)
        or (isinstance(each, ThemeCorrected) and {"title", "area"}.intersection(each.changed))
    )


def _take_turn(session: Session, *, alone: bool) -> None:
    # SQLite has one writer at a time.
    if session.get_bind().dialect.name == "postgresql":
        take = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
        session.execute(select(take(func.hashtext("belonging"))))


def _claims(session: Session) -> list[Claim]:
    return [_claim(*row) for row in session.execute(_CLAIMS)]


_claim = lru_cache(maxsize=4096)(Claim.of)
"""The same themes are looked at for every thing that changes."""


def _keep_things(session: Session, claims: Iterable[Claim], things: Things) -> None:
    there = session.execute(_THERE, {"things": [(kind, each.key) for kind, each in things]})
    put_right(
        session, belonging, there.mappings(), _rows(claims, things, _hands_of(session, things))
    )


def _keep_themes(session: Session, claims: Sequence[Claim]) -> None:
    """Look through everything for what belongs to these themes by now."""
    names = [each.theme for each in claims]
    rows = [
        row
        for kind in SCANNED
        for keys in _in_chunks(sorted(_candidates(session, kind, claims)))
        for row in _rows_of(session, kind, keys, claims)
    ]
    there = session.execute(select(belonging).where(belonging.c.theme.in_(names)))
    put_right(session, belonging, there.mappings(), rows)


def _candidates(session: Session, kind: Kind, claims: Sequence[Claim]) -> set[str]:
    """The keys of the things of that kind that one of these themes may hold."""
    names = [each.theme for each in claims]
    hand = belonging_by_hand.c
    found = set(session.scalars(select(hand.key).where(hand.theme.in_(names), hand.kind == kind)))
    columns = SCANNED[kind].c
    asked = [columns[name] for name in ("key", "title", "area", "theme") if name in columns]
    last = ""
    while True:
        query = select(*asked).where(columns.key > last).order_by(columns.key)
        part = session.execute(query.limit(SCAN_AT_ONCE)).all()
        for row in part:
            said = About.of(row)
            if any(each.reason(said) for each in claims):
                found.add(row.key)
        if len(part) < SCAN_AT_ONCE:
            return found
        last = part[-1].key


def _in_chunks(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    for first in range(0, len(keys), AT_ONCE):
        yield keys[first : first + AT_ONCE]


def _rows_of(
    session: Session, kind: Kind, keys: Sequence[str], claims: Iterable[Claim]
) -> list[Row]:
    cls: Any = THINGS[kind][0]
    # Others may have changed them since this work looked at them.
    query = select(cls).where(cls.key.in_(keys)).execution_options(populate_existing=True)
    things = [(kind, each) for each in session.scalars(query)]
    return _rows(claims, things, _hands_of(session, things))


def _rows(claims: Iterable[Claim], things: Things, hands: Hands) -> list[Row]:
    claims = tuple(claims)
    return [
        row
        for kind, thing in things
        for name, why in reasons(claims, About.of(thing), hands.get((kind, thing.key), {})).items()
        for row in _rows_in(name, why, kind, thing)
    ]


def _rows_in(name: str, why: Why, kind: Kind, thing: Entity) -> list[Row]:
    return [
        {"theme": name, "why": why, **happening_row(kind, thing.key, each)}
        for each in happenings(kind, thing)
    ]


def _hands_of(session: Session, things: Things) -> Hands:
    found: Hands = {}
    for row in session.execute(_BY_HAND, {"things": [(kind, each.key) for kind, each in things]}):
        found.setdefault((row.kind, row.key), {})[row.theme] = row.belongs
    return found
