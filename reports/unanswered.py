"""Who has not answered: the report of open answers as of a day.

Seen at the end of that day in Oslo, by the facts' own dates as they are known now; withdrawn facts
are left out, and so are letters that expect no answer. A letter that asks again stands with the one
that it asks about.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ..domain.dates import Edtf
from ..domain.obligations import ObligationState
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from .collecting import collector_at_rest
from .open_answers import OpenAnswer, open_answers


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
    rows: tuple[OpenAnswer, ...]
    departments: tuple[DepartmentTotal, ...]

    def of(self, department: str) -> tuple[OpenAnswer, ...]:
        return tuple(row for row in self.rows if row.department == department)


def unanswered(work: UnitOfWork, as_of: date) -> Unanswered:
    """What was still open at the end of that day."""
    with collector_at_rest():
        return _unanswered(work, as_of)


def _unanswered(work: UnitOfWork, as_of: date) -> Unanswered:
    rows = list(open_answers(work, as_of))
    if follow_ups := _follow_ups(work, as_of):
        _count_follow_ups(rows, follow_ups, work, as_of)
        rows = _without_repeats(rows, follow_ups)
    return Unanswered(as_of, tuple(rows), _totals(rows))


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


def _count_follow_ups(
    rows: list[OpenAnswer],
    follow_ups: Mapping[str, Sequence[_FollowUp]],
    work: UnitOfWork,
    as_of: date,
) -> None:
    """Those that went to whoever answers on the day, also under an earlier name."""
    for at, row in enumerate(rows):
        if row.letter in follow_ups:
            asked = [
                each
                for each in follow_ups[row.letter]
                if work.succession.on(each.recipient, as_of) == row.department
            ]
            last = max((each.sent for each in asked), key=Edtf.sort_key, default=None)
            number = len({each.key for each in asked})
            rows[at] = row._replace(follow_ups=number, last_follow_up=last)


def _without_repeats(
    rows: Sequence[OpenAnswer], follow_ups: Mapping[str, Sequence[_FollowUp]]
) -> list[OpenAnswer]:
    """A follow-up is no further answer: it stands with the letters that it asks about."""
    asked_in = {
        (follow_up.key, row.department)
        for row in rows
        if row.letter in follow_ups
        for follow_up in follow_ups[row.letter]
    }
    letters = {letter for letter, _ in asked_in}
    return [
        row
        for row in rows
        if row.letter not in letters or (row.letter, row.department) not in asked_in
    ]


def _totals(rows: Sequence[OpenAnswer]) -> tuple[DepartmentTotal, ...]:
    by_department: dict[str, list[OpenAnswer]] = defaultdict(list)
    for row in rows:
        by_department[row.department].append(row)
    found = []
    for key, own in sorted(by_department.items()):
        states = Counter(row.state for row in own)
        found.append(
            DepartmentTotal(
                department=key,
                open=len(own),
                overdue=states[ObligationState.OVERDUE],
                interim=states[ObligationState.INTERIM],
                oldest_sent=own[0].sent,
            )
        )
    return tuple(found)
