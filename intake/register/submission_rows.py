"""The sheet of which outlets had an op-ed: its columns, its rows, what must hold of them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ...domain.dates import Edtf
from ...domain.kinds import OpEdStatus, SubmissionOutcome
from .columns import Column, Sheet, Value, choice_or, date, one
from .refusal import RowError
from .rows import OpEdRow, Row

SUBMISSIONS = Sheet(
    "submissions",
    (
        one("op_ed", "opeds", required=True),
        Column("number", Value.NUMBER, required=True),
        one("outlet", "organisations"),
        Column("sent", Value.DAY, required=True),
        choice_or("outcome", SubmissionOutcome.WAITING),
        date("answered"),
    ),
    told_by=("op_ed", "number"),
)


@dataclass(frozen=True, kw_only=True)
class SubmissionRow(Row):
    """One outlet's turn with an op-ed: when it got it, what it said, and when.

    `number` is the place of that turn, counted from 1.
    """

    op_ed: str
    number: int
    outlet: str | None
    sent: dt.date
    outcome: SubmissionOutcome
    answered: Edtf | None

    @property
    def waits(self) -> bool:
        return self.outcome is SubmissionOutcome.WAITING


def in_turn(rows: Iterable[SubmissionRow]) -> list[SubmissionRow]:
    """The rows of each op-ed in the order of their numbers."""
    return sorted(rows, key=lambda row: (row.op_ed, row.number))


def check_submissions(
    rows: Iterable[SubmissionRow], op_eds: Iterable[OpEdRow]
) -> Iterator[RowError]:
    """Everything that is wrong with these rows, in their order and beside the op-ed's own row."""
    status = {each.id: each.status for each in op_eds}
    for key, turns in groupby(in_turn(rows), key=lambda row: row.op_ed):
        *earlier, last = turns
        for place, row in enumerate((*earlier, last), 1):
            if row.number != place:
                yield row.wrong("number", f"does not follow the one before. Write {place}.")
            if row.waits and row.answered:
                problem = "is the day of an answer that is missing. Write it as the outcome."
                yield row.wrong("answered", problem)
        for row in earlier:
            if row.waits:
                yield row.wrong("outcome", "cannot be: another outlet got it later. Correct it.")
        if key not in status:
            problem = "has no row of its own. Add it to the sheet opeds, where its status stands."
            yield last.wrong("op_ed", problem)
        elif last.waits != (status[key] is OpEdStatus.SUBMITTED):
            problem = f"does not go with {key}, which is {status[key]}. Correct one of them."
            yield last.wrong("outcome", problem)
