"""Op-eds as facts; and their way from outlet to outlet, as facts and as rows.

The row of an op-ed tells where it stands, so that it enters before how it came there.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from ..commands.op_eds import enter_submission, start_op_ed, update_op_ed
from ..domain.dates import Edtf
from ..domain.kinds import OpEdStatus
from ..domain.op_eds import OpEd, Submission
from ..store.unit_of_work import UnitOfWork
from .fact import BEGINNING, Enter, Fact
from .known_days import KnownDays
from .register.cells import written
from .register.reader import Register
from .register.rows import OpEdRow
from .register.sheets import SHEETS
from .register.submission_rows import SubmissionRow, in_turn
from .row_keys import row_name

Cells = dict[str, str]


def op_ed_facts(row: OpEdRow) -> Iterator[Fact]:
    """It began, and it came to where it stands."""
    known = row.known or row.published
    day = known.last if known else BEGINNING
    enter: Enter = partial(
        _start,
        key=row.id,
        title=row.title,
        status=OpEdStatus.IDEA if row.status is OpEdStatus.IDEA else OpEdStatus.DRAFT,
        on=day if known else None,
        outlet=row.outlet,
        area=row.area,
        cosigners=row.cosigners,
        reaction=row.reaction,
        responsible=row.responsible,
        source=row.source,
    )
    yield Fact(day, 6, "opeds", row.id, row, enter, assumed=row.known is None)
    if row.status not in (OpEdStatus.IDEA, OpEdStatus.DRAFT):
        on = row.published or row.known
        if on and row.comments_by and row.comments_by < on.first:
            # It was worked on after the members had had their say.
            on = Edtf.on(row.comments_by)
        enter = partial(
            update_op_ed,
            op_ed=row.id,
            status=row.status,
            outlet=row.outlet,
            on=on,
            comments_by=row.comments_by,
            leaps=True,
        )
        yield Fact(max(day, on.last) if on else day, 7, "opeds", row.id, row, enter)


def _start(work: UnitOfWork, *, on: date | None, **told: Any) -> None:
    """Begin it; of an imprecise date on which it was known, the days until today count."""
    start_op_ed(work, on=on and min(on, work.today), **told)


def submission_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of the sheet; a turn comes after those with lower numbers."""
    latest: dict[str, date] = {
        each.id: max((day.last for day in (each.known, each.published) if day), default=BEGINNING)
        for each in register.opeds
    }
    for step, row in enumerate(in_turn(register.rows("submissions", SubmissionRow))):
        ended = row.answered.last if row.answered else row.sent
        held_up = latest.get(row.op_ed, BEGINNING)
        latest[row.op_ed] = days.after("submissions", row, row.sent, ended, held_up)
        name = row_name(SHEETS["submissions"], row.cells)
        enter = partial(enter_row, row=row)
        yield Fact(latest[row.op_ed], 9, "submissions", name, row, enter, step=step)


def enter_row(work: UnitOfWork, *, row: SubmissionRow) -> None:
    told = Submission(row.outlet, row.sent, row.outcome, row.answered)
    enter_submission(work, op_ed=row.op_ed, number=row.number, told=told)


def correct_submission(work: UnitOfWork, row: SubmissionRow, _before: Mapping[str, str]) -> None:
    enter_row(work, row=row)


def submission_rows(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    """Every outlet's turn with every op-ed."""
    for found in work.all(OpEd):
        for number, each in enumerate(found.submissions, 1):
            told = {"op_ed": found.key, "number": str(number)}
            yield "submissions", told | _turn(each)


def submission_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    found, number = work.look(OpEd, before["op_ed"]), int(before["number"])
    return (
        _turn(found.submissions[number - 1]) if found and number <= len(found.submissions) else {}
    )


def _turn(each: Submission) -> Cells:
    return {
        "outlet": each.outlet or "",
        "sent": written(each.sent),
        "outcome": each.outcome.value,
        "answered": each.answered.text if each.answered else "",
    }
