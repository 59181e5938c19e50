"""The sheet of drafts that went to the members: its columns, its rows, what must hold of them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from .columns import Column, Sheet, Value, number, text, thing
from .refusal import RowError
from .rows import Row

CIRCULATIONS = Sheet(
    "circulations",
    (
        thing("thing", "opeds", "consultations", required=True),
        Column("number", Value.NUMBER, required=True),
        number("edition"),
        Column("on", Value.DAY),
        text("text"),
    ),
    told_by=("thing", "number"),
)


@dataclass(frozen=True, kw_only=True)
class CirculationRow(Row):
    """A text that the members got to read on a day; `number` is its place among those of the draft.

    Without a text they got it in another way, or once more: then the row tells of the edition.
    """

    thing: str
    number: int
    edition: int | None
    on: dt.date | None
    text: str

    @property
    def of_edition(self) -> int:
        return self.edition or 1


def in_turn(rows: Iterable[CirculationRow]) -> list[CirculationRow]:
    """The rows of each thing in the order of their numbers."""
    return sorted(rows, key=lambda row: (row.thing, row.number))


def check_circulations(rows: Iterable[CirculationRow]) -> Iterator[RowError]:
    """Everything that is wrong with these rows, by themselves and in their order."""
    ordered = in_turn(rows)
    for row in ordered:
        for column in ("number", "edition"):
            if row.cells[column] and int(row.cells[column]) == 0:
                yield row.wrong(column, "is no number to count from. Write 1 for the first one.")
        if row.text and not row.on:
            problem = "the day on which the members got it is missing. Write it as 2021-02-28."
            yield row.wrong("on", problem)
        if row.on and not row.text:
            yield row.wrong("on", "is the day of a text that is missing. Write it, or delete this.")
    for earlier, later in pairwise(ordered):
        if earlier.thing == later.thing and later.of_edition < earlier.of_edition:
            problem = (
                f"is an earlier edition than line {earlier.line} with the number {earlier.number}. "
                "Correct one of them."
            )
            yield later.wrong("edition", problem)
