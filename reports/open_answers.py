"""The answers that were still open at the end of a day, read in columns.

There may be very many, and a column costs a fraction of the object that it belongs to. What is said
here is what `Obligation` says, by the facts' own dates as they are known now.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, select, type_coerce, union_all

from ..domain.dates import Edtf
from ..domain.due_dates import DueDate
from ..domain.kinds import LetterKind, ReplyKind
from ..domain.obligations import ObligationState
from ..store import tables
from ..store.unit_of_work import UnitOfWork

FEW = 5000
A_FEW_ROWS = 2_000
"""How many are fetched at a time."""

KINDS = {each.value: each for each in LetterKind}

_letter, _obligation, _reply = tables.letter.c, tables.obligation.c, tables.reply.c
_LETTERS = (
    type_coerce(_letter.sent, String).label("sent"),
    _letter.key.label("letter"),
    _obligation.position,
    _obligation.key,
    _obligation.recipient,
    _obligation.due_on,
    _letter.title,
    type_coerce(_letter.kind, String).label("kind"),
    _letter.area,
)
_IN_A_DAY = itemgetter(1, 2)
_INTERIM = (
    _reply.id,
    _obligation.key,
    type_coerce(_reply.received, String).label("received"),
    type_coerce(_reply.promised, String).label("promised"),
    _obligation.set_by_hand,
    _obligation.ruled,
)


class _Said(NamedTuple):
    """When the answer is due, what is promised, how it stands, and how many working days late."""

    due: date | None
    promised: Edtf | None
    state: ObligationState
    late: int


class OpenAnswer(NamedTuple):
    """One answer that is still open.

    `department` answers on the day, `addressed_to` is the one written to. `days_open` counts from
    the last day of an imprecise sending, and so does `working_days_open`. `due` is the promised
    date where there is one.
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
    working_days_open: int
    area: str | None
    follow_ups: int = 0
    last_follow_up: Edtf | None = None


def open_answers(work: UnitOfWork, as_of: date) -> Iterator[OpenAnswer]:
    """By sending, letter and order of recipients; of letters that were certainly sent by then.

    Follow-ups are not looked for.
    """
    open_then = _open(work, as_of)
    interim = _interim(work, as_of, open_then)
    by_rule = cache(lambda due: _without_interim(work, due, as_of))
    answering = cache(lambda recipient: work.succession.on(recipient, as_of))
    for sent, rows in _by_sending(work, as_of, open_then):
        days_open = (as_of - sent.last).days
        if days_open < 0:
            continue
        working_days_open = work.calendar.count(sent.last, as_of)
        for _, letter, _, key, recipient, due_on, title, kind, area in rows:
            due, promised, state, late = interim.get(key) or by_rule(due_on)
            yield OpenAnswer(
                letter,
                title,
                KINDS[kind],
                answering(recipient),
                recipient,
                sent,
                due,
                promised,
                state,
                days_open,
                late,
                working_days_open,
                area,
            )


def _by_sending(
    work: UnitOfWork, as_of: date, open_then: Sequence[ColumnElement[bool]]
) -> Iterator[tuple[Edtf, list[Sequence[Any]]]]:
    """What was sent at each time, in order: days are few beside letters, and put in order first."""
    # Years compare alike as text in every form of EDTF; the exact day is looked at afterwards.
    by_then = type_coerce(_letter.sent, String) < str(as_of.year + 1)
    query = union_all(
        *(
            select(*_LETTERS).join_from(tables.obligation, tables.letter).where(each, by_then)
            for each in open_then
        )
    )
    found: dict[str, list[Sequence[Any]]] = defaultdict(list)
    for some in work.session.execute(query).partitions(A_FEW_ROWS):
        for row in some:
            found[row[0]].append(row)
    for sent in sorted(map(Edtf, found), key=Edtf.sort_key):
        yield sent, sorted(found.pop(sent.text), key=_IN_A_DAY)


def _open(work: UnitOfWork, as_of: date) -> Sequence[ColumnElement[bool]]:
    """What says that an answer was open, apart from each other.

    SQLite would go through all for an "or". Of few it is their keys: Postgres takes them for a
    quarter of all, and would read every letter.
    """
    either = [
        _obligation.expected & _obligation.closed_on.is_(None),
        _obligation.expected & (_obligation.closed_on > as_of),
    ]
    keys: list[str] = []
    for each in either:
        query = select(_obligation.key).where(each).limit(FEW + 1 - len(keys))
        keys += work.session.scalars(query).all()
        if len(keys) > FEW:
            return either
    return [_obligation.key.in_(keys)]


def _interim(
    work: UnitOfWork, as_of: date, open_then: Sequence[ColumnElement[bool]]
) -> Mapping[str, _Said]:
    """When the answer is due, what is promised and how it stands, where interim replies came."""
    query = union_all(
        *(
            select(*_INTERIM)
            .join_from(tables.reply, tables.obligation)
            .where(each, _reply.kind == ReplyKind.INTERIM, ~_reply.withdrawn)
            for each in open_then
        )
    )
    found: dict[str, list[_Interim]] = defaultdict(list)
    read = cache(Edtf)
    for at, key, received, promised, by_hand, ruled in work.session.execute(query).all():
        came = read(received)
        told = promised and read(promised)
        found[key].append(_Interim((came.sort_key(), at), came, told, by_hand, ruled))
    return {key: _said(work, replies, as_of) for key, replies in found.items()}


class _Interim(NamedTuple):
    """An interim reply, and when the answer is due without it."""

    place: tuple[tuple[date, date, str], int]
    received: Edtf
    promised: Edtf | None
    by_hand: date | None
    ruled: DueDate | None


def _said(work: UnitOfWork, replies: Sequence[_Interim], as_of: date) -> _Said:
    """Of two replies received on the same day, the one recorded last counts."""
    came = [each for each in replies if each.received.last <= as_of]
    with_promise = [each for each in came if each.promised]
    newest = max(with_promise, key=lambda each: each.place, default=None)
    promised, rule = newest and newest.promised, replies[0]
    by_rule = rule.by_hand or (rule.ruled.day if rule.ruled else None)
    due = promised.last if promised else by_rule
    if came and not (promised and promised.last < as_of):
        return _Said(due, promised, ObligationState.INTERIM, 0)
    return _without_interim(work, due, as_of)._replace(promised=promised)


def _without_interim(work: UnitOfWork, due: date | None, as_of: date) -> _Said:
    if due is not None and due < as_of:
        return _Said(due, None, ObligationState.OVERDUE, work.calendar.count(due, as_of))
    return _Said(due, None, ObligationState.AWAITING, 0)
