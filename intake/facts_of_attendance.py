"""Who was at a meeting: as facts, which enter on the day after it, and as rows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial

from ..commands.attendance import can_be_recorded, enter_attendance
from ..domain.attendance import Attendance
from ..domain.meetings import Meeting
from ..store.unit_of_work import UnitOfWork
from .fact import BEGINNING, Fact
from .known_days import KnownDays
from .register.attendance_rows import AttendanceRow
from .register.cells import written
from .register.reader import Register
from .register.sheets import SHEETS
from .row_keys import row_name

Cells = dict[str, str]


def attendance_facts(register: Register, days: KnownDays) -> Iterator[Fact]:
    """Every fact of the sheet; `days` tells when the meetings enter."""
    over = {each.id: each.start.on.last + timedelta(days=1) for each in register.meetings}
    together: dict[str, list[AttendanceRow]] = {}
    for row in register.rows("attendance", AttendanceRow):
        together.setdefault(row.meeting, []).append(row)
    for meeting, alike in together.items():
        for row in alike:
            day = days.after("attendance", row, over.get(meeting, BEGINNING))
            name = row_name(SHEETS["attendance"], row.cells)
            yield Fact(
                day, 9, "attendance", name, row, partial(note_attendance, row=row, all_of=alike)
            )


def note_attendance(
    work: UnitOfWork, *, row: AttendanceRow, all_of: Sequence[AttendanceRow]
) -> None:
    """All rows of a meeting are one record where there is none yet; later ones correct it."""
    rows = [row] if work.look(Attendance, row.meeting) else all_of
    enter_attendance(
        work,
        meeting=row.meeting,
        present=[each.who for each in rows if each.present],
        absent=[each.who for each in rows if not each.present],
    )


def correct_attendance(work: UnitOfWork, row: AttendanceRow, _before: Mapping[str, str]) -> None:
    note_attendance(work, row=row, all_of=[row])


def attendance_rows(work: UnitOfWork) -> Iterator[tuple[str, Cells]]:
    """Who was there and who was not, of those who are people or organisations of the register."""
    for found in work.all(Attendance):
        if not can_be_recorded(work, work.view(Meeting, found.key)):
            continue
        for present, keys in ((True, found.present), (False, found.absent)):
            for who in keys:
                yield "attendance", {"meeting": found.key, "who": who, "present": written(present)}


def attendance_now(work: UnitOfWork, before: Mapping[str, str]) -> Cells:
    found = work.look(Attendance, before["meeting"])
    if found is None:
        return {}
    return {"present": written(before["who"] in found.present)}
