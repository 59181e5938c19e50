"""One table to rows: the header is checked once, then each cell by its column."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from ...domain.kinds import LetterKind
from .cells import CellRefused, Surroundings, read_cell, tidied, written
from .columns import Column, Sheet
from .refusal import RowError, listed, nearest
from .row_types import ROW_TYPES
from .rows import LetterRow, Row
from .tables import MAX_COLUMNS, PROGRESS_STEP, Progress, Table


class Place(NamedTuple):
    """Where a row stands."""

    file: str
    line: int


@dataclass(frozen=True)
class Header:
    """The columns of a table by place (None: a column to pass over), and what is wrong there."""

    columns: list[Column | None]
    errors: list[RowError]

    def place(self, name: str) -> int | None:
        """Where the column with that name stands."""
        return next(
            (at for at, each in enumerate(self.columns) if each and each.name == name), None
        )


def read_header(sheet: Sheet, table: Table) -> Header:
    """Match the names in the first line with the sheet's columns, case and spaces aside."""
    columns: list[Column | None] = []
    errors: list[RowError] = []
    known = {column.name: column for column in sheet.columns}
    names = [" ".join(name.split()).casefold() for name in table.header]
    while names and not names[-1]:  # spreadsheets leave separators behind the last column
        names.pop()
    if len(names) > MAX_COLUMNS:
        problem = f"has {len(names)} columns; {sheet.name} has {len(known)}: {', '.join(known)}."
        return Header([], [RowError(table.file, 1, None, "", problem)])
    for place, name in enumerate(names, start=1):
        column = known.get(name)
        if not name:
            problem = "the column has no name, but columns to the right of it do. Name it."
            errors.append(RowError(table.file, 1, f"column {place}", "", problem))
        elif column is None:
            near = nearest(name, known)
            advice = f'Did you mean "{near}"? ' if near else ""
            problem = (
                f"is not a column of {sheet.name}. {advice}Its columns are {', '.join(known)}."
            )
            errors.append(RowError(table.file, 1, f"column {place}", name, problem))
        elif column in columns:
            first = columns.index(column) + 1
            problem = f"is also the name of column {first}. Keep one of them."
            errors.append(RowError(table.file, 1, f"column {place}", name, problem))
            column = None
        columns.append(column)
    if not names:
        problem = f"the first line must name the columns: {', '.join(known)}."
        errors.append(RowError(table.file, 1, "column 1", "", problem))
    elif missing := [each.name for each in sheet.columns if each.required and each not in columns]:
        problem = f"the column is missing. Add it: {listed(sheet.column_names)} can stand here."
        errors += (RowError(table.file, 1, name, "", problem) for name in missing)
    return Header(columns, errors)


def keys_of(sheet: Sheet, table: Table, header: Header) -> tuple[dict[str, int], list[RowError]]:
    """The line of each key; and an error for each key that stands a second time."""
    lines: dict[str, int] = {}
    errors: list[RowError] = []
    place = header.place(sheet.key) if sheet.key else None
    if sheet.key is None or place is None:
        return lines, errors
    for line, cells in table.lines:
        try:
            key = tidied(cells[place]) if place < len(cells) else ""
        except CellRefused:  # reported where the cell is read
            continue
        if not key:
            continue
        first = lines.setdefault(key, line)
        if first != line:
            problem = f"is already on line {first}. Give one of the two rows another {sheet.key}."
            errors.append(RowError(table.file, line, sheet.key, key, problem))
    return lines, errors


def read_rows(
    sheet: Sheet,
    table: Table,
    header: Header,
    around: Surroundings,
    progress: Progress | None,
) -> tuple[list[Row], list[RowError]]:
    """The rows that can be read, and an error for each cell that cannot."""
    rows: list[Row] = []
    errors: list[RowError] = []
    if not header.columns:
        return rows, errors
    absent = {
        column.field: read_cell(column, "", around)
        for column in sheet.columns
        if column not in header.columns and not column.required
    }
    for done, (line, cells) in enumerate(table.lines, start=1):
        values, wrong = _values(Place(table.file, line), cells, header, around)
        errors += wrong
        if not wrong and not header.errors:
            rows.append(_row(sheet, Place(table.file, line), absent | values))
        if progress and (done % PROGRESS_STEP == 0 or done == len(table.lines)):
            progress(sheet.name, done, len(table.lines))
    return rows, errors


def told_twice(sheet: Sheet, rows: Iterable[Row]) -> Iterator[RowError]:
    """An error for each row that says of the same thing what an earlier one says already."""
    if not sheet.told_by or sheet.alike:
        return
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        cells = {name: row.cells[name] for name in sheet.told_by}
        first = seen.setdefault(tuple(cells.values()), row)
        if first is not row:
            column = next(name for name in reversed(cells) if cells[name])
            others = " and ".join(name for name in cells if name != column)
            problem = f"stands on line {first.line} already, with the same {others}. Keep one."
            yield row.wrong(column, problem)


def _values(
    at: Place, cells: list[str], header: Header, around: Surroundings
) -> tuple[dict[str, Any], list[RowError]]:
    values: dict[str, Any] = {}
    errors: list[RowError] = []
    for place, column in enumerate(header.columns):
        if column is None:
            continue
        text = cells[place] if place < len(cells) else ""
        try:
            values[column.field] = read_cell(column, text, around)
        except CellRefused as refused:
            value = text if refused.value is None else refused.value
            errors.append(RowError(at.file, at.line, column.name, value, refused.problem))
    width = len(header.columns)
    for place, text in enumerate(cells[width:], start=width + 1):
        if text.strip():
            problem = (
                f"stands to the right of the last of the {width} columns. Name its column, delete "
                "it, or put a text that holds the separator in quotation marks."
            )
            errors.append(RowError(at.file, at.line, f"column {place}", text, problem))
            break
    return values, errors


def _row(sheet: Sheet, at: Place, values: dict[str, Any]) -> Row:
    row_type = ROW_TYPES[sheet.name]
    if row_type is LetterRow and values["reply_expected"] is None:
        values["reply_expected"] = values["kind"] is not LetterKind.SUBMISSION
    cells = MappingProxyType(
        {column.name: written(values[column.field]) for column in sheet.columns}
    )
    return row_type(file=at.file, line=at.line, cells=cells, **values)
