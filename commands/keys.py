"""The next free key of a year: L2023-01 after the last of 2023."""

from sqlalchemy import ColumnClause, func, literal_column, select

from ..domain.entity import Entity
from ..store.unit_of_work import UnitOfWork


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
