"""The tables of what timelines show: what was between us and whom, and to which themes it belongs.

Both repeat what the things themselves say (`domain/happenings.py`), so that a database can look for
it by organisation and by theme; only what a person has said by hand is told here alone.
"""

from sqlalchemy import Boolean, Column, Date, Index, String, Table, Text, text

from ..domain.belonging import Why
from ..domain.happenings import Direction
from ..domain.kinds import Kind
from .tables import KEY, metadata
from .types import EdtfText, Word

PLACE = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared by the characters' numbers, as SQLite and Python do."""

PART = String(100)


def _happening() -> list[Column[object]]:
    return [
        Column("place", PLACE, nullable=False),
        Column("on", EdtfText, nullable=False),
        Column("first", Date, nullable=False),
        Column("last", Date, nullable=False),
        Column("planned", Boolean, nullable=False),
        Column("counts", Boolean, nullable=False),
        Column("heard", Boolean, nullable=False),
    ]


contact_line = Table(
    "contact_line",
    metadata,
    Column("kind", Word(Kind), primary_key=True),
    Column("key", KEY, primary_key=True),
    Column("part", PART, primary_key=True),
    Column("organisation", KEY, primary_key=True),
    Column("direction", Word(Direction), nullable=False),
    *_happening(),
    Index("ix_contact_line_place", "organisation", "place"),
    Index("ix_contact_line_heard", "organisation", "heard", "place"),
    Index(
        "ix_contact_line_planned",
        "place",
        sqlite_where=text("planned = 1"),
        postgresql_where=text("planned"),
    ),
)

belonging = Table(
    "belonging",
    metadata,
    Column("theme", KEY, primary_key=True),
    Column("kind", Word(Kind), primary_key=True),
    Column("key", KEY, primary_key=True),
    Column("part", PART, primary_key=True),
    Column("why", Word(Why), nullable=False),
    *_happening(),
    Index("ix_belonging_place", "theme", "place"),
    Index("ix_belonging_thing", "kind", "key"),
)

belonging_by_hand = Table(
    "belonging_by_hand",
    metadata,
    Column("theme", KEY, primary_key=True),
    Column("kind", Word(Kind), primary_key=True),
    Column("key", KEY, primary_key=True),
    Column("belongs", Boolean, nullable=False),
    Column("by", KEY, nullable=False),
    Column("on", Date, nullable=False),
    Index("ix_belonging_by_hand_thing", "kind", "key"),
)
