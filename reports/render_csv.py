"""Reports as CSV that a Norwegian Excel opens as a table: semicolons, UTF-8 with its mark.

A title is written by others, so a cell that a spreadsheet would take for a formula is kept as text.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

from .render_json import COLUMNS, plain_row
from .unanswered import Unanswered

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

Cell = str | int | None


def unanswered_csv(report: Unanswered) -> str:
    """The rows with the fields of the JSON as columns."""
    return csv_table(COLUMNS, map(plain_row, report.rows))


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """The rows under those columns; encode as UTF-8, the mark is included."""
    return "".join(csv_lines(columns, rows))


def csv_lines(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> Iterator[str]:
    """The same line by line, so that very many rows never stand in memory at once."""
    written = StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    written.write(BYTE_ORDER_MARK)
    table.writerow(columns)
    yield _taken_from(written)
    for row in rows:
        table.writerow([_cell(row[name]) for name in columns])
        yield _taken_from(written)


def _taken_from(written: StringIO) -> str:
    line = written.getvalue()
    written.seek(0)
    written.truncate()
    return line


def _cell(value: Cell) -> str | int:
    """What stands in the cell; an apostrophe before a would-be formula (OWASP, CSV injection)."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else str(value)
