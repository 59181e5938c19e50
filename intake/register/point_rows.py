"""The sheet of the points that letters raised: its columns, its rows, and what must hold in one."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.dates import Edtf
from ...domain.points import SEEN_SOMEWHERE, Uptake
from .columns import Sheet, choice_or, date, key, line, one, text
from .refusal import RowError
from .rows import Row

POINTS = Sheet(
    "points",
    (
        key("key"),
        one("letter", "letters", required=True),
        text("text", required=True),
        choice_or("uptake", Uptake.UNKNOWN),
        *line("place"),
        date("seen"),
    ),
    key="key",
)


@dataclass(frozen=True, kw_only=True)
class PointRow(Row):
    """A point of a letter. `uptake` is what became of it, as seen on the date, at that place."""

    key: str
    letter: str
    text: str
    uptake: Uptake
    place: str
    seen: Edtf | None


def check_point(row: PointRow) -> Iterator[RowError]:
    """Everything that is wrong with the row by itself."""
    if row.uptake in SEEN_SOMEWHERE and not row.place:
        yield row.wrong("place", "the place where it was taken up is missing. Write it.")
    if row.uptake is Uptake.UNKNOWN:
        for column in ("place", "seen"):
            if row.cells[column]:
                yield row.wrong(column, "says what became of it. Write that as its uptake.")
    elif not row.seen:
        yield row.wrong("seen", "the day on which it was seen is missing. Write it as 2021-08.")
