"""Which row is which: every row's natural key, also where its sheet has no column for one.

A reply is known by its letter, its sender and its kind, a stance by its theme, its organisation
and its date; of several replies that are alike the second is called /2. So that a row that vanished
does not rename the others, rows take the names under which they are known from the last import.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count

from .register.columns import Sheet
from .register.reader import Register
from .register.rows import Row
from .register.sheets import SHEETS

Cells = Mapping[str, str]
RowKey = tuple[str, str]


def keyed(register: Register, before: Mapping[RowKey, Cells]) -> dict[RowKey, Row]:
    """Every row by its sheet and its natural key; `before` are the rows of the last import."""
    found: dict[RowKey, Row] = {}
    for name, rows in register.sheets.items():
        sheet = SHEETS[name]
        if sheet.alike:
            known = {key: cells for (of, key), cells in before.items() if of == name}
            found.update({(name, key): row for key, row in _named(sheet, rows, known)})
        else:
            found.update({(name, row_name(sheet, row.cells)): row for row in rows})
    return found


def reply_keys(register: Register) -> dict[int, str]:
    """A key for each reply row (by its identity): letter, sender, kind, and a number if needed."""
    return {id(row): key for key, row in _named(SHEETS["replies"], register.replies, {})}


def row_name(sheet: Sheet, cells: Cells) -> str:
    """What a row is called: by its key, or by what tells it from the others."""
    return cells[sheet.key] if sheet.key else "/".join(cells[each] for each in sheet.told_by)


def _named(
    sheet: Sheet, rows: Iterable[Row], known: Mapping[str, Cells]
) -> Iterator[tuple[str, Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row_name(sheet, row.cells), []).append(row)
    numbers = _numbers(known)
    for name, alike in groups.items():
        yield from _told_apart(name, alike, {key: known[key] for key in numbers.get(name, [])})


def _numbers(known: Iterable[str]) -> dict[str, list[str]]:
    """The known keys by their name without the number, the first one first."""
    found: dict[str, list[str]] = {}
    for key in sorted(known, key=lambda each: (len(each), each)):
        name, _, number = key.rpartition("/")
        found.setdefault(name if name in found and number.isdigit() else key, []).append(key)
    return found


def _told_apart(name: str, rows: list[Row], known: dict[str, Cells]) -> Iterator[tuple[str, Row]]:
    """Name rows that are alike: first the unchanged, then those of the same day, then by order."""
    same: tuple[Callable[[Row, Cells], bool], ...] = (
        lambda row, cells: dict(row.cells) == dict(cells),
        lambda row, cells: row.cells.get("received") == cells.get("received"),
        lambda _row, _cells: True,
    )
    left, free = list(rows), dict(known)
    for is_same in same:
        for row in list(left):
            key = next((each for each, cells in free.items() if is_same(row, cells)), None)
            if key is not None:
                del free[key]
                left.remove(row)
                yield key, row
    taken = set(known)
    names = (name if number == 1 else f"{name}/{number}" for number in count(1))
    unused = (each for each in names if each not in taken)
    yield from zip(unused, left, strict=False)
