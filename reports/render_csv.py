"""The report as CSV that a Norwegian Excel opens as a table: semicolons, UTF-8 with its mark.

A title is written by others, so a cell that a spreadsheet would take for a formula is kept as text.
"""

import csv
from io import StringIO

from .render_json import COLUMNS, plain_row
from .unanswered import Unanswered

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def unanswered_csv(report: Unanswered) -> str:
    """The rows with the fields of the JSON as columns; encode as UTF-8, the mark is included."""
    written = StringIO()
    written.write(BYTE_ORDER_MARK)
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in report.rows:
        table.writerow([_cell(value) for value in plain_row(row).values()])
    return written.getvalue()


def _cell(value: str | int | None) -> str | int:
    """What stands in the cell; an apostrophe before a would-be formula (OWASP, CSV injection)."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else str(value)
