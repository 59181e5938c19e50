"""On which day a row can enter: not before what it names is there."""

from collections.abc import Iterable
from datetime import date

from .fact import BEGINNING, Fact
from .register.cells import THINGS
from .register.columns import Column, Value
from .register.rows import Row
from .register.sheets import SHEETS


class KnownDays:
    """The day on which each row of the register enters, as far as it is told by now."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._days: dict[tuple[str, str], date] = {}
        for fact in facts:
            self.note(fact.sheet, fact.key, fact.day)

    def note(self, sheet: str, key: str, day: date) -> date:
        """Remember when that row enters first, and return the day."""
        self._days[sheet, key] = min(day, self._days.get((sheet, key), day))
        return day

    def of(self, sheet: str, key: str) -> date:
        """When the row enters; what the register does not have is there from the beginning."""
        return self._days.get((sheet, key), BEGINNING)

    def after(self, sheet: str, row: Row, *days: date) -> date:
        """The latest of these days and of those on which all that the row names has entered."""
        named = (
            self.of(each, key)
            for column in SHEETS[sheet].columns
            for each, key in names(column, row.cells[column.name])
        )
        return max((*days, *named), default=BEGINNING)


def names(column: Column, text: str) -> list[tuple[str, str]]:
    """The sheets and keys that a cell may mean, where it names others at all."""
    if not text:
        return []
    if column.value is Value.THING:
        sort, _, key = text.partition(":")
        return [(THINGS[sort], key)]
    if column.value in (Value.REFERENCE, Value.REFERENCES):
        return [(sheet, key) for key in text.split(";") for sheet in column.sheets]
    return []
