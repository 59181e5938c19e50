"""In which drawer each letter lies: the list of letters counts drawers instead of letters.

Letters alike in year, kind, area, recipients and outcome share a drawer, which knows how many it
holds. What is still awaited depends on the day: such letters lie in drawers that are open, and
whoever counts looks at them one by one; they are few.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any
from unicodedata import normalize

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    bindparam,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Session

from ..domain.dates import Edtf
from ..domain.events import Bell, Event
from ..domain.kinds import Kind, LetterKind, ReplyKind
from ..domain.letters import Letter
from ..domain.obligations import Obligation
from . import tables
from .loading import look
from .tables import KEY, metadata
from .types import KeysText, Word

AT_ONCE = 500
FEW = 5000
"""So many are rather put in order than looked for among all the others."""
LONGEST = 200
"""Characters of a title that its place in the alphabet depends on."""

OPEN, ANSWERED, SIGNED_OFF = "open", "answered", "signed_off"
NONE_EXPECTED, WITHDRAWN = "none_expected", "withdrawn"

# Compared by the characters' numbers, as SQLite and Python do.
_SORTED = Text().with_variant(Text(collation="C"), "postgresql")

drawer = Table(
    "drawer",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("year", Integer, nullable=False),
    Column("kind", Word(LetterKind), nullable=False),
    Column("area", KEY, nullable=False),
    Column("recipients", KeysText, nullable=False),
    Column("standings", KeysText, nullable=False),
    Column("holds", Integer, nullable=False),
)

filed = Table(
    "filed",
    metadata,
    Column("letter", KEY, ForeignKey("letter.key"), primary_key=True),
    Column("drawer", BigInteger, nullable=False),
    Column("sent", _SORTED, nullable=False),
    Column("title", _SORTED, nullable=False),
    Column("due", _SORTED, nullable=False),
    Index("ix_filed_sent", "sent", "drawer"),
    Index("ix_filed_drawer_sent", "drawer", "sent"),
    Index("ix_filed_title", "title"),
    Index("ix_filed_due", "due"),
)

_DRAWER_OF = (
    select(filed.c.letter, drawer)
    .join_from(filed, drawer, filed.c.drawer == drawer.c.id)
    .where(filed.c.letter.in_(bindparam("letters", expanding=True)))
)
# Both databases understand the same words.
_PUT = text("""
    INSERT INTO filed (letter, drawer, sent, title, due)
    VALUES (:letter, :drawer, :sent, :title, :due)
    ON CONFLICT (letter) DO UPDATE SET
        drawer = excluded.drawer, sent = excluded.sent, title = excluded.title, due = excluded.due
""")
_HOLD = text("""
    INSERT INTO drawer (id, year, kind, area, recipients, standings, holds)
    VALUES (:id, :year, :kind, :area, :recipients, :standings, :more)
    ON CONFLICT (id) DO UPDATE SET holds = drawer.holds + excluded.holds
""").bindparams(
    bindparam("kind", type_=Word(LetterKind)),
    bindparam("recipients", type_=KeysText()),
    bindparam("standings", type_=KeysText()),
)


def lying_in(those: ColumnElement[bool], count: int) -> tuple[ColumnElement[bool], bool]:
    """That a letter lies in one of those drawers, and whether they hold few, as it is best asked.

    Of few, the database is to look into their drawers and put them in order; of many, to go along
    the order and leave the others out. A sign rules the index of drawers out, and by `put_in_order`
    that of the order.
    """
    few = count <= FEW
    column: ColumnElement[Any] = filed.c.drawer if few else literal_column("+filed.drawer")
    return column.in_(select(drawer.c.id).where(those)), few


def put_in_order(column: ColumnElement[str], *, few: bool) -> ColumnElement[str]:
    """The column to sort by; of few, in words to which no index belongs."""
    return column.concat("") if few else column


def file_away(session: Session, events: Iterable[Event]) -> None:
    """Put the letters that these events are about where they belong by now.

    The drawers are the last that a transaction touches, each in turn: nobody who holds one waits
    for anything else but the next.
    """
    about = [
        each.subject for each in events if each.about is Kind.LETTER and not isinstance(each, Bell)
    ]
    keys = sorted(set(about))
    letters = [each for each in (look(session, Letter, key) for key in keys) if each is not None]
    if letters:
        _file(session, letters)


def file_all(session: Session) -> None:
    """File every letter, for data that came in beside the commands."""
    key = tables.letter.c.key
    last = ""
    while letters := session.scalars(
        select(Letter).where(key > last).order_by(key).limit(AT_ONCE)
    ).all():
        _file(session, letters)
        last = letters[-1].key
        session.expunge_all()


def _file(session: Session, letters: Sequence[Letter]) -> None:
    more: Counter[int] = Counter()
    drawers: dict[int, dict[str, Any]] = {}
    for those in _in_parts(letters):
        keys = [each.key for each in those]
        before = {row.letter: row for row in session.execute(_DRAWER_OF, {"letters": keys})}
        for each in those:
            now = drawer_of(each)
            drawers[now["id"]] = now
            was = before.get(each.key)
            more[now["id"]] += 1
            if was is not None:
                drawers[was.id] = was._asdict()
                more[was.id] -= 1
        session.execute(_PUT, [filed_as(each) for each in those])
    changed = [{**drawers[id_], "more": more[id_]} for id_ in sorted(more) if more[id_]]
    if changed:
        session.execute(_HOLD, changed)


def _in_parts(letters: Sequence[Letter]) -> Iterator[Sequence[Letter]]:
    for first in range(0, len(letters), AT_ONCE):
        yield letters[first : first + AT_ONCE]


def drawer_of(letter: Letter) -> dict[str, Any]:
    """The drawer to which the letter belongs, all that is known of it by now considered."""
    found: dict[str, Any] = {
        "year": letter.sent.first.year,
        "kind": letter.kind,
        "area": letter.area or "",
        "recipients": letter.recipients,
        "standings": standings(letter),
    }
    name = blake2b(repr(list(found.values())).encode(), digest_size=8)
    # As many bits as both databases have in a number with a sign.
    return {"id": int.from_bytes(name.digest(), "big", signed=True), **found}


def filed_as(letter: Letter) -> dict[str, Any]:
    """Where the letter stands in each order of the list; no `due` stands last."""
    return {
        "letter": letter.key,
        "drawer": drawer_of(letter)["id"],
        "sent": f"{in_order(letter.sent)}/{letter.key}",
        "title": normalize("NFC", letter.title).casefold()[:LONGEST],
        "due": min((due_in_order(each) for each in letter.obligations), default=NEVER),
    }


NEVER = "9999"
"""Stands behind every date."""


def due_in_order(obligation: Obligation) -> str:
    """As the list shows it: the promise itself, else the day."""
    due = obligation.due()
    if due is None:
        return NEVER
    return in_order(obligation.promised() or Edtf.on(due))


def in_order(on: Edtf) -> str:
    """Text that sorts as the dates do."""
    return f"{on.first}/{on.last}/{on.text}"


def standings(letter: Letter) -> tuple[str, ...]:
    """How its answers stand, each way once; one that is awaited at any time makes it open."""
    if letter.withdrawn:
        return (WITHDRAWN,)
    return tuple(sorted({_standing(each) for each in letter.obligations}))


def _standing(obligation: Obligation) -> str:
    if not obligation.expected:
        return NONE_EXPECTED
    if not obligation.closed():
        return OPEN
    final = any(each.kind is ReplyKind.FINAL and not each.withdrawn for each in obligation.replies)
    return ANSWERED if final else SIGNED_OFF
