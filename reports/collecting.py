"""Python's collector of cyclic garbage, at rest while very many rows are made.

It goes through all that is held each time some more has been made, which doubles the time; rows
hold no cycles that it could find.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Within it nothing is collected, by other threads neither; the first to rest it wakes it."""
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()
