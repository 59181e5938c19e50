"""The tables of drafts that the members have before them, and of what they say of them."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from ..domain import kinds
from ..domain.comments import Verdict
from .tables import KEY, metadata
from .types import UtcMoment, Word

circulation = Table(
    "circulation",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("kind", Word(kinds.Kind), nullable=False),
    Column("thing", KEY, nullable=False),
    Column("edition", Integer, nullable=False),
)

circulated_text = Table(
    "circulated_text",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("circulation_key", ForeignKey("circulation.key"), nullable=False, index=True),
    Column("edition", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("on", Date, nullable=False),
)

comment = Table(
    "comment",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("kind", Word(kinds.Kind), nullable=False),
    Column("thing", KEY, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("by", KEY, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("verdict", Word(Verdict), nullable=False),
    Column("why", Text, nullable=False),
    UniqueConstraint("kind", "thing", "edition", "by"),
)

comment_wording = Table(
    "comment_wording",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("comment_key", KEY, ForeignKey("comment.key"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("at", UtcMoment, nullable=False),
)
