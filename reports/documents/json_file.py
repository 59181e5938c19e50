"""A report as JSON: names in English, dates in ISO 8601 and EDTF, texts as they are registered.

What stands in words has beside it what a program goes by: `title` its `title_key` and `title_path`,
`kind` its `kind_code`.
"""

from collections.abc import Iterator
from typing import Any

from ..render_json import json_parts
from .cells import plain
from .document import Cell, Coded, Column, Document, Linked, Table


def json_file(document: Document) -> Iterator[bytes]:
    """One object with a final newline; each table by its name, a row as an object.

    The rows are written one by one: of very many there is never more than one in memory.
    """
    lists = ((table.name, _rows(table)) for table in document.tables)
    for part in json_parts(_head(document), lists):
        yield part.encode()


def plain_document(document: Document) -> dict[str, Any]:
    return {**_head(document), **{table.name: list(_rows(table)) for table in document.tables}}


def _head(document: Document) -> dict[str, Any]:
    period = document.period
    return {
        "report": document.name,
        "as_of": document.as_of.isoformat(),
        **(
            {"from": period[0] and period[0].isoformat(), "to": period[1].isoformat()}
            if period
            else {}
        ),
        "made_from": document.made_from,
    }


def _rows(table: Table) -> Iterator[dict[str, Any]]:
    for row in table.rows:
        cells = list(zip(table.columns, row, strict=True))
        told: dict[str, Any] = {column.name: plain(cell) for column, cell in cells}
        for column, cell in cells:
            told |= _for_programs(column, cell)
        yield told


def _for_programs(column: Column, cell: Cell) -> dict[str, Any]:
    """What stands beside the words of a cell."""
    match cell:
        case Linked():
            key = cell.key or cell.path.rpartition("/")[2]
            return {f"{column.name}_key": key, f"{column.name}_path": cell.path}
        case Coded():
            return {f"{column.name}_code": cell.code}
    return {}
