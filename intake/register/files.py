"""The files of a register: a folder of CSV files, or one workbook with the same sheets."""

from dataclasses import dataclass
from pathlib import Path

from .delimited import read_delimited
from .refusal import RegisterRefused, RowError, nearest
from .sheets import SHEETS
from .tables import Progress, Table, Unreadable
from .workbook import read_workbook

_FOLDED = {name.casefold(): name for name in SHEETS}
# What lies beside the sheets without being one: a description, and what Python makes of a folder
# of package data. Hidden files and the lock files of office programs are passed over as well.
_PASSED_OVER = frozenset(("readme.md", "__init__.py", "__pycache__"))
_HIDDEN = (".", "~$")


@dataclass(frozen=True)
class Tables:
    """The sheets that a register has, by name, in the order of reading; and what was assumed."""

    by_sheet: dict[str, Table]
    notes: list[str]


def read_tables(path: Path, progress: Progress | None = None) -> Tables:
    """The tables in a folder of CSV files or in one .xlsx; raises RegisterRefused.

    A sheet that is missing is not in the result. Files that are no sheet are errors, except a
    README.md and what a package of Python adds.
    """
    if path.is_dir():
        tables, notes, errors = _folder(path)
    elif path.suffix.casefold() == ".xlsx" and path.is_file():
        tables, notes, errors = _workbook(path, progress)
    else:
        raise RegisterRefused(
            [RowError(path.name or str(path), None, None, "", _no_register(path))]
        )
    errors += _twice(tables)
    if not tables and not errors:
        problem = f"holds no sheet of a register. It needs one or more of {', '.join(SHEETS)}."
        errors.append(RowError(path.name or str(path), None, None, "", problem))
    if errors:
        raise RegisterRefused(errors)
    found = {table.sheet: table for table in tables}
    return Tables({name: found[name] for name in SHEETS if name in found}, notes)


def _folder(path: Path) -> tuple[list[Table], list[str], list[RowError]]:
    tables: list[Table] = []
    notes: list[str] = []
    errors: list[RowError] = []
    for file in sorted(path.iterdir()):
        name = file.name.casefold()
        if name in _PASSED_OVER or name.startswith(_HIDDEN):
            continue
        sheet = _FOLDED.get(name.removesuffix(".csv"))
        if sheet is None or not name.endswith(".csv") or not file.is_file():
            errors.append(RowError(file.name, None, None, "", _no_sheet(name)))
            continue
        try:
            table, assumed = read_delimited(file, sheet)
        except Unreadable as unreadable:
            errors.append(unreadable.error)
        else:
            tables.append(table)
            notes += assumed
    return tables, notes, errors


def _workbook(
    path: Path, progress: Progress | None
) -> tuple[list[Table], list[str], list[RowError]]:
    try:
        tables, errors = read_workbook(path, _FOLDED, progress)
    except Unreadable as unreadable:
        return [], [], [unreadable.error]
    return tables, [], errors


def _twice(tables: list[Table]) -> list[RowError]:
    seen: dict[str, str] = {}
    errors = []
    for table in tables:
        first = seen.setdefault(table.sheet, table.file)
        if first != table.file:
            problem = f"is the same sheet as {first}. Keep one of them."
            errors.append(RowError(table.file, None, None, "", problem))
    return errors


def _no_sheet(name: str) -> str:
    near = nearest(name.removesuffix(".csv"), SHEETS)
    advice = f"Did you mean {near}.csv?" if near else f"A register has {', '.join(SHEETS)} as .csv."
    return f"is not a sheet of a register. {advice} Rename it, or move it elsewhere."


def _no_register(path: Path) -> str:
    if not path.exists():
        return "does not exist. Name a folder of CSV files, or an .xlsx workbook."
    if path.suffix.casefold() == ".csv":
        return f"is a single file. Name the folder that it lies in: {path.parent}."
    return "is no register. Name a folder of CSV files, or an .xlsx workbook."
