"""What the register says besides of its letters, meetings and drafts, put together in one place.

How an answer was closed or put off, who was at a meeting, what the members had to read, which
outlets had an op-ed, what everybody is shown, and what was seen of a point earlier.
"""

from collections.abc import Callable, Iterator, Mapping

from ..domain.letters import Letter
from ..store.unit_of_work import UnitOfWork
from .fact import Fact
from .facts_of_answers import (
    answer_date_now,
    answer_facts,
    answer_rows,
    correct_answer_date,
    correct_sign_off,
    sign_off_now,
)
from .facts_of_attendance import (
    attendance_facts,
    attendance_now,
    attendance_rows,
    correct_attendance,
)
from .facts_of_circulations import (
    circulation_facts,
    circulation_now,
    circulation_rows,
    correct_circulation,
)
from .facts_of_op_eds import (
    correct_submission,
    submission_facts,
    submission_now,
    submission_rows,
)
from .facts_of_points import correct_judgement, judgement_now, judgement_rows
from .facts_of_public_list import correct_public, public_facts, public_now, public_rows
from .known_days import KnownDays
from .register.reader import Register

Cells = dict[str, str]


def facts_besides(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of these sheets; `days` tells when all the others enter."""
    yield from answer_facts(register, days)
    yield from attendance_facts(register, days)
    yield from circulation_facts(register, days)
    yield from submission_facts(register, days)
    yield from public_facts(register, days)


def rows_besides(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    """Every row of these sheets as they stand now, with its sheet."""
    yield from answer_rows(work, (each for each in work.all(Letter) if not each.withdrawn))
    yield from attendance_rows(work)
    yield from circulation_rows(work)
    yield from submission_rows(work)
    yield from public_rows(work)
    yield from judgement_rows(work)


NOW: Mapping[str, Callable[[UnitOfWork, Mapping[str, str]], Cells]] = {
    "sign_offs": sign_off_now,
    "answer_dates": answer_date_now,
    "attendance": attendance_now,
    "circulations": circulation_now,
    "submissions": submission_now,
    "public_list": public_now,
    "judgements": judgement_now,
}
"""What is behind a row now, in the cells that a person may have changed."""

CORRECTIONS: Mapping[str, Callable[..., None]] = {
    "sign_offs": correct_sign_off,
    "answer_dates": correct_answer_date,
    "attendance": correct_attendance,
    "circulations": correct_circulation,
    "submissions": correct_submission,
    "public_list": correct_public,
    "judgements": correct_judgement,
}
