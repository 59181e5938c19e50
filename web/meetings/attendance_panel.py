"""The panel on a meeting's page: who comes or was there, the quorum, and the minutes' list."""

from dataclasses import dataclass

from ...domain.meetings import Meeting
from ...reports.attendance import attendance
from ...reports.minutes_list import Names, minutes_list, titled
from ...reports.render_attendance import notes, standing
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language


@dataclass(frozen=True)
class Row:
    """One who belongs to the meeting: the name, where they belong, and how they stand."""

    name: str
    belongs: str
    standing: str


@dataclass(frozen=True)
class AttendancePanel:
    """What to know first, one row for everybody, and the list for the minutes."""

    notes: list[str]
    people: list[Row]
    minutes: list[Names]


def attendance_panel(found: Meeting, work: UnitOfWork, lang: Language) -> AttendancePanel | None:
    """None where nobody was invited and nothing was recorded: then nothing is known of it."""
    listed = attendance(work, found.key)
    if not listed.recorded and all(each.answer is None for each in listed.attendees):
        return None
    people = [
        Row(titled(each, lang), each.organisation, standing(each, lang))
        for each in listed.attendees
    ]
    return AttendancePanel(notes(listed, lang), people, minutes_list(listed, lang))
