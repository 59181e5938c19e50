"""A register as files that an import reads back: a folder of CSV files, or one workbook.

What a spreadsheet would take for a formula is kept as text: in CSV by an apostrophe before it, in
a workbook by the cell's own type.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from ...domain.errors import TilsvarError
from .sheets import SHEETS
from .tables import GUARDED

Rows = Mapping[str, Sequence[Mapping[str, str]]]

LONGEST_CELL = 32_767
AS_TEXT = "@"
_FORMULA = re.compile(r"[=+\-@]")
_WIDTHS = (8, 60)


class FolderInUse(TilsvarError):
    """{path} holds {other}, which this export does not write: name another folder, or empty it."""


class FileInTheWay(TilsvarError):
    """{path} is there already: name another file, or move it elsewhere."""


class TooLongForACell(TilsvarError):
    """A cell of {sheet} is longer than Excel can hold: export to a folder of CSV files instead."""


def write_register(path: Path, rows: Rows) -> None:
    """Write one .xlsx where the path ends so, else a folder of CSV files.

    Sheets of an earlier export are replaced. Raises FolderInUse, FileInTheWay, TooLongForACell,
    and OSError where nothing can be written.
    """
    if path.suffix.casefold() == ".xlsx":
        if path.exists():
            raise FileInTheWay(path=path)
        content = workbook_bytes(rows)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return
    files = {f"{sheet}.csv": csv_text(sheet, rows[sheet]) for sheet in rows}
    if path.exists():
        if not path.is_dir():
            raise FileInTheWay(path=path)
        for other in sorted(each.name for each in path.iterdir()):
            if other not in files:
                raise FolderInUse(path=path, other=other)
    path.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8", newline="")


def csv_text(sheet: str, rows: Sequence[Mapping[str, str]]) -> str:
    """The sheet as CSV with commas: its columns by name, then a line for each row."""
    written = StringIO()
    table = csv.writer(written, lineterminator="\n")
    columns = SHEETS[sheet].column_names
    table.writerow(columns)
    for row in rows:
        table.writerow([_guarded(row[name]) for name in columns])
    return written.getvalue()


def _guarded(text: str) -> str:
    """An apostrophe before a would-be formula (OWASP, CSV injection), and before one of those."""
    return f"'{text}" if _FORMULA.match(text) or GUARDED.match(text) else text


def workbook_bytes(rows: Rows) -> bytes:
    """One workbook with a page for each sheet; every cell is text, as it stands in the register.

    A date that is typed into it later stays as it was typed: 2021-02 does not become a day. Raises
    TooLongForACell.
    """
    for sheet, found in rows.items():
        if any(len(text) >= LONGEST_CELL for row in found for text in row.values()):
            raise TooLongForACell(sheet=sheet)
    book = Workbook(write_only=True)
    for sheet, found in rows.items():
        columns = SHEETS[sheet].column_names
        page = book.create_sheet(sheet)
        page.freeze_panes = "A2"
        for place, name in enumerate(columns, 1):
            longest = max((len(row[name]) for row in found), default=0)
            width = min(max(longest, len(name), _WIDTHS[0]), _WIDTHS[1])
            page.column_dimensions[get_column_letter(place)].width = width + 2
        page.append([_cell(page, name, bold=True) for name in columns])
        for row in found:
            page.append([_cell(page, row[name]) if row[name] else None for name in columns])
    if not book.sheetnames:
        book.create_sheet(next(iter(SHEETS)))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(page: Any, text: str, *, bold: bool = False) -> Any:
    # A text that begins with an apostrophe before a formula would be read back without it.
    cell = WriteOnlyCell(page, value=f"'{text}" if GUARDED.match(text) else text)
    cell.data_type = "s"
    cell.number_format = AS_TEXT
    if bold:
        cell.font = Font(bold=True)
    return cell
