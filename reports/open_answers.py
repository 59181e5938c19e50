"""The answers that were still open at the end of a day, read in columns.

There may be very many, and a column costs a fraction of the object that it belongs to. What is said
here is what `Obligation` says, by the facts' own dates as they are known now.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
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
    _obligation.key,
    _obligation.position,
    _obligation.recipient,
    _obligation.due_on,
    _letter.key.label("letter"),
    _letter.title,
    type_coerce(_letter.kind, String).label("kind"),
    type_coerce(_letter.sent, String).label("sent"),
    _letter.area,
)
_INTERIM = (
    _reply.id,
    _obligation.key,
    type_coerce(_reply.received, String).label("received"),
    type_coerce(_reply.promised, String).label("promised"),
    _obligation.set_by_hand,
    _obligation.ruled,
)


_Said = tuple[date | None, Edtf | None, ObligationState]
"""When the answer is due, what is promised, and how it stands."""


class OpenAnswer(NamedTuple):
    """One answer that is still open: the letter, whom it went to, and when the answer is due.

    They stand in the order of their first three: sending, letter, order of its recipients.
    """

    order: tuple[date, date, str]
    letter: str
    position: int
    recipient: str
    title: str
    kind: LetterKind
    sent: Edtf
    days_open: int
    area: str | None
    due: date | None
    promised: Edtf | None
    state: ObligationState


def open_answers(work: UnitOfWork, as_of: date) -> list[OpenAnswer]:
    """In their order; of letters that were certainly sent by then."""
    open_then = _open(work, as_of)
    interim = _interim(work, as_of, open_then)
    # Years compare alike as text in every form of EDTF; the exact day is looked at afterwards.
    by_then = type_coerce(_letter.sent, String) < str(as_of.year + 1)
    query = union_all(
        *(
            select(*_LETTERS).join_from(tables.obligation, tables.letter).where(each, by_then)
            for each in open_then
        )
    )
    rows: Iterable[Any] = chain.from_iterable(work.session.execute(query).partitions(A_FEW_ROWS))
    return sorted(_judged(rows, as_of, interim))


def _judged(rows: Iterable[Any], as_of: date, interim: Mapping[str, _Said]) -> Iterator[OpenAnswer]:
    @cache
    def read(sent: str) -> tuple[Edtf, tuple[date, date, str], int]:
        on = Edtf(sent)
        return on, on.sort_key(), (as_of - on.last).days

    @cache
    def unless_interim(due: date | None) -> _Said:
        return due, None, _without_interim(due, as_of)

    for key, position, recipient, due, letter, title, kind, sent, area in rows:
        on, order, days = read(sent)
        if days >= 0:
            yield OpenAnswer(
                order,
                letter,
                position,
                recipient,
                title,
                KINDS[kind],
                on,
                days,
                area,
                *(interim.get(key) or unless_interim(due)),
            )


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
    return {key: _said(replies, as_of) for key, replies in found.items()}


class _Interim(NamedTuple):
    """An interim reply, and when the answer is due without it."""

    place: tuple[tuple[date, date, str], int]
    received: Edtf
    promised: Edtf | None
    by_hand: date | None
    ruled: DueDate | None


def _said(replies: Sequence[_Interim], as_of: date) -> _Said:
    """Of two replies received on the same day, the one recorded last counts."""
    came = [each for each in replies if each.received.last <= as_of]
    with_promise = [each for each in came if each.promised]
    newest = max(with_promise, key=lambda each: each.place, default=None)
    promised, rule = newest and newest.promised, replies[0]
    by_rule = rule.by_hand or (rule.ruled.day if rule.ruled else None)
    due = promised.last if promised else by_rule
    if came and not (promised and promised.last < as_of):
        return due, promised, ObligationState.INTERIM
    return due, promised, _without_interim(due, as_of)


def _without_interim(due: date | None, as_of: date) -> ObligationState:
    overdue = due is not None and due < as_of
    return ObligationState.OVERDUE if overdue else ObligationState.AWAITING
