"""The tables of the points that letters raised, and of the public list."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from ..domain.kinds import Kind
from ..domain.points import Uptake
from .tables import KEY, metadata
from .types import EdtfText, Word

point = Table(
    "point",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("letter", KEY, nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("why", Text, nullable=False),
    Index("ix_point_letter", "letter", "number"),
)

point_judgement = Table(
    "point_judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("point_key", KEY, ForeignKey("point.key"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("uptake", Word(Uptake), nullable=False),
    Column("on", EdtfText, nullable=False),
    Column("where", Text, nullable=False),
    Column("by", KEY, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
)

public_mark = Table(
    "public_mark",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("kind", Word(Kind), nullable=False),
    Column("thing", KEY, nullable=False),
    Column("uid", String(36), nullable=False, unique=True),
    Column("address", Text, nullable=False),
    Column("shown", Boolean, nullable=False),
    Index("ix_public_mark_shown", "shown"),
)
