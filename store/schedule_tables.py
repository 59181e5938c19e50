"""The reports that are sent at fixed times, and each time that one went out."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, Integer, String, Table, Text, insert, select
from sqlalchemy.orm import Session

from ..domain.scheduled_reports import Rhythm, Span
from .tables import KEY, metadata
from .types import KeysText, UtcMoment, Word

scheduled_report = Table(
    "scheduled_report",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("report", KEY, nullable=False),
    Column("span", Word(Span), nullable=False),
    Column("ending", String(10), nullable=False),
    Column("rhythm", Word(Rhythm), nullable=False),
    Column("days_before", Integer, nullable=False),
    Column("people", KeysText, nullable=False),
    Column("roles", KeysText, nullable=False),
    Column("since", Date, nullable=False),
    Column("note", Text, nullable=False),
    Column("stopped", Boolean, nullable=False),
    Column("last", Date),
    Column("version", Integer, nullable=False),
)

report_sending = Table(
    "report_sending",
    metadata,
    Column("schedule", KEY, primary_key=True),
    Column("due", Date, primary_key=True),
    Column("since", Date),
    Column("at", UtcMoment, nullable=False),
    Column("readers", Integer, nullable=False),
)


@dataclass(frozen=True)
class Sending:
    """That a report went out for the day `due`, at a moment in UTC, to so many readers.

    `since` is the day from which it told, None where there was none before it.
    """

    schedule: str
    due: date
    since: date | None
    at: datetime
    readers: int


def add_sending(session: Session, found: Sending) -> None:
    """Keep it. The database refuses a second one for the same day."""
    session.execute(insert(report_sending).values(vars(found)))


def sending_of(session: Session, schedule: str, due: date) -> Sending | None:
    """The one for that day."""
    column = report_sending.c
    query = select(report_sending).where(column.schedule == schedule, column.due == due)
    row = session.execute(query).first()
    return None if row is None else Sending(*row)
