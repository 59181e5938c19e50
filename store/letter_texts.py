"""The letters' texts that the secretariat has chosen: every edition is kept, the newest counts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, Integer, Row, String, Table, Text, insert, select
from sqlalchemy.orm import Session

from .tables import KEY, metadata
from .types import UtcMoment

# An edition without a text gave the usual one back.
letter_text = Table(
    "letter_text",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(20), nullable=False),
    Column("written", String(2), nullable=False),
    Column("text", Text),
    Column("by", KEY, nullable=False),
    Column("at", UtcMoment, nullable=False),
    Index("ix_letter_text_name", "name", "written"),
)


def load_editions(session: Session, name: str, written: str) -> Sequence[Row[Any]]:
    """Every edition of that letter in nb or nn, the newest first."""
    column = letter_text.c
    query = select(letter_text).where(column.name == name, column.written == written)
    return session.execute(query.order_by(column.id.desc())).all()


def load_texts(session: Session) -> dict[tuple[str, str], str]:
    """Every text in force that is not the usual one, by its letter and written standard."""
    column = letter_text.c
    query = select(column.name, column.written, column.text).order_by(column.id)
    newest = {(row.name, row.written): row.text for row in session.execute(query)}
    return {which: text for which, text in newest.items() if text is not None}


def save_text(
    session: Session, name: str, written: str, text: str | None, *, by: str, at: datetime
) -> None:
    """Put an edition in force; None gives the usual text back. `at` is a moment in UTC."""
    session.execute(insert(letter_text).values(name=name, written=written, text=text, by=by, at=at))
