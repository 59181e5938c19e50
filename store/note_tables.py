"""The tables of notes and promises."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from ..domain.promises import PromiseStatus
from .tables import KEY, metadata
from .types import EdtfText, Word

note = Table(
    "note",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("organisation", KEY, nullable=False),
    Column("on", EdtfText, nullable=False),
    Column("text", Text, nullable=False),
    Column("by", KEY, nullable=False),
    Column("theme", KEY),
    Column("withdrawn", Boolean, nullable=False),
    Column("why", Text, nullable=False),
)

promise = Table(
    "promise",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("organisation", KEY, nullable=False),
    Column("given", EdtfText, nullable=False),
    Column("what", Text, nullable=False),
    Column("by_when", EdtfText),
    Column("theme", KEY),
    Column("said_in", String(100), nullable=False),
    Column("status", Word(PromiseStatus), nullable=False),
    Column("kept_on", EdtfText),
    Column("note", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("responsible", KEY),
    Index("ix_promise_organisation", "organisation", "status"),
    Index("ix_promise_theme", "theme", "status"),
    Index("ix_promise_status", "status"),
    Index("ix_promise_said_in", "said_in"),
)
