"""What several parts of a page ask for is read once."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from ..store.unit_of_work import UnitOfWork

P = ParamSpec("P")
T = TypeVar("T")


def once(
    read: Callable[Concatenate[UnitOfWork, P], T],
) -> Callable[Concatenate[UnitOfWork, P], T]:
    """The same, but asked for again by a page that only looks, it is what was read before."""

    @wraps(read)
    def found(work: UnitOfWork, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if not work.only_looks:
            return read(work, *args, **kwargs)
        kept, asked = work.session.info, (read, args, tuple(kwargs.items()))
        if asked not in kept:
            kept[asked] = read(work, *args, **kwargs)
        known: T = kept[asked]
        return known

    return found
