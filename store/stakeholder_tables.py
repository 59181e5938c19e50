"""The tables of stakeholders with their stances, and of the contacts at organisations.

Names and addresses of people at organisations stand in `contact` only, and in the search's index.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from ..domain.stakeholders import Level, StakeholderRole, StanceValue
from .tables import KEY, metadata
from .types import EdtfText, KeysText, Word

stakeholder = Table(
    "stakeholder",
    metadata,
    Column("key", String(165), primary_key=True),
    Column("theme", KEY, nullable=False),
    Column("organisation", KEY, nullable=False),
    Column("role", Word(StakeholderRole), nullable=False),
    Column("responsibility", Text, nullable=False),
    Column("influence", Word(Level)),
    Column("interest", Word(Level)),
    Column("known_by", KeysText, nullable=False),
    Column("source", Text, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("why", Text, nullable=False),
    Column("heard", Date),
    Column("hearings", Integer, nullable=False),
    Column("awaited", Date),
    Column("stance_version", Integer, nullable=False),
    Index("ix_stakeholder_theme", "theme"),
    Index("ix_stakeholder_organisation", "organisation"),
)

stance = Table(
    "stance",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stakeholder_key", ForeignKey("stakeholder.key"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("stance", Word(StanceValue), nullable=False),
    Column("as_of", EdtfText, nullable=False),
    Column("source", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("why", Text, nullable=False),
)

contact = Table(
    "contact",
    metadata,
    Column("key", String(90), primary_key=True),
    Column("organisation", KEY, nullable=False, index=True),
    Column("function", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("themes", KeysText, nullable=False),
    Column("erased", Boolean, nullable=False),
)
