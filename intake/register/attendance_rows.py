"""The sheet of who was at a meeting: its columns, its rows, and what must hold of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...domain.kinds import MeetingStatus
from .columns import Sheet, one, yes_no
from .refusal import RowError
from .rows import MeetingRow, Row

ATTENDANCE = Sheet(
    "attendance",
    (
        one("meeting", "meetings", required=True),
        one("who", "people", "organisations", required=True),
        yes_no("present", default=True),
    ),
    told_by=("meeting", "who"),
)


@dataclass(frozen=True, kw_only=True)
class AttendanceRow(Row):
    """Whether a person, or somebody from an organisation, was there."""

    meeting: str
    who: str
    present: bool


def check_attendance(
    rows: Iterable[AttendanceRow], meetings: Iterable[MeetingRow]
) -> Iterator[RowError]:
    """An error for everybody at a meeting that was never held."""
    cancelled = {each.id for each in meetings if each.status is MeetingStatus.CANCELLED}
    for row in rows:
        if row.meeting in cancelled:
            problem = "is cancelled, and nobody was there. Delete the row, or correct its status."
            yield row.wrong("meeting", problem)
