"""How one entity is fetched together with its parts.

Statements are written once for each class, since to build one takes longer than to run it.
"""

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, inspect, select
from sqlalchemy.orm import Mapper, QueryableAttribute, joinedload
from sqlalchemy.orm.interfaces import ORMOption

from ..domain.entity import Entity
from ..domain.letters import Letter
from ..domain.obligations import Obligation

T = TypeVar("T", bound=Entity)


@cache
def in_one_query(cls: type[object]) -> tuple[ORMOption, ...]:
    """Options with which one entity comes with all its parts in a single query.

    For a list of letters the mapping's own way is right: one query for each sort of part.
    """
    if cls is not Letter:
        return ()
    obligations = joinedload(_part(Letter, "obligations"))
    return (
        obligations.joinedload(_part(Obligation, "replies")),
        obligations.joinedload(_part(Obligation, "sign_offs")),
    )


@cache
def lock(cls: type[Entity]) -> Select[tuple[str]]:
    """Lock the entity with that `key`, and read nothing but that."""
    key = _mapper(cls).primary_key[0]
    return select(key).where(key == bindparam("key")).with_for_update()


@cache
def locked(cls: type[T]) -> Select[tuple[T]]:
    """The entity with that `key`, locked and read anew."""
    return (
        select(cls)
        .where(_mapper(cls).primary_key[0] == bindparam("key"))
        .options(*in_one_query(cls))
        .with_for_update(of=cls)
        .execution_options(populate_existing=True)
    )


def _part(cls: type[object], name: str) -> QueryableAttribute[Any]:
    return _mapper(cls).relationships[name].class_attribute


def _mapper(cls: type[object]) -> Mapper[Any]:
    return inspect(cls, raiseerr=True)
