"""Who has not answered: the report of open answers as of a day.

Seen at the end of that day in Oslo, by the facts' own dates as they are known now; withdrawn facts
are left out, and so are letters that expect no answer. A letter that asks again stands with the one
that it asks about.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, String, and_, or_, select, type_coerce, union
from sqlalchemy.engine import Row

from ..domain.dates import Edtf
from ..domain.kinds import LetterKind
from ..domain.obligations import Obligation, ObligationState
from ..store import tables
from ..store.unit_of_work import UnitOfWork

FEW = 5000


@dataclass(frozen=True)
class UnansweredRow:
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
    letter = tables.letter.c
    query = (
        select(Obligation, letter.key, letter.title, letter.kind, letter.sent, letter.area)
        .join_from(tables.obligation, tables.letter)
        .where(_open(work, as_of))
    )
    follow_ups = _follow_ups(work, as_of)
    every = [
        _row(work, as_of, row.Obligation, row, follow_ups[row.key])
        for row in work.session.execute(query)
        if row.sent.last <= as_of
    ]
    found = _without_repeats(every, follow_ups)
    found.sort(key=lambda each: (each[1].sent.sort_key(), each[1].letter, each[0]))
    rows = tuple(row for _, row in found)
    return Unanswered(as_of, rows, _totals(rows))


def _open(work: UnitOfWork, as_of: date) -> ColumnElement[bool]:
    """Of few, their keys: Postgres takes them for a quarter of all, and would read every letter."""
    obligation = tables.obligation.c
    never, later = obligation.closed_on.is_(None), obligation.closed_on > as_of
    # Asked apart, since SQLite would go through all for an "or".
    expected = select(obligation.key).where(obligation.expected)
    either = union(expected.where(never), expected.where(later))
    keys = list(work.session.scalars(either.limit(FEW + 1)))
    if len(keys) <= FEW:
        return obligation.key.in_(keys)
    # Years compare alike as text in every form of EDTF; the exact day is looked at afterwards.
    by_then = type_coerce(tables.letter.c.sent, String) < str(as_of.year + 1)
    return and_(obligation.expected, or_(never, later), by_then)


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
    rows: Iterable[tuple[int, UnansweredRow]], follow_ups: Mapping[str, Sequence[_FollowUp]]
) -> list[tuple[int, UnansweredRow]]:
    """A follow-up is no further answer: it stands with the letters that it asks about."""
    rows = list(rows)
    asked_in = {
        (follow_up.key, row.department)
        for _, row in rows
        for follow_up in follow_ups.get(row.letter, ())
    }
    return [each for each in rows if (each[1].letter, each[1].department) not in asked_in]


def _row(
    work: UnitOfWork,
    as_of: date,
    obligation: Obligation,
    letter: Row[Any],
    follow_ups: Iterable[_FollowUp],
) -> tuple[int, UnansweredRow]:
    department = work.succession.on(obligation.recipient, as_of)
    due, state = obligation.due(as_of), obligation.state(as_of)
    overdue = work.calendar.count(due, as_of) if due and state is ObligationState.OVERDUE else 0
    asked = [each for each in follow_ups if work.succession.on(each.recipient, as_of) == department]
    return obligation.position, UnansweredRow(
        letter=letter.key,
        title=letter.title,
        kind=letter.kind,
        department=department,
        addressed_to=obligation.recipient,
        sent=letter.sent,
        due=due,
        promised=obligation.promised(as_of),
        state=state,
        days_open=(as_of - letter.sent.last).days,
        working_days_overdue=overdue,
        follow_ups=len({each.key for each in asked}),
        last_follow_up=max((each.sent for each in asked), key=Edtf.sort_key, default=None),
        area=letter.area,
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
