"""What stands on the public list: as facts, as soon as it is for others to see, and as rows."""

from collections.abc import Iterator, Mapping
from functools import partial

from ..commands.public_list import mark_of, show_publicly, statement
from ..domain.kinds import Kind
from ..domain.public_list import PublicMark, said_on
from ..store.unit_of_work import UnitOfWork
from .fact import BEGINNING, Enter, Fact
from .known_days import KnownDays
from .register.public_rows import PublicRow
from .register.reader import Register
from .register.sheets import SHEETS
from .row_keys import row_name

Cells = dict[str, str]


def public_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of the sheet; `days` tells when the letters and the op-eds enter."""
    printed = {
        f"{Kind.OP_ED}:{each.id}": each.published.last for each in register.opeds if each.published
    }
    for row in register.rows("public_list", PublicRow):
        day = days.after("public_list", row, printed.get(row.thing, BEGINNING))
        name = row_name(SHEETS["public_list"], row.cells)
        enter: Enter = partial(show, row=row)
        yield Fact(day, 19, "public_list", name, row, enter)


def show(work: UnitOfWork, *, row: PublicRow) -> None:
    kind, _, key = row.thing.partition(":")
    show_publicly(work, kind=Kind(kind), key=key, address=row.address, uid=row.uid)


def correct_public(work: UnitOfWork, row: PublicRow, _before: Mapping[str, str]) -> None:
    """Another address is put in its place; what it is called in feeds stays."""
    show(work, row=row)


def public_rows(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    """What everybody is shown now."""
    for mark in work.all(PublicMark):
        if mark.shown and said_on(statement(work, mark.kind, mark.thing)) is not None:
            yield "public_list", {"thing": mark.key, "address": mark.address, "uid": mark.uid}


def public_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    kind, _, key = before["thing"].partition(":")
    mark = mark_of(work, Kind(kind), key)
    if mark is None or not mark.shown:
        return {"address": "off the list"}
    return {"address": mark.address}
