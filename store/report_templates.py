"""The templates of reports in Word that the secretariat has sent in: all are kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, Row, Table, Text, insert, select
from sqlalchemy.orm import Session

from .tables import KEY, metadata
from .types import UtcMoment

# An edition without content gave the built-in template back.
report_template = Table(
    "report_template",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", LargeBinary),
    Column("by", KEY, nullable=False),
    Column("at", UtcMoment, nullable=False),
)


def template_editions(session: Session, most: int) -> Sequence[Any]:
    """The newest editions, the newest first: id, name, by and at; without a name, the built-in."""
    column = report_template.c
    query = select(column.id, column.name, column.by, column.at)
    return session.execute(query.order_by(column.id.desc()).limit(most)).all()


def template_edition(session: Session, number: int) -> Row[Any] | None:
    """The edition of that number, with its bytes."""
    query = select(report_template).where(report_template.c.id == number)
    return session.execute(query).first()


def template_in_force(session: Session) -> Row[Any] | None:
    """The newest edition, with its bytes; None where the built-in template is used."""
    query = select(report_template).order_by(report_template.c.id.desc()).limit(1)
    found = session.execute(query).first()
    return found if found and found.content is not None else None


def save_template(
    session: Session, name: str, content: bytes | None, *, by: str, at: datetime
) -> None:
    """Put an edition in force; without content the built-in one. `at` is a moment in UTC."""
    row = insert(report_template).values(name=name, content=content, by=by, at=at)
    session.execute(row)
