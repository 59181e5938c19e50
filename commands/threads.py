"""Finding the letters that ask for the same answer, without reading all the others."""

from collections.abc import Iterable

from sqlalchemy import String, select, type_coerce

from ..domain.asking_again import Thread
from ..domain.letters import Letter
from ..store import tables
from ..store.unit_of_work import UnitOfWork


def following(work: UnitOfWork, letter: str) -> list[str]:
    """The keys of the letters that ask again about that one, as far as they are written."""
    column = tables.letter.c
    listed = ";" + type_coerce(column.follows_up, String) + ";"
    query = select(column.key, column.follows_up).where(
        tables.FOLLOWING_UP, listed.contains(f";{letter};", autoescape=True)
    )
    return [row.key for row in work.session.execute(query) if letter in row.follows_up]


def thread_of(work: UnitOfWork, letters: Iterable[str]) -> Thread:
    """The letters, what they ask about and what asks about them, locked in the order of keys.

    Letters that are not registered are left out, as a register may name them before they come.
    """
    work.session.flush()
    found: set[str] = set()
    keys = [*letters]
    column = tables.letter.c
    for key in keys:
        asked = work.session.scalar(select(column.follows_up).where(column.key == key))
        if key not in found and asked is not None:
            found.add(key)
            keys.extend((*asked, *following(work, key)))
    locked = {key: work.get(Letter, key) for key in sorted(found)}
    return Thread(locked, lambda organisation: work.succession.on(organisation, work.today))
