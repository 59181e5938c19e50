"""The tables of the communications plan: whom it is for, and what is done to be heard."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text, text

from ..domain.communications import ActivityStatus, Channel
from .tables import KEY, metadata
from .types import EdtfText, KeysText, Word

target_group = Table(
    "target_group",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("retired", Boolean, nullable=False),
)

# However often it is told of a thing, and by however many at once, it is suggested once.
SUGGESTED_ONCE = text("suggested_on IS NOT NULL")

activity = Table(
    "activity",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("title", Text, nullable=False),
    Column("channel", Word(Channel)),
    Column("target_groups", KeysText, nullable=False),
    Column("message", Text, nullable=False),
    Column("wanted_effect", Text, nullable=False),
    Column("theme", KEY),
    Column("area", KEY),
    Column("responsible", KEY),
    Column("when", EdtfText),
    Column("status", Word(ActivityStatus), nullable=False),
    Column("outcome", Text, nullable=False),
    Column("done_on", EdtfText),
    Column("about", String(165), nullable=False),
    Column("op_ed", KEY),
    Column("why_not", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("suggested_on", Date),
    Column("lapsed", Boolean, nullable=False),
    Column("with_op_ed", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Index(
        "ix_activity_suggested_once",
        "about",
        unique=True,
        sqlite_where=SUGGESTED_ONCE,
        postgresql_where=SUGGESTED_ONCE,
    ),
    Index("ix_activity_about", "about"),
    Index("ix_activity_theme", "theme"),
    Index("ix_activity_op_ed", "op_ed"),
    Index("ix_activity_status", "status", "suggested_on"),
)
