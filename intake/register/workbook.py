"""One .xlsx workbook as tables: each cell becomes the text that a CSV file would hold."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from .refusal import RowError
from .tables import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    PROGRESS_STEP,
    Progress,
    Table,
    Unreadable,
    too_many_rows,
    unguarded,
)

_MAX_PARTS = 2_000
_LAST_ROW_OF_EXCEL = 1_048_576
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
# A file that is damaged shows in any of these, deep inside the library.
_DAMAGED = (
    OSError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    RuntimeError,
    zlib.error,
)
_NO_WORKBOOK = (
    "is no .xlsx workbook that can be read ({why}). Save it as .xlsx, without a password."
)


def read_workbook(
    path: Path, sheets: dict[str, str], progress: Progress | None
) -> tuple[list[Table], list[RowError]]:
    """The tables of a workbook, and an error for each of its sheets that no register has.

    `sheets` gives the register's name of a sheet by its name in lower case. Raises Unreadable, or
    RegisterRefused for a sheet of more than 100 000 rows.
    """
    try:
        with path.open("rb") as file, warnings.catch_warnings():
            # The library warns of what it leaves out: colours, rules for what may be typed.
            warnings.simplefilter("ignore")
            _refuse_bomb(file, path.name)
            return _tables(file, path.name, sheets, progress)
    except Unreadable:
        raise
    except _DAMAGED as error:
        # The library has errors of its own without a reason of the system's among these.
        why = error.strerror if isinstance(error, OSError) else None
        problem = _NO_WORKBOOK.format(why=why or type(error).__name__)
        raise Unreadable(path.name, problem) from None


def _refuse_bomb(file: Any, name: str) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = archive.infolist()
    # The size that a part claims is the most that is ever unpacked of it.
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_BYTES:
        raise Unreadable(
            name, f"unpacks to more than {MAX_BYTES // 1_000_000} MB, so it was not opened."
        )
    file.seek(0)


def _tables(
    file: Any, name: str, sheets: dict[str, str], progress: Progress | None
) -> tuple[list[Table], list[RowError]]:
    tables: list[Table] = []
    errors: list[RowError] = []
    with closing(load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book:
        for worksheet in book.worksheets:
            title = worksheet.title.strip()
            sheet = sheets.get(title.casefold())
            if sheet is None:
                known = ", ".join(sheets.values())
                problem = f"is not a sheet of a register. Name it as one of {known}, or delete it."
                errors.append(RowError(name, None, None, title, problem))
                continue
            tables.append(_table(worksheet, sheet, f"{name} ({sheet})", progress))
    return tables, errors


def _table(worksheet: Any, sheet: str, file: str, progress: Progress | None) -> Table:
    total = min(worksheet.max_row or 0, MAX_ROWS)
    # The size that the sheet claims is often wrong, and padded to.
    worksheet.reset_dimensions()
    header: list[str] = []
    lines: list[tuple[int, list[str]]] = []
    with closing(worksheet.iter_rows()) as rows:
        for number, cells in _numbered(rows, file):
            texts = [unguarded(cell_text(cell)) for cell in cells]
            if number == 1:
                header = texts
            elif any(texts):
                lines.append((number, texts))
                if len(lines) > MAX_ROWS:
                    raise too_many_rows(file)
                if progress and len(lines) % PROGRESS_STEP == 0:
                    progress(sheet, len(lines), max(total, len(lines)))
    return Table(sheet, file, header, lines)


def _numbered(rows: Iterator[tuple[Any, ...]], file: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
    for number, cells in enumerate(rows, start=1):
        if number > _LAST_ROW_OF_EXCEL or len(cells) > MAX_COLUMNS:
            raise Unreadable(file, "is wider or longer than any register. Delete what is outside.")
        yield number, cells


def cell_text(cell: Any) -> str:
    """The text of a cell: dates as ISO days, as months where their format shows no day."""
    match cell.value:
        case None:
            text = ""
        case bool(value):
            text = "yes" if value else "no"
        case float(value):
            text = f"{value:.15g}"
        case datetime() as moment:
            text = _date_text(moment, cell.number_format)
        case time() as clock:
            text = f"{clock:%H:%M}"
        case value:
            text = str(value)
    return text


def _date_text(moment: datetime, number_format: str) -> str:
    shows = _shown(number_format)
    if shows == "year":
        return f"{moment:%Y}"
    if shows == "month":
        return f"{moment:%Y-%m}"
    # Hours are fractions of a day in a spreadsheet: 10:00 may be stored a moment too early.
    minute = moment + timedelta(seconds=30)
    if shows == "hour" and minute.time().replace(second=0, microsecond=0) != time():
        return f"{minute:%Y-%m-%dT%H:%M}"
    return f"{moment:%Y-%m-%d}"


@lru_cache
def _shown(number_format: str) -> str:
    code = _NOT_SHOWN.sub("", number_format.partition(";")[0]).lower()
    # A moment that is stored as such, not as a number, has the general format.
    if "h" in code or code == "general":
        return "hour"
    if "d" in code or not ("y" in code or "m" in code):
        return "day"
    return "month" if "m" in code else "year"
