"""Drafts that went to the members: as facts, each on the day on which they got it, and as rows."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from ..commands.circulations import enter_circulation
from ..domain.circulations import Circulation, key_of
from ..domain.errors import DomainError
from ..domain.kinds import Kind
from ..store.unit_of_work import UnitOfWork
from .fact import BEGINNING, Enter, Fact
from .known_days import KnownDays
from .register.cells import written
from .register.circulation_rows import CirculationRow, in_turn
from .register.reader import Register
from .register.sheets import SHEETS
from .row_keys import row_name

Cells = dict[str, str]


class TextStands(DomainError):
    """What the members had to read stays as it was. Add the other text with the next number."""


def circulation_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of the sheet; a text comes after those with lower numbers."""
    latest: dict[str, date] = {}
    for step, row in enumerate(in_turn(register.rows("circulations", CirculationRow))):
        held_up = latest.get(row.thing, BEGINNING)
        latest[row.thing] = days.after("circulations", row, row.on or BEGINNING, held_up)
        enter: Enter = partial(enter_text, row=row)
        name = row_name(SHEETS["circulations"], row.cells)
        yield Fact(latest[row.thing], 9, "circulations", name, row, enter, step=step)


def enter_text(work: UnitOfWork, *, row: CirculationRow) -> None:
    kind, _, key = row.thing.partition(":")
    enter_circulation(
        work, kind=Kind(kind), key=key, edition=row.of_edition, text=row.text, on=row.on
    )


def correct_circulation(
    _work: UnitOfWork, _row: CirculationRow, _before: Mapping[str, str]
) -> None:
    raise TextStands


def circulation_rows(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    """Every text that the members had to read, and the editions that had none of their own."""
    for found in work.all(Circulation):
        for number in range(1, len(found.texts) + 1):
            yield "circulations", _text(found, number)
        if not found.texts or found.edition > found.texts[-1].edition:
            edition = {"edition": str(found.edition), "on": "", "text": ""}
            yield "circulations", _of(found, len(found.texts) + 1) | edition


def circulation_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    kind, _, key = before["thing"].partition(":")
    found = work.look(Circulation, key_of(Kind(kind), key))
    number = int(before["number"])
    return _text(found, number) if found and before["text"] and number <= len(found.texts) else {}


def _of(found: Circulation, number: int) -> Cells:
    return {"thing": f"{found.kind}:{found.thing}", "number": str(number)}


def _text(found: Circulation, number: int) -> Cells:
    given = found.texts[number - 1]
    told = {"edition": str(given.edition), "on": written(given.on), "text": given.text}
    return _of(found, number) | told
