"""One CSV file as a table: its encoding and its separator are seen from what is in it."""

import csv
import io
import re
from pathlib import Path

from .tables import MAX_BYTES, MAX_ROWS, Table, Unreadable, too_many_rows, unguarded

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_QUOTED = re.compile(r'"[^"]*"')
SAVE_AS = 'Save it as "CSV UTF-8".'


def read_delimited(path: Path, sheet: str) -> tuple[Table, list[str]]:
    """The table in a CSV file, and a note where its encoding had to be assumed.

    Raises Unreadable, or RegisterRefused for more than 100 000 rows.
    """
    text, notes = _text(path)
    separator = _separator(text, path.name)
    # `newline=""` leaves the line breaks inside quotation marks to the reader.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    header: list[str] | None = None
    lines: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if header is None:
                header = cells
            elif any(cells):
                lines.append((begins, [unguarded(cell) for cell in cells]))
                if len(lines) > MAX_ROWS:
                    raise too_many_rows(path.name)
            begins = reader.line_num + 1
    except csv.Error as error:
        problem = (
            f"the row that begins here cannot be read as CSV ({error}). Put a text that holds "
            "quotation marks, separators or line breaks in quotation marks, and double those in it."
        )
        raise Unreadable(path.name, problem, begins) from None
    return Table(sheet, path.name, header or [], lines), notes


def _text(path: Path) -> tuple[str, list[str]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(path.name, f"is larger than {MAX_BYTES // 1_000_000} MB. Divide it.")
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(path.name, f"cannot be opened ({error.strerror}).") from None
    if data.startswith(_UTF_16):
        raise Unreadable(path.name, f"is written in UTF-16, which is not read. {SAVE_AS}")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"is neither UTF-8 nor Windows-1252 (byte {data[error.start]:#04x}). {SAVE_AS}"
        raise Unreadable(path.name, problem, line) from None
    return text, [f"{path.name}: read as Windows-1252, since it is not UTF-8."]


def _separator(text: str, file: str) -> str:
    unquoted = _QUOTED.sub("", text[:10_000])
    header = next(iter(unquoted.splitlines()), "")
    commas, semicolons = header.count(","), header.count(";")
    if "\t" in header and not commas and not semicolons:
        raise Unreadable(file, f"has tabs between its columns. {SAVE_AS}", 1)
    return ";" if semicolons > commas else ","
