"""A dated fact of a register: what happened, when it was known, and the command that enters it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from ..domain.errors import TilsvarError
from ..store.unit_of_work import UnitOfWork
from .register.refusal import RegisterRefused, RowError
from .register.rows import Row

BEGINNING = date.min
"""The day of a fact that has always been known."""

BEFORE_LETTERS = 3
"""The `order` of a theme and its stakeholders: what else comes on their day may be about them."""

Enter = Callable[[UnitOfWork], object]


@dataclass(frozen=True)
class Fact:
    """One thing that happened: on which day it entered (in Oslo), and the command that enters it.

    `key` is the natural key of the row, `order` the fact's place among those of the same day, and
    `step` its place among those of the same sort: a follow-up comes after what it asks about again.
    """

    day: date
    order: int
    sheet: str
    key: str
    row: Row
    enter: Enter
    assumed: bool = False
    step: int = 0

    def enter_into(self, work: UnitOfWork) -> None:
        """Enter the fact; what the domain refuses is said with the row's place in its file."""
        with placed(self.row):
            self.enter(work)


@contextmanager
def placed(row: Row) -> Iterator[None]:
    """Turns what the domain refuses about a row into a RegisterRefused that says where it is."""
    try:
        yield
    except RegisterRefused:
        raise
    except TilsvarError as error:
        problem = RowError(row.file, row.line, None, "", str(error))
        raise RegisterRefused([problem]) from error
