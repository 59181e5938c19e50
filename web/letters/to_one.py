"""The letters to an organisation, without reading those to all others."""

from dataclasses import dataclass

from sqlalchemy import func, select

from ...domain.letters import Letter
from ...domain.organisations import Organisation
from ...store import tables
from ...store.filing import drawer, filed, lying_in, put_in_order
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..once import once

MOST = 100


@dataclass(frozen=True)
class LettersTo:
    """The newest letters, newest first, and how many there are."""

    newest: tuple[Letter, ...]
    count: int


@once
def letters_to(work: UnitOfWork, line: frozenset[str]) -> LettersTo:
    """The letters to any of these organisations."""
    each = drawer.c.recipients
    held = work.session.execute(select(each, func.sum(drawer.c.holds).label("n")).group_by(each))
    mine = {row.recipients: int(row.n) for row in held if line.intersection(row.recipients)}
    count = sum(mine.values())
    lying, few = lying_in(each.in_(sorted(mine)), count)
    newest = put_in_order(filed.c.sent, few=few).desc()
    found = select(filed.c.letter).where(lying).order_by(newest).limit(MOST)
    query = select(Letter).where(tables.letter.c.key.in_(found))
    letters = sorted(
        work.session.scalars(query), key=lambda one: (one.sent.sort_key(), one.key), reverse=True
    )
    return LettersTo(tuple(letters), count)


def left_out(found: Organisation, work: UnitOfWork, lang: Language) -> str:
    """What is said where older letters are not shown, empty where all are."""
    count = letters_to(work, frozenset(work.succession.line(found.key))).count
    if count <= MOST:
        return ""
    return lang.text("The {n} newest of {count} letters are shown.", n=MOST, count=count)
