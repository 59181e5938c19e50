"""Brings a register into the system: all of it in one transaction, or nothing.

The same register again changes nothing, and neither does a row that says what is here already. A
changed row is a correction; a row that vanished stays and is mentioned; a row that a person has
changed here since is a conflict, and then nothing is imported. What was read is kept row by row, so
that the next import can tell.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnClause, insert, literal_column, select, update

from ..domain.letters import Letter
from ..store import flow
from ..store.unit_of_work import Office, UnitOfWork
from .agreeing import agreeing, without
from .besides import NOW
from .corrections import correct
from .current import CLASSES, current_cells, reply_cells
from .current_themes import cells_now
from .fact import placed
from .facts import facts_of
from .register.reader import Register, read_register
from .register.refusal import RegisterRefused, RowError, quoted
from .register.rows import ReplyRow, Row
from .register.sheets import SHEETS
from .register.theme_rows import ContactRow
from .row_keys import RowKey, keyed

COUNCIL = ("organisations", "areas", "people")
CORRESPONDENCE = ("letters", "replies", "opeds")
PROGRESS_STEP = 100

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class ImportResult:
    """How many rows were new, corrected or unchanged; what to mention in sentences."""

    new: int
    corrected: int
    unchanged: int
    vanished: tuple[str, ...]
    notes: tuple[str, ...]


def import_register(
    office: Office, path: Path, *, dry_run: bool = False, progress: Progress | None = None
) -> ImportResult:
    """Import a folder of CSV files or one .xlsx. Raises RegisterRefused with everything wrong.

    A dry run does all of it and then leaves the transaction without a commit.
    """
    with office.work(by="import") as work:
        register = read_register(path, _known(work), progress)
        result = _Import(work, register, progress).run()
        if not dry_run:
            work.commit()
    return result


def _known(work: UnitOfWork) -> Mapping[str, Sequence[str]]:
    """The keys of what is here already, by sheet."""
    key: ColumnClause[str] = literal_column("key")
    return {
        sheet: work.session.scalars(select(key).select_from(cls)).all()
        for sheet, cls in CLASSES.items()
    }


class _Import:
    def __init__(self, work: UnitOfWork, register: Register, progress: Progress | None) -> None:
        self.work, self.register, self.progress = work, register, progress
        self.before: dict[RowKey, Mapping[str, str]] = {
            (row.sheet, row.key): row.cells
            for row in work.session.execute(select(flow.imported_row))
        }
        self.rows = keyed(register, self.before)
        self.facts = facts_of(register)
        self.notes = list(register.notes)

    def run(self) -> ImportResult:
        new = {key: row for key, row in self.rows.items() if key not in self.before}
        changed = {
            key: row
            for key, row in self.rows.items()
            if key in self.before and self._differs(row, self.before[key])
        }
        same = agreeing(self.work, new | changed)
        self._keep(new, changed)
        new, changed = without(new, same), without(changed, same)
        self._refuse([*self._taken(new), *self._conflicts(changed)])
        # What is new may speak of what is put right, and the other way round: a reply comes from a
        # recipient that was forgotten, a consultation is now answered by a new letter.
        others = SHEETS.keys() - {*COUNCIL, *CORRESPONDENCE}
        self._enter(new, COUNCIL)
        self._correct(changed, COUNCIL)
        self._correct(changed, CORRESPONDENCE)
        self._enter(new, SHEETS.keys() - set(COUNCIL))
        self._correct(changed, others)
        return ImportResult(
            new=len(new),
            corrected=len(changed),
            unchanged=len(self.rows) - len(new) - len(changed),
            vanished=tuple(
                f"{sheet} {key}" for sheet, key in sorted(self.before.keys() - self.rows.keys())
            ),
            notes=tuple(self.notes),
        )

    def _differs(self, row: Row, before: Mapping[str, str]) -> bool:
        """Whether the row says anything else than it did; who was erased stays erased."""
        if isinstance(row, ContactRow) and not any(before.values()):
            self.notes.append(
                f"{row.where}: {row.key} was erased here and stays so. Take the row out of the "
                "register."
            )
            return False
        return any(text != before.get(column, "") for column, text in row.cells.items())

    def _refuse(self, errors: Sequence[RowError]) -> None:
        if errors:
            raise RegisterRefused(errors)

    def _taken(self, new: Mapping[RowKey, Row]) -> list[RowError]:
        """New rows whose key is in use for something that no register brought."""
        return [
            row.wrong(
                SHEETS[sheet].key or "id",
                "is in use for something registered here by hand. Give the row another key.",
            )
            for (sheet, key), row in new.items()
            if sheet in CLASSES and self.work.session.get(CLASSES[sheet], key) is not None
        ]

    def _conflicts(self, changed: Mapping[RowKey, Row]) -> list[RowError]:
        return [
            row.wrong(
                column,
                f"was changed both here (to {quoted(now)}) and in the register. "
                "Put the register right, or change it here.",
            )
            for (sheet, key), row in changed.items()
            for column, now in sorted(self._changed_here(sheet, key, row).items())
        ]

    def _changed_here(self, sheet: str, key: str, row: Row) -> dict[str, str]:
        """The columns that a person has changed since the last import, with what they say now."""
        before = self.before[sheet, key]
        return {
            column: text
            for column, text in self._now(sheet, key, row, before).items()
            if column in before and _differ(before[column], text) and row.cells[column] != text
        }

    def _now(self, sheet: str, key: str, row: Row, before: Mapping[str, str]) -> dict[str, str]:
        if isinstance(row, ReplyRow):
            return self._reply_now(row, before)
        if sheet in CLASSES:
            return current_cells(self.work, sheet, key) or {}
        if sheet in NOW:
            return NOW[sheet](self.work, before)
        return cells_now(self.work, sheet, before)

    def _reply_now(self, row: ReplyRow, before: Mapping[str, str]) -> dict[str, str]:
        with placed(row):
            letter = self.work.get(Letter, row.letter)
            line = self.work.succession.line(row.from_)
            reply = letter.find_reply(row.from_, before["received"], row.kind, line)
        return reply_cells(reply) if reply else {"received": "withdrawn"}

    def _enter(self, new: Mapping[RowKey, Row], sheets: Collection[str]) -> None:
        fresh = {id(row) for (sheet, _), row in new.items() if sheet in sheets}
        facts = [fact for fact in self.facts if id(fact.row) in fresh]
        for done, fact in enumerate(facts, 1):
            fact.enter_into(self.work)
            if self.progress and (done % PROGRESS_STEP == 0 or done == len(facts)):
                self.progress("facts", done, len(facts))

    def _correct(self, changed: Mapping[RowKey, Row], sheets: Collection[str]) -> None:
        for (sheet, key), row in changed.items():
            if sheet in sheets:
                with placed(row):
                    correct(self.work, sheet, row, self.before[sheet, key])

    def _keep(self, new: Mapping[RowKey, Row], changed: Mapping[RowKey, Row]) -> None:
        """Remember each row as it was read."""
        session, at = self.work.session, self.work.now
        if new:
            session.execute(
                insert(flow.imported_row),
                [
                    {"sheet": sheet, "key": key, "cells": dict(row.cells), "at": at}
                    for (sheet, key), row in new.items()
                ],
            )
        kept = flow.imported_row.c
        for (sheet, key), row in changed.items():
            session.execute(
                update(flow.imported_row)
                .where(kept.sheet == sheet, kept.key == key)
                .values(cells=dict(row.cells), at=at)
            )


def _differ(before: str, now: str) -> bool:
    """Whether two cells say different things; what is not so need not be said."""
    return before != now and {before, now} != {"", "no"}
