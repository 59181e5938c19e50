"""The reports that were frozen: rows and files that are only ever added."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    Date,
    Index,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    insert,
    select,
)
from sqlalchemy.orm import Session

from ..domain.snapshots import FrozenFile, Snapshot
from .tables import KEY, metadata
from .types import JsonText, UtcMoment

snapshot = Table(
    "snapshot",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("report", KEY, nullable=False),
    Column("as_of", Date, nullable=False),
    # Null where a person has frozen it, so that only the quarters have to differ.
    Column("quarter", String(7)),
    Column("at", UtcMoment, nullable=False),
    Column("by", KEY, nullable=False),
    Column("note", Text, nullable=False),
    Column("rows", JsonText, nullable=False),
    UniqueConstraint("report", "quarter"),
    Index("ix_snapshot_report_as_of", "report", "as_of"),
)

frozen_file = Table(
    "frozen_file",
    metadata,
    Column("snapshot", KEY, primary_key=True),
    Column("ending", String(10), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
)
_COLUMN, _FILE = snapshot.c, frozen_file.c


def add_snapshot(session: Session, found: Snapshot, files: Sequence[FrozenFile]) -> None:
    """Keep it. The database refuses a second one of the same key, or of the same quarter."""
    values = {each.name: getattr(found, each.name) for each in snapshot.columns}
    values["quarter"], values["rows"] = found.quarter or None, list(found.rows)
    session.execute(insert(snapshot).values(values))
    session.execute(
        insert(frozen_file),
        [
            {
                "snapshot": found.key,
                "ending": each.ending,
                "digest": each.digest,
                "content": each.content,
            }
            for each in files
        ],
    )


def is_frozen(session: Session, report: str, quarter: str) -> bool:
    """Whether the list of that quarter is there."""
    query = select(_COLUMN.key).where(_COLUMN.report == report, _COLUMN.quarter == quarter)
    return session.execute(query).first() is not None


def snapshots_as_of(session: Session, report: str, day: date) -> list[Snapshot]:
    """All of a report as of that day."""
    query = select(snapshot).where(_COLUMN.report == report, _COLUMN.as_of == day)
    return [_snapshot(session, row) for row in session.execute(query).all()]


def list_snapshots(session: Session, report: str) -> list[Snapshot]:
    """All of a report, the newest first."""
    query = select(snapshot).where(_COLUMN.report == report)
    rows = session.execute(query.order_by(_COLUMN.as_of.desc(), _COLUMN.at.desc(), _COLUMN.key))
    return [_snapshot(session, row) for row in rows.all()]


def snapshot_of(session: Session, key: str) -> Snapshot | None:
    row = session.execute(select(snapshot).where(_COLUMN.key == key)).first()
    return None if row is None else _snapshot(session, row)


def snapshot_before(session: Session, report: str, day: date) -> Snapshot | None:
    """The last one as of a day before that; of several of one day the one frozen last."""
    query = select(snapshot).where(_COLUMN.report == report, _COLUMN.as_of < day)
    latest = query.order_by(_COLUMN.as_of.desc(), _COLUMN.at.desc()).limit(1)
    row = session.execute(latest).first()
    return None if row is None else _snapshot(session, row)


def file_of(session: Session, key: str, ending: str) -> FrozenFile | None:
    """Its file as it was written."""
    query = select(_FILE.content).where(_FILE.snapshot == key, _FILE.ending == ending)
    content = session.execute(query).scalar_one_or_none()
    return None if content is None else FrozenFile(ending, bytes(content))


def _snapshot(session: Session, row: Row[Any]) -> Snapshot:
    query = select(_FILE.ending, _FILE.digest).where(_FILE.snapshot == row.key)
    values = {each.name: getattr(row, each.name) for each in snapshot.columns}
    values["quarter"], values["rows"] = row.quarter or "", tuple(row.rows)
    return Snapshot(**values, files={each.ending: each.digest for each in session.execute(query)})
