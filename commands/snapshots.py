"""Freezing a report: what was written is kept as it is, and never written again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..domain.events import SnapshotFrozen
from ..domain.snapshots import (
    FrozenAhead,
    FrozenAlready,
    FrozenFile,
    FrozenUnchanged,
    Quarter,
    Snapshot,
)
from ..store.report_tables import add_snapshot, is_frozen, snapshots_as_of
from ..store.unit_of_work import UnitOfWork
from .keys import take_turn


def keep_snapshot(
    work: UnitOfWork,
    *,
    report: str,
    as_of: date,
    rows: Sequence[Mapping[str, Any]],
    files: Sequence[FrozenFile],
    quarter: Quarter | None = None,
    note: str = "",
) -> Snapshot:
    """Keep a report with its files, as of a day in Oslo; `quarter` where the clock freezes it.

    Raises FrozenAhead, FrozenAlready for a quarter that has been frozen, and FrozenUnchanged where
    a person would freeze the same once more.
    """
    if as_of > work.today:
        raise FrozenAhead(as_of=as_of)
    take_turn(work, "snapshot")
    name = quarter.name if quarter else ""
    if name and is_frozen(work.session, report, name):
        raise FrozenAlready(quarter=name)
    before = snapshots_as_of(work.session, report, as_of)
    if not name and any(list(each.rows) == list(rows) for each in before):
        raise FrozenUnchanged(as_of=as_of)
    number = len(before) + 1
    found = Snapshot(
        as_of.isoformat() if number == 1 else f"{as_of}-{number}",
        report,
        as_of,
        name,
        work.now,
        work.by,
        note.strip(),
        tuple(rows),
        {each.ending: each.digest for each in files},
    )
    add_snapshot(work.session, found, files)
    work.record(SnapshotFrozen(found.key, as_of, name))
    return found
