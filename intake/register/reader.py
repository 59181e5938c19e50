"""A register, read and checked as a whole: every row of it is right, or none is used."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from .answer_rows import AnswerRow, check_answers
from .attendance_rows import AttendanceRow, check_attendance
from .cells import Surroundings
from .circulation_rows import CirculationRow, check_circulations
from .files import read_tables
from .public_rows import PublicRow, check_public_list
from .refusal import RegisterRefused, RowError
from .register_checks import check_across, late_submissions
from .row_checks import check_row
from .rows import (
    AreaRow,
    ConsultationRow,
    DeadlineRow,
    LetterRow,
    MeetingRow,
    OpEdRow,
    OrganisationRow,
    PersonRow,
    ReplyRow,
    Row,
)
from .sheet_rows import keys_of, read_header, read_rows, told_twice
from .sheets import SHEETS
from .submission_rows import SubmissionRow, check_submissions
from .tables import Progress
from .theme_checks import check_themes
from .theme_rows import StakeholderRow

AnyRow = TypeVar("AnyRow", bound=Row)
_NOTHING: Mapping[str, Collection[str]] = MappingProxyType({})


@dataclass(frozen=True)
class Register:
    """The rows of every sheet, by its name and in the order of the file; and what to mention.

    A sheet that the register does not have is empty. `notes` are sentences: an encoding that was
    assumed, a submission after its deadline.
    """

    sheets: Mapping[str, tuple[Row, ...]]
    notes: tuple[str, ...] = ()

    def rows(self, sheet: str, row_type: type[AnyRow]) -> tuple[AnyRow, ...]:
        """The rows of one sheet, as the type that this sheet has."""
        return tuple(row for row in self.sheets[sheet] if isinstance(row, row_type))

    @property
    def organisations(self) -> tuple[OrganisationRow, ...]:
        return self.rows("organisations", OrganisationRow)

    @property
    def areas(self) -> tuple[AreaRow, ...]:
        return self.rows("areas", AreaRow)

    @property
    def people(self) -> tuple[PersonRow, ...]:
        return self.rows("people", PersonRow)

    @property
    def letters(self) -> tuple[LetterRow, ...]:
        return self.rows("letters", LetterRow)

    @property
    def replies(self) -> tuple[ReplyRow, ...]:
        return self.rows("replies", ReplyRow)

    @property
    def consultations(self) -> tuple[ConsultationRow, ...]:
        return self.rows("consultations", ConsultationRow)

    @property
    def opeds(self) -> tuple[OpEdRow, ...]:
        return self.rows("opeds", OpEdRow)

    @property
    def meetings(self) -> tuple[MeetingRow, ...]:
        return self.rows("meetings", MeetingRow)

    @property
    def deadlines(self) -> tuple[DeadlineRow, ...]:
        return self.rows("deadlines", DeadlineRow)


def read_register(
    path: Path,
    known: Mapping[str, Collection[str]] = _NOTHING,
    progress: Progress | None = None,
) -> Register:
    """Read a folder of CSV files or one .xlsx workbook; nothing is written anywhere.

    `known` gives, by sheet, the keys that the system has already, which the register may name.
    `progress` is called now and then with a sheet, the rows done and the rows in all; a workbook is
    counted once while it is opened and once more while it is checked.

    Raises RegisterRefused with everything that is wrong. A file that cannot be read as a table, or
    is too long, is refused before any row is looked at.
    """
    tables = read_tables(path, progress)
    errors: list[RowError] = []
    headers, keys = {}, {name: set(known.get(name, ())) for name in SHEETS}
    for name, table in tables.by_sheet.items():
        headers[name] = read_header(SHEETS[name], table)
        lines, twice = keys_of(SHEETS[name], table, headers[name])
        keys[name].update(lines)
        errors += headers[name].errors + twice
    around = Surroundings(keys)
    sheets: dict[str, tuple[Row, ...]] = dict.fromkeys(SHEETS, ())
    for name, table in tables.by_sheet.items():
        rows, wrong = read_rows(SHEETS[name], table, headers[name], around, progress)
        sheets[name] = tuple(rows)
        errors += wrong
        errors += (error for row in rows for error in check_row(row))
        errors += told_twice(SHEETS[name], rows)
    register = Register(sheets)
    errors += check_across(register.organisations, register.letters, register.replies)
    errors += check_themes(register.rows("stakeholders", StakeholderRow))
    errors += _check_besides(register)
    if errors:
        place = {table.file: at for at, table in enumerate(tables.by_sheet.values())}
        raise RegisterRefused(sorted(errors, key=lambda each: (place[each.file], each.line or 0)))
    late = late_submissions(register.letters, register.consultations)
    return Register(MappingProxyType(sheets), (*tables.notes, *late))


def _check_besides(register: Register) -> Iterator[RowError]:
    """Everything that is wrong in what is said besides of letters, meetings and drafts."""
    rows = register.rows
    answers = (*rows("sign_offs", AnswerRow), *rows("answer_dates", AnswerRow))
    yield from check_answers(answers, register.letters, register.replies)
    yield from check_attendance(rows("attendance", AttendanceRow), register.meetings)
    yield from check_circulations(rows("circulations", CirculationRow))
    yield from check_submissions(rows("submissions", SubmissionRow), register.opeds)
    yield from check_public_list(rows("public_list", PublicRow))
