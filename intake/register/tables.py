"""A sheet as it was written: its header and its lines, each cell a text, nothing judged yet."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from .refusal import RegisterRefused, RowError

# A would-be formula with an apostrophe before it, so that spreadsheets take it for text.
GUARDED = re.compile(r"'+[=+\-@]")

MAX_ROWS = 100_000
# What 100 000 long letters take, twelve times over; more is no register.
MAX_BYTES = 300_000_000

Progress = Callable[[str, int, int], None]
"""Called now and then with a sheet, the rows done, and the rows in all (0: not known)."""

PROGRESS_STEP = 1_000
MAX_COLUMNS = 200


@dataclass(frozen=True)
class Table:
    """A sheet in a file; `lines` are its rows that are not blank, with their numbers from 1."""

    sheet: str
    file: str
    header: list[str]
    lines: list[tuple[int, list[str]]]


def unguarded(text: str) -> str:
    """The text of a cell without the apostrophe that keeps a spreadsheet from computing it."""
    return text[1:] if GUARDED.match(text) else text


class Unreadable(Exception):
    """A file that cannot be read as a table; `error` says why."""

    def __init__(self, file: str, problem: str, line: int | None = None) -> None:
        """Take the file's name and what is wrong with it, as a RowError does."""
        super().__init__(problem)
        self.error = RowError(file, line, None, "", problem)


def too_many_rows(file: str) -> RegisterRefused:
    """The refusal that stops all further reading."""
    limit = f"{MAX_ROWS:,}".replace(",", " ")
    problem = (
        f"holds more than {limit} rows, so nothing was read. Divide it, and import the parts one "
        "after the other."
    )
    return RegisterRefused([RowError(file, None, None, "", problem)])
