"""Who has not answered: the report of open answers as of a day.

Seen at the end of that day in Oslo, by the facts' own dates as they are known now; withdrawn facts
are left out, and so are letters that expect no answer. A letter that asks again stands with the one
that it asks about.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from sqlalchemy import select

from ..domain.dates import Edtf
from ..domain.kinds import LetterKind
from ..domain.obligations import ObligationState
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from .collecting import collector_at_rest
from .open_answers import OpenAnswer, open_answers


class UnansweredRow(NamedTuple):
    """One answer that is still open.

    `department` answers on the day of the report, `addressed_to` is the one written to. `days_open`
    counts from the last day of an imprecise sending. `due` is the promised date where there is one.
    `follow_ups` are those sent to this department by that day.
    """

    letter: str
    title: str
    kind: LetterKind
    department: str
    addressed_to: str
    sent: Edtf
    due: date | None
    promised: Edtf | None
    state: ObligationState
    days_open: int
    working_days_overdue: int
    follow_ups: int
    last_follow_up: Edtf | None
    area: str | None


@dataclass(frozen=True)
class DepartmentTotal:
    """How much one department has not answered, and since when."""

    department: str
    open: int
    overdue: int
    interim: int
    oldest_sent: Edtf


@dataclass(frozen=True)
class Unanswered:
    """The report: rows by sending, letter and order of recipients; departments by key."""

    as_of: date
    rows: tuple[UnansweredRow, ...]
    departments: tuple[DepartmentTotal, ...]

    def of(self, department: str) -> tuple[UnansweredRow, ...]:
        return tuple(row for row in self.rows if row.department == department)


def unanswered(work: UnitOfWork, as_of: date) -> Unanswered:
    """What was still open at the end of that day."""
    with collector_at_rest():
        return _unanswered(work, as_of)


def _unanswered(work: UnitOfWork, as_of: date) -> Unanswered:
    follow_ups = _follow_ups(work, as_of)
    answering = cache(lambda key: work.succession.on(key, as_of))
    late = cache(lambda due: work.calendar.count(due, as_of))
    every = [
        _row(each, answering, late, follow_ups.get(each.letter, ()))
        for each in open_answers(work, as_of)
    ]
    rows = tuple(_without_repeats(every, follow_ups))
    return Unanswered(as_of, rows, _totals(rows))


@dataclass(frozen=True)
class _FollowUp:
    key: str
    sent: Edtf
    recipient: str


def _follow_ups(work: UnitOfWork, as_of: date) -> dict[str, list[_FollowUp]]:
    """What was sent by then to ask again for an answer, by the letter that was followed up."""
    query = (
        select(
            tables.letter.c.follows_up,
            tables.letter.c.key,
            tables.letter.c.sent,
            tables.obligation.c.recipient,
        )
        # Outer, so that SQLite begins with the few that follow up, not with all obligations.
        .join_from(tables.letter, tables.obligation, isouter=True)
        .where(tables.FOLLOWING_UP)
    )
    found: dict[str, list[_FollowUp]] = defaultdict(list)
    for row in work.session.execute(query):
        if row.sent.last <= as_of:
            for key in row.follows_up:
                found[key].append(_FollowUp(row.key, row.sent, row.recipient))
    return found


def _without_repeats(
    rows: Sequence[UnansweredRow], follow_ups: Mapping[str, Sequence[_FollowUp]]
) -> Iterable[UnansweredRow]:
    """A follow-up is no further answer: it stands with the letters that it asks about."""
    asked_in = {
        (follow_up.key, row.department)
        for row in rows
        for follow_up in follow_ups.get(row.letter, ())
    }
    return [row for row in rows if (row.letter, row.department) not in asked_in]


def _row(
    answer: OpenAnswer,
    answering: Callable[[str], str],
    late: Callable[[date], int],
    follow_ups: Sequence[_FollowUp],
) -> UnansweredRow:
    """`answering` names who answers for a recipient on the day, `late` counts the working days."""
    _, letter, _, recipient, title, kind, sent, days_open, area, due, promised, state = answer
    department = answering(recipient)
    days_late = late(due) if due and state is ObligationState.OVERDUE else 0
    number, last = 0, None
    if follow_ups:
        asked = [each for each in follow_ups if answering(each.recipient) == department]
        number = len({each.key for each in asked})
        last = max((each.sent for each in asked), key=Edtf.sort_key, default=None)
    return UnansweredRow(
        letter,
        title,
        kind,
        department,
        recipient,
        sent,
        due,
        promised,
        state,
        days_open,
        days_late,
        number,
        last,
        area,
    )


def _totals(rows: Sequence[UnansweredRow]) -> tuple[DepartmentTotal, ...]:
    by_department: dict[str, list[UnansweredRow]] = defaultdict(list)
    for row in rows:
        by_department[row.department].append(row)
    return tuple(
        DepartmentTotal(
            department=key,
            open=len(own),
            overdue=sum(row.state is ObligationState.OVERDUE for row in own),
            interim=sum(row.state is ObligationState.INTERIM for row in own),
            oldest_sent=own[0].sent,
        )
        for key, own in sorted(by_department.items())
    )
