"""The next free key of a year, L2023-01 after the last of 2023; and keys that are made of names."""

from collections.abc import Collection
from itertools import count

from sqlalchemy import ColumnClause, func, literal_column, select

from ..domain.entity import Entity
from ..store.unit_of_work import UnitOfWork

LONGEST_KEY = 30
_LETTERS = {"Æ": "AE", "Ø": "O", "Å": "A"}


def key_of_name(name: str, otherwise: str) -> str:
    """The first words of the name in capitals: "Helsedata og KI" is HELSEDATA-OG-KI."""
    plain = "".join(_LETTERS.get(each, each) for each in name.upper())
    words = "".join(each if each.isalnum() else " " for each in plain).split()
    return "-".join(words)[:LONGEST_KEY].strip("-") or otherwise


def free_key(key: str, taken: Collection[str]) -> str:
    """The key itself, or the first of KEY-2, KEY-3… that is not taken."""
    free = (f"{key}-{number}" if number > 1 else key for number in count(1))
    return next(each for each in free if each not in taken)


def take_turn(work: UnitOfWork, what: str) -> None:
    """Let others who take their turn at the same wait until this work is done."""
    if work.session.get_bind().dialect.name == "postgresql":
        # SQLite has one writer at a time; here two would read the same highest number.
        work.session.execute(select(func.pg_advisory_xact_lock(func.hashtext(what))))


def next_key(work: UnitOfWork, cls: type[Entity], prefix: str) -> str:
    """The key after the highest `prefix-nn` in use; others who ask for one wait for this work."""
    take_turn(work, prefix)
    key: ColumnClause[str] = literal_column("key")
    query = select(key).select_from(cls).where(key.like(f"{prefix}-%"))
    used = [name.rsplit("-", 1)[1] for name in work.session.scalars(query)]
    highest = max((int(number) for number in used if number.isdigit()), default=0)
    return f"{prefix}-{highest + 1:02}"
