"""Reports as CSV that a Norwegian Excel opens as a table: semicolons, UTF-8 with its mark.

A title is written by others, so a cell that a spreadsheet would take for a formula is kept as text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .render_json import COLUMNS, plain_row
from .unanswered import Unanswered

BYTE_ORDER_MARK = "\ufeff"
_PASSED_OVER = r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*"
_FORMULA = re.compile(
    rf"^{_PASSED_OVER}(?=[=+\-@＝＋－＠])|(?<=[;,])(?=[+\-＋－])|(?<=[;,]){_PASSED_OVER}(?=[=@＝＠])"
)
"""Where a spreadsheet may begin to read a formula; it may pass over spaces, and read wide signs.

Whoever opens the file by other signs than it is parted by has a new cell after each of them.
"""

_BREAK = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")
_QUOTED = re.compile('[;,"]')

Cell = str | int | None


def unanswered_csv(report: Unanswered) -> str:
    """The rows with the fields of the JSON as columns."""
    return "".join(unanswered_csv_lines(report))


def unanswered_csv_lines(report: Unanswered) -> Iterator[str]:
    """The same line by line."""
    return csv_lines(COLUMNS, map(plain_row, report.rows))


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """The rows under those columns; encode as UTF-8, the mark is included."""
    return "".join(csv_lines(columns, rows))


def csv_lines(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> Iterator[str]:
    """The same line by line, so that very many rows never stand in memory at once."""
    yield BYTE_ORDER_MARK + _line(columns)
    for row in rows:
        yield _line([row[name] for name in columns])


def _line(cells: Iterable[Cell]) -> str:
    return ";".join(map(_cell, cells)) + "\r\n"


def _cell(value: Cell) -> str:
    """What stands in the cell, on one line, however many it has.

    An apostrophe stands before a would-be formula (OWASP, CSV injection).
    """
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    plain = value.isprintable()
    line = value if plain else _BREAK.sub(" · ", value.strip()).replace("\t", " ")
    text = _FORMULA.sub(r"\g<0>'", line)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
