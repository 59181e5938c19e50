"""Who was there at a meeting, as it was recorded, and in which part people take part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .entity import Entity
from .events import AttendanceCorrected, AttendanceRecorded
from .kinds import Role
from .people import Person, holding


class Part(StrEnum):
    """As whom somebody is at a meeting; `OTHER` are guests, and people without a role that day."""

    COUNCIL = "council"
    DEPUTY = "deputy"
    OBSERVER = "observer"
    SECRETARIAT = "secretariat"
    OTHER = "other"


_PARTS = {
    Role.LEADER: Part.COUNCIL,
    Role.MEMBER: Part.COUNCIL,
    Role.DEPUTY: Part.DEPUTY,
    Role.OBSERVER: Part.OBSERVER,
    Role.SECRETARIAT: Part.SECRETARIAT,
}


def part_of(person: Person | None, day: date) -> Part:
    if person is None or not person.active_on(day):
        return Part.OTHER
    return _PARTS[person.role]


def council_on(people: Iterable[Person], day: date) -> list[Person]:
    """The leader and the members of that day, who together are the council; each by key."""
    everybody = list(people)
    return [*holding(Role.LEADER, everybody, day), *holding(Role.MEMBER, everybody, day)]


@dataclass(eq=False)
class Attendance(Entity):
    """Who was there and who was not, by their keys. The key is the meeting's."""

    key: str
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @classmethod
    def of(cls, meeting: str, present: Iterable[str], absent: Iterable[str]) -> "Attendance":
        found = cls(meeting, tuple(sorted(present)), tuple(sorted(absent)))
        found.record(AttendanceRecorded(meeting, found.present, found.absent))
        return found

    def correct(self, present: Iterable[str], absent: Iterable[str]) -> None:
        """Those were there after all, these were not; everybody else stays as recorded."""
        came = set(present) - set(self.present)
        stayed_away = set(absent) - set(self.absent)
        if not came and not stayed_away:
            return
        self.present = tuple(sorted((set(self.present) - stayed_away) | came))
        self.absent = tuple(sorted((set(self.absent) - came) | stayed_away))
        self.record(AttendanceCorrected(self.key, tuple(sorted(came)), tuple(sorted(stayed_away))))
