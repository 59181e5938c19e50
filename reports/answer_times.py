"""How long answers take: acknowledgements, interim replies and answers, each for itself.

Letters that are still open count as open. Days run from the last day of an imprecise sending at the
shortest, and from its first at the longest. A group with fewer than `ENOUGH` letters is shown
without a median, for nobody should be judged by two letters; nothing is ranked.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from ..domain.dates import Edtf
from ..domain.kinds import ReplyKind
from ..domain.waiting_times import Wait, WaitingTimes
from ..store import tables
from ..store.unit_of_work import UnitOfWork
from .asked import Asked
from .happenings import in_years

ENOUGH = 5
"""With fewer letters than this, no median is said."""

FEW = 2000
"""Of so many answers it is told by their keys which are meant."""


@dataclass(frozen=True)
class Sent:
    """One letter to one recipient that expects an answer, and what came back by the day.

    `department` answers on the day; `came` has the first of each kind, `signed_off` the day on
    which it was closed without an answer.
    """

    letter: str
    department: str
    area: str | None
    sent: Edtf
    came: Mapping[ReplyKind, Edtf]
    signed_off: Edtf | None

    def wait(self, kind: ReplyKind, as_of: date) -> Wait:
        """How long it took, or has been waited; what was signed off is waited for no longer."""
        end = self.came.get(kind)
        if end is not None:
            return _between(self.sent, end.first, end.last, over=True)
        closed = self.came.get(ReplyKind.FINAL) or self.signed_off
        first, last = (closed.first, closed.last) if closed else (as_of, as_of)
        return _between(self.sent, first, last, over=False)


def _between(sent: Edtf, first: date, last: date, *, over: bool) -> Wait:
    shortest = max((first - sent.last).days, 0)
    return Wait(shortest, max((last - sent.first).days, shortest), over)


@dataclass(frozen=True)
class Times:
    """The waits of one group: the answer, and on the way to it the other two.

    `signed_off` are those for which no answer is expected any longer, though none has come.
    """

    name: str
    answer: WaitingTimes
    interim: WaitingTimes
    acknowledgement: WaitingTimes
    signed_off: int

    @property
    def enough(self) -> bool:
        return self.answer.number >= ENOUGH

    @property
    def open(self) -> int:
        """How many answers are still expected."""
        return self.answer.waiting - self.signed_off


@dataclass(frozen=True)
class AnswerTimes:
    """Everything together, and by department, area and year of sending; each by its own name."""

    asked: Asked
    all: Times
    departments: tuple[Times, ...]
    areas: tuple[Times, ...]
    years: tuple[Times, ...]


def answer_times(work: UnitOfWork, asked: Asked) -> AnswerTimes:
    """By the letters sent in the period; what came later than the day is left out."""
    every = list(_sent(work, asked))
    as_of = asked.as_of
    return AnswerTimes(
        asked,
        _times("", every, as_of),
        _grouped(every, lambda each: each.department, as_of),
        _grouped(every, lambda each: each.area or "", as_of),
        _grouped(every, lambda each: str(each.sent.first.year), as_of),
    )


def _grouped(every: Iterable[Sent], by: Callable[[Sent], str], as_of: date) -> tuple[Times, ...]:
    groups: dict[str, list[Sent]] = defaultdict(list)
    for each in every:
        groups[by(each)].append(each)
    return tuple(_times(name, own, as_of) for name, own in sorted(groups.items()))


def _times(name: str, own: Iterable[Sent], as_of: date) -> Times:
    def waits(kind: ReplyKind) -> WaitingTimes:
        return WaitingTimes.of(each.wait(kind, as_of) for each in own)

    own = list(own)
    return Times(
        name,
        waits(ReplyKind.FINAL),
        waits(ReplyKind.INTERIM),
        waits(ReplyKind.ACKNOWLEDGEMENT),
        sum(each.signed_off is not None and ReplyKind.FINAL not in each.came for each in own),
    )


def _sent(work: UnitOfWork, asked: Asked) -> Iterator[Sent]:
    """Read in columns, not as objects: a council may have sent very many letters."""
    letter, obligation = tables.letter.c, tables.obligation.c
    query = _of_the_period(
        asked,
        *(obligation.key, obligation.recipient, obligation.expected),
        *(letter.key, letter.area, letter.sent),
    )
    rows = work.session.execute(query).all()
    keys = [key for key, *_ in rows]
    # Postgres takes a year for far more letters than it has, and calls others to help; of few
    # their keys are told.
    those = keys if len(keys) <= FEW else _of_the_period(asked, obligation.key)
    came, signed_off = _came(work, asked, those), _signed_off(work, asked, those)
    for key, recipient, expected, number, area, on in rows:
        if expected and asked.covers(on):
            department = work.succession.on(recipient, asked.as_of)
            yield Sent(number, department, area, on, came.get(key, {}), signed_off.get(key))


def _of_the_period(asked: Asked, *columns: ColumnElement[Any]) -> Select[Any]:
    """Of the letters of its years and what each recipient owes; a follow-up is none of its own.

    Whether an answer is expected is looked at afterwards, or SQLite would begin with all of those.
    """
    letter = tables.letter.c
    return (
        select(*columns)
        .join_from(tables.letter, tables.obligation, isouter=True)
        .where(~letter.withdrawn, letter.follows_up == (), in_years(letter.sent, asked))
    )


def _came(
    work: UnitOfWork, asked: Asked, those: Sequence[str] | Select[Any]
) -> Mapping[str, Mapping[ReplyKind, Edtf]]:
    """The first of each kind that came to each obligation by the day."""
    reply = tables.reply.c
    query = select(reply.obligation_key, reply.kind, reply.received).where(
        reply.obligation_key.in_(those), ~reply.withdrawn
    )
    found: dict[str, dict[ReplyKind, Edtf]] = defaultdict(dict)
    for key, kind, received in work.session.execute(query):
        first = found[key].get(kind)
        if received.last <= asked.as_of and (
            first is None or received.sort_key() < first.sort_key()
        ):
            found[key][kind] = received
    return found


def _signed_off(
    work: UnitOfWork, asked: Asked, those: Sequence[str] | Select[Any]
) -> Mapping[str, Edtf]:
    sign_off = tables.sign_off.c
    query = select(sign_off.obligation_key, sign_off.on).where(
        sign_off.obligation_key.in_(those), ~sign_off.withdrawn
    )
    return {key: on for key, on in work.session.execute(query) if on.last <= asked.as_of}
