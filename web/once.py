"""What several parts of a page ask for is read once, and what every page asks for more seldom."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from ..store import unchanged
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


def while_unchanged(
    read: Callable[Concatenate[UnitOfWork, P], T],
) -> Callable[Concatenate[UnitOfWork, P], T]:
    """The same, but read anew only in another minute, or when anything was written since.

    For what is small: it is kept with the connection that read it.
    """

    @wraps(read)
    def found(work: UnitOfWork, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if not work.only_looks:
            return read(work, *args, **kwargs)
        return unchanged.while_unchanged(
            work.session,
            (read, args, tuple(kwargs.items())),
            lambda: read(work, *args, **kwargs),
            work.now.replace(second=0, microsecond=0),
        )

    return found
