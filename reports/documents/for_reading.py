"""A report as people read it: without what only a program needs, and nothing said twice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .document import Cell, Chart, Coded, Document, Table


def for_reading(document: Document) -> Document:
    """The same for page, Word, PDF and text.

    Columns that stand there for sorting are left out, and so are those that may be empty and are.
    What a column says once for several rows is not repeated. A table without rows that has nothing
    to say is left out, with its section where that says nothing else.
    """
    sections = [
        replace(section, parts=tuple(_shown_parts(section.parts))) for section in document.sections
    ]
    said = tuple(each for each in sections if each.parts or each.sentences)
    return replace(document, sections=said)


def _shown_parts(parts: Sequence[Table | Chart]) -> Iterator[Table | Chart]:
    for part in parts:
        if isinstance(part, Chart):
            yield part
        elif part.rows:
            yield _for_reading(part)
        elif part.empty:
            yield part


def _for_reading(table: Table) -> Table:
    shown = [at for at in range(len(table.columns)) if _shown(table, at)]
    once = [at for at in shown if table.columns[at].once]
    rows: list[Sequence[Cell]] = []
    above: Sequence[Cell] = ()
    for row in table.rows:
        said = ["" if above and at in once and row[at] == above[at] else row[at] for at in shown]
        rows.append(said)
        above = row
    return replace(table, columns=tuple(table.columns[at] for at in shown), rows=rows)


def _shown(table: Table, at: int) -> bool:
    column = table.columns[at]
    if column.for_sorting:
        return False
    return not column.spare or any(_says_something(row[at]) for row in table.rows)


def _says_something(cell: Cell) -> bool:
    return bool(cell.text) if isinstance(cell, Coded) else cell not in (None, "")
