"""Who was there at the council's meetings of a year, meeting by meeting and person by person."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.attendance import Part
from ..domain.kinds import MeetingKind, MeetingStatus
from ..domain.meetings import Meeting
from ..store.unit_of_work import UnitOfWork
from ..wording.alphabet import alphabetical
from .attendance import AttendanceList, attendance


@dataclass(frozen=True)
class Share:
    """At how many of the recorded meetings of which they were a member somebody was there."""

    who: str
    name: str
    present: int
    meetings: int


@dataclass(frozen=True)
class AttendanceOfYear:
    """The meetings that have been, by day, and the members by name.

    Only what was recorded counts for the members: what they had answered is no attendance.
    """

    year: int
    lists: tuple[AttendanceList, ...]
    members: tuple[Share, ...]

    @property
    def recorded(self) -> list[AttendanceList]:
        return [each for each in self.lists if each.recorded]

    @property
    def could_decide(self) -> int:
        """At how many of the recorded meetings the council could decide."""
        return sum(each.quorum is not None and each.quorum.reached for each in self.recorded)


def council_meetings(work: UnitOfWork) -> list[Meeting]:
    """The council's own meetings with a fixed day that were not called off, by day."""
    found = [
        each
        for each in work.all(Meeting)
        if each.kind is MeetingKind.COUNCIL
        and each.status is not MeetingStatus.CANCELLED
        and each.time.on.is_day
    ]
    return sorted(found, key=lambda each: (each.time.on.sort_key(), each.key))


def years_of(meetings: Sequence[Meeting]) -> list[int]:
    """The years in which there are any, the latest first."""
    return sorted({each.time.on.day.year for each in meetings}, reverse=True)


def attendance_of_year(work: UnitOfWork, year: int) -> AttendanceOfYear:
    """The council meetings of that year up to now, by the days in Oslo."""
    lists = tuple(
        attendance(work, each.key)
        for each in council_meetings(work)
        if each.time.on.day.year == year and each.time.on.day <= work.today
    )
    return AttendanceOfYear(year, lists, _members(lists))


def _members(lists: Sequence[AttendanceList]) -> tuple[Share, ...]:
    names: dict[str, str] = {}
    present: dict[str, list[bool]] = {}
    for listed in lists:
        for each in listed.of(Part.COUNCIL) if listed.recorded else ():
            names[each.who] = each.name
            present.setdefault(each.who, []).append(bool(each.present))
    found = (Share(who, names[who], sum(was), len(was)) for who, was in present.items())
    return tuple(sorted(found, key=lambda each: (alphabetical(each.name), each.who)))
