"""A report as it is shown anywhere: sentences, tables and charts, in one language.

Who makes a report words it once, as a `Document`; every format is made from that. Nothing here
knows what a letter is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, StrEnum, auto

from ...domain.dates import Edtf
from ...wording.language import Language

EXCEL = "Excel"
"""The format that has room for all rows, as people call it."""


class Value(Enum):
    """What stands in a column: numbers stand to the right, dates sort as dates."""

    TEXT = auto()
    DATE = auto()
    NUMBER = auto()


@dataclass(frozen=True)
class Linked:
    """Words that lead to a page of the application; `path` begins with a stroke.

    `key` is that of the thing where the path does not end with it.
    """

    text: str
    path: str
    key: str = field(default="", compare=False)


@dataclass(frozen=True)
class Told:
    """Words for people, and the value that a program reads instead."""

    text: str
    value: str | int | None


@dataclass(frozen=True)
class Coded:
    """Words in the reader's language, and what a program goes by: a code, a key, or several."""

    text: str
    code: str | tuple[str, ...]


Cell = str | int | float | date | Edtf | Linked | Told | Coded | None
"""A date may be imprecise; lines of a text are parted by a line break."""


@dataclass(frozen=True)
class Column:
    """`name` is English and stable, for CSV and JSON; `width` is its share of the page.

    Where people read, a column that says the same for several rows may say it `once`, one that is
    `for_sorting` is left out, and so is a `spare` one that nothing stands in.
    """

    name: str
    title: str
    value: Value = Value.TEXT
    width: int = 2
    once: bool = False
    for_sorting: bool = False
    spare: bool = False


@dataclass(frozen=True)
class Table:
    """`name` is English and stable; `empty` is what is said where there are no rows, if anything.

    `left_out` are rows that this format has no room for.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    empty: str
    note: str = ""
    left_out: int = 0


class ChartKind(StrEnum):
    """Bars beside each other by a word, or steps over a number of days."""

    BARS = "bars"
    STEPS = "steps"


@dataclass(frozen=True)
class Series:
    """One colour of a chart: what it is called, and its points by what stands on the axis."""

    title: str
    points: Sequence[tuple[str | float, float]]


@dataclass(frozen=True)
class Chart:
    """`told` says the same in words; every number of it stands in the `table` of that name.

    `order` is that of the bars, where the series do not say it.
    """

    name: str
    title: str
    told: str
    kind: ChartKind
    across: str
    up: str
    series: tuple[Series, ...]
    table: str
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part under a heading: sentences first, then charts and tables in their order."""

    title: str
    sentences: tuple[str, ...] = ()
    parts: tuple[Table | Chart, ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole report. `as_of` is the day at whose end, in Oslo, it is true.

    `period` are its first and last day where it is about one; without a first day, all there is
    until then. `made_from` says in a sentence what it rests on. `wide` asks for paper that lies.
    `whole` names the format among its files that has every row.
    """

    name: str
    title: str
    as_of: date
    lang: Language
    sections: tuple[Section, ...]
    lead: tuple[str, ...] = ()
    period: tuple[date | None, date] | None = None
    made_from: str = ""
    wide: bool = False
    whole: str = EXCEL

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(
            part for each in self.sections for part in each.parts if isinstance(part, Table)
        )


def cut(document: Document, longest: int) -> Document:
    """The same with at most so many rows in each table, which says how many it leaves out."""
    sections = tuple(
        replace(
            section,
            parts=tuple(
                _cut(part, longest) if isinstance(part, Table) else part for part in section.parts
            ),
        )
        for section in document.sections
    )
    return replace(document, sections=sections)


def _cut(table: Table, longest: int) -> Table:
    left_out = len(table.rows) - longest
    if left_out <= 0:
        return table
    return replace(table, rows=table.rows[:longest], left_out=left_out)
