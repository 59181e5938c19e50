"""The sheets of the points that letters raised: their columns, their rows, what must hold in one.

What became of a point by now stands beside it, what was seen of it earlier in a sheet of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.dates import Edtf
from ...domain.points import SEEN_SOMEWHERE, Uptake
from .columns import Sheet, choice, choice_or, date, key, line, one, text
from .refusal import RowError
from .rows import Row

JUDGEMENTS = Sheet(
    "judgements",
    (
        one("point", "points", required=True),
        date("seen", required=True),
        choice("uptake", Uptake),
        *line("place"),
    ),
    told_by=("point", "seen"),
)

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
    in_order=True,
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


@dataclass(frozen=True, kw_only=True)
class JudgementRow(Row):
    """What was seen of a point before what its own row tells."""

    point: str
    seen: Edtf
    uptake: Uptake
    place: str


def check_judgement(row: JudgementRow) -> Iterator[RowError]:
    if row.uptake in SEEN_SOMEWHERE and not row.place:
        yield row.wrong("place", "the place where it was taken up is missing. Write it.")


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
