"""A report as CSV for a Norwegian Excel; several tables stand under each other, told apart."""

from collections.abc import Iterator

from ..render_csv import csv_lines
from .cells import plain
from .document import Document

PART = "table"


def csv_file(document: Document) -> Iterator[bytes]:
    """Every row of every table under the columns of them all; encoded as UTF-8 with its mark."""
    tables = document.tables
    names = dict.fromkeys(column.name for table in tables for column in table.columns)
    columns = (*((PART,) if len(tables) > 1 else ()), *names)
    rows = (
        dict.fromkeys(columns)
        | {PART: table.name}
        | {column.name: plain(cell) for column, cell in zip(table.columns, row, strict=True)}
        for table in tables
        for row in table.rows
    )
    return (line.encode() for line in csv_lines(columns, rows))
