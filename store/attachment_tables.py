"""The tables of attached files: what is known of each, and apart from it the bytes, in pieces.

Lists never touch the bytes; a download reads one piece at a time, so that no process ever holds a
whole file.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from ..domain import kinds
from ..domain.attachments import FileFormat, Use
from .tables import KEY, metadata
from .types import UtcMoment, Word

attachment = Table(
    "attachment",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("kind", Word(kinds.Kind), nullable=False),
    Column("holder", KEY, nullable=False),
    Column("use", Word(Use), nullable=False),
    Column("party", KEY),
    Column("name", Text, nullable=False),
    Column("format", Word(FileFormat), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("added", UtcMoment, nullable=False),
    Column("added_by", KEY, nullable=False),
    Column("withdrawn", UtcMoment),
    Column("withdrawn_by", KEY),
    Column("why", Text, nullable=False),
    Index("ix_attachment_holder", "holder", "kind"),
)

attachment_piece = Table(
    "attachment_piece",
    metadata,
    Column("attachment", KEY, ForeignKey("attachment.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
