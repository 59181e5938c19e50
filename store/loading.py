"""How one entity is fetched together with its parts.

Statements are written once for each class, since to build one takes longer than to run it.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Select, Table, TupleType, bindparam, inspect, select, tuple_
from sqlalchemy.orm import Mapper, QueryableAttribute, Session, joinedload
from sqlalchemy.orm.interfaces import ORMOption

from ..domain.entity import Entity
from ..domain.letters import Letter
from ..domain.obligations import Obligation
from ..domain.op_eds import OpEd
from ..domain.stakeholders import Stakeholder
from ..domain.themes import Theme

T = TypeVar("T", bound=Entity)

AT_ONCE = 1000
"""So many keys are asked for in one query; databases take a limited number."""


def in_one_query(cls: type[Entity]) -> tuple[ORMOption, ...]:
    """Options with which one entity comes with all its parts in a single query.

    For a list of letters the mapping's own way is right: one query for each sort of part.
    """
    return _WHOLE[cls]() if cls in _WHOLE else ()


@cache
def _whole_letter() -> tuple[ORMOption, ...]:
    obligations = joinedload(_part(Letter, "obligations"))
    return (
        obligations.joinedload(_part(Obligation, "replies")),
        obligations.joinedload(_part(Obligation, "sign_offs")),
    )


@cache
def _whole_theme() -> tuple[ORMOption, ...]:
    return (joinedload(_part(Theme, "decisions")),)


@cache
def _whole_op_ed() -> tuple[ORMOption, ...]:
    return (joinedload(_part(OpEd, "submissions")),)


@cache
def _whole_stakeholder() -> tuple[ORMOption, ...]:
    return (joinedload(_part(Stakeholder, "stances")),)


_WHOLE = {
    Letter: _whole_letter,
    OpEd: _whole_op_ed,
    Theme: _whole_theme,
    Stakeholder: _whole_stakeholder,
}


def _part(cls: type[object], name: str) -> QueryableAttribute[Any]:
    mapper: Mapper[Any] = inspect(cls, raiseerr=True)
    found: QueryableAttribute[Any] = mapper.relationships[name].class_attribute
    return found


def look(session: Session, cls: type[T], key: str) -> T | None:
    """The entity with that key; asks only where the session does not hold it whole already."""
    held = session.identity_map.get(session.identity_key(cls, key))
    if held is not None and not inspect(held).expired:
        return held if isinstance(held, cls) else None
    return session.scalars(_looked(inspect(cls, raiseerr=True)), {"key": key}).unique().first()


@cache
def _looked(mapper: Mapper[T]) -> Select[T]:
    return (
        select(mapper.class_)
        .where(mapper.primary_key[0] == bindparam("key"))
        .options(*in_one_query(mapper.class_))
    )


def several(session: Session, cls: type[T], keys: Iterable[str]) -> Iterator[T]:
    """The entities with these keys, as they stand."""
    statement, wanted = _several(inspect(cls, raiseerr=True)), sorted(set(keys))
    for first in range(0, len(wanted), AT_ONCE):
        yield from session.scalars(statement, {"keys": wanted[first : first + AT_ONCE]})


@cache
def _several(mapper: Mapper[T]) -> Select[T]:
    keys: BindParameter[str] = bindparam("keys", expanding=True)
    return select(mapper.class_).where(mapper.primary_key[0].in_(keys))


def of_things(table: Table) -> Select[Any]:
    """The table's rows about these `things`, each named by its kind and key."""
    named = (table.c.kind, table.c.key)
    of_both = TupleType(*(each.type for each in named))
    return select(table).where(
        tuple_(*named).in_(bindparam("things", type_=of_both, expanding=True))
    )


def lock(cls: type[Entity]) -> Select[str]:
    """Lock the entity with that `key`, and read nothing but that."""
    return _lock(inspect(cls, raiseerr=True))


@cache
def _lock(mapper: Mapper[Any]) -> Select[str]:
    key = mapper.primary_key[0]
    return select(key).where(key == bindparam("key")).with_for_update()


def locked(cls: type[T]) -> Select[T]:
    """The entity with that `key`, locked and read anew."""
    return _locked(inspect(cls, raiseerr=True))


@cache
def _locked(mapper: Mapper[T]) -> Select[T]:
    return (
        select(mapper.class_)
        .where(mapper.primary_key[0] == bindparam("key"))
        .options(*in_one_query(mapper.class_))
        .with_for_update(of=mapper.class_)
        .execution_options(populate_existing=True)
    )
