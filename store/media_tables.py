"""The tables of outlets, of what was said about the council's work, and of who speaks for it."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from ..domain.media import CoverageSort
from .tables import KEY, metadata
from .types import EdtfText, Word

outlet = Table(
    "outlet",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("longest", Integer),
    Column("lead_days", Integer),
    Column("submit_to", Text, nullable=False),
    Column("note", Text, nullable=False),
)

coverage = Table(
    "coverage",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("title", Text, nullable=False),
    Column("on", EdtfText, nullable=False),
    Column("sort", Word(CoverageSort), nullable=False),
    Column("outlet", KEY),
    Column("url", Text, nullable=False),
    Column("op_ed", KEY, index=True),
    Column("theme", KEY),
    Column("letter", KEY, index=True),
    Column("speaker", KEY),
    Column("note", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Index("ix_coverage_outlet_on", "outlet", "on"),
    Index("ix_coverage_theme_on", "theme", "on"),
    Index("ix_coverage_on", "on"),
)

speaker = Table(
    "speaker",
    metadata,
    Column("key", String(170), primary_key=True),
    Column("person", KEY, nullable=False),
    Column("theme", KEY, index=True),
    Column("area", KEY, index=True),
    Column("ended", Boolean, nullable=False),
)
