"""The tables of themes, of what was decided about them, and of their measures."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from ..domain.measures import MeasureStatus
from ..domain.stages import DecisionPoint, Outcome, Stage
from .tables import KEY, metadata
from .types import EdtfText, Word

theme = Table(
    "theme",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("title", Text, nullable=False),
    Column("touched", Date, nullable=False),
    Column("area", KEY),
    Column("told", Word(Stage)),
    Column("stage", Word(Stage)),
    Column("plan", Text, nullable=False),
    Column("goal", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("responsible", KEY),
    Column("touches", Integer, nullable=False),
    Column("set_aside", Boolean, nullable=False),
    Index("ix_theme_area", "area"),
)

theme_decision = Table(
    "theme_decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("theme_key", KEY, ForeignKey("theme.key"), nullable=False, index=True),
    Column("point", Word(DecisionPoint), nullable=False),
    Column("outcome", Word(Outcome), nullable=False),
    Column("on", EdtfText, nullable=False),
    Column("by", KEY, nullable=False),
    Column("meeting", KEY),
    Column("case", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("why", Text, nullable=False),
    Column("in_force", Boolean, nullable=False),
)

measure = Table(
    "measure",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("theme", KEY, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("owner", KEY),
    Column("responsible", KEY),
    Column("status", Word(MeasureStatus), nullable=False),
    Column("follow_up", EdtfText),
    Column("done_on", EdtfText),
    Column("why", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("version", Integer, nullable=False),
)
