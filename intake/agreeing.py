"""Which rows say what is here already, whoever registered it: an export may come back in."""

from collections import Counter
from collections.abc import Collection, Mapping

from ..store.unit_of_work import UnitOfWork
from .export import register_now
from .register.rows import Row
from .row_keys import RowKey

UNTOLD = ("known", "moved_from", "moved_on")
"""The columns that no object keeps, so that they are not compared."""

Said = tuple[tuple[str, str], ...]


def agreeing(work: UnitOfWork, rows: Mapping[RowKey, Row]) -> set[RowKey]:
    """The keys of the rows that agree with the register as it stands now."""
    if not rows:
        return set()
    found: set[RowKey] = set()
    here = register_now(work, {sheet for sheet, _ in rows})
    told = {sheet: Counter(map(_said, cells)) for sheet, cells in here.items()}
    for (sheet, key), row in rows.items():
        said = _said(row.cells)
        if told[sheet][said] > 0:
            told[sheet][said] -= 1
            found.add((sheet, key))
    return found


def without(rows: Mapping[RowKey, Row], keys: Collection[RowKey]) -> dict[RowKey, Row]:
    return {key: row for key, row in rows.items() if key not in keys}


def _said(cells: Mapping[str, str]) -> Said:
    return tuple(sorted((name, text) for name, text in cells.items() if name not in UNTOLD))
