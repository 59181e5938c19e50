"""Who comes to a meeting or was there, and whether the council can decide.

Before the meeting the answers count, after it what was recorded; where nothing was, the answers
still do, and the report says so.
"""

import re
from dataclasses import dataclass

from ..commands.attendance import Expected, expected
from ..commands.invitations import is_over
from ..domain.attendance import Attendance, Part
from ..domain.kinds import MeetingKind, PartStat, Role
from ..domain.meetings import Meeting
from ..domain.people import Person
from ..domain.quorum import Quorum, meeting_for, quorum
from ..store.unit_of_work import UnitOfWork
from ..wording.alphabet import alphabetical

ORDER = (Part.COUNCIL, Part.DEPUTY, Part.OBSERVER, Part.SECRETARIAT, Part.OTHER)


@dataclass(frozen=True)
class Attendee:
    """One who belongs to the meeting; `answer` is None for whoever is not invited.

    `organisation` is "" where the name says it. `present` is None where nothing was recorded of
    them. `there` is what counts: the record, else a yes. `meets_for` is the member whose seat a
    deputy takes, `asked_for` the one for whom they were asked and have not said yes, `deputy` the
    deputy who takes the seat of this member. `away` says that an absence of theirs covers the day;
    it decides nothing.
    """

    who: str
    name: str
    organisation: str
    part: Part
    leader: bool
    answer: PartStat | None
    present: bool | None
    there: bool
    away: bool
    meets_for: Person | None = None
    asked_for: Person | None = None
    deputy: Person | None = None

    @property
    def settled(self) -> bool:
        """Whether it is known that they come, or that they do not."""
        no = self.answer in (PartStat.DECLINED, PartStat.DELEGATED)
        return self.present is not None or self.there or no


@dataclass(frozen=True)
class AttendanceList:
    """One meeting: the council first, its leader before the others, then by name.

    `quorum` is None where the meeting is not the council's own. `recorded` says that somebody has
    recorded who was there, `over` that the meeting has ended.
    """

    meeting: Meeting
    recorded: bool
    over: bool
    attendees: tuple[Attendee, ...]
    quorum: Quorum | None

    def of(self, part: Part) -> list[Attendee]:
        return [each for each in self.attendees if each.part is part]


def attendance(work: UnitOfWork, meeting: str) -> AttendanceList:
    """The list as it stands now. Raises Unknown."""
    found = work.get(Meeting, meeting)
    everybody = expected(work, found)
    record = work.look(Attendance, meeting)
    there = {each.who for each in everybody if _there(each, record)}
    council = [each.who for each in everybody if each.part is Part.COUNCIL]
    deputy_for = {each.who: each.deputy_for for each in everybody if each.deputy_for}
    telling = _Telling(work, found, record, there, meeting_for(council, there, deputy_for))
    own = found.kind is MeetingKind.COUNCIL
    return AttendanceList(
        found,
        record is not None,
        is_over(work, found),
        tuple(sorted(map(telling.attendee, everybody), key=_order)),
        quorum(council, there, deputy_for, work.rules.quorum, work.rules.quorum_number)
        if own
        else None,
    )


def _there(each: Expected, record: Attendance | None) -> bool:
    return each.answer is PartStat.ACCEPTED if record is None else each.who in record.present


@dataclass(frozen=True)
class _Telling:
    """What is said of each; `seats` are members by the deputy who takes their seat."""

    work: UnitOfWork
    meeting: Meeting
    record: Attendance | None
    there: set[str]
    seats: dict[str, str]

    def attendee(self, each: Expected) -> Attendee:
        waits = each.answer in (PartStat.NEEDS_ACTION, PartStat.TENTATIVE)
        deputies = (deputy for deputy, member in self.seats.items() if member == each.who)
        return Attendee(
            who=each.who,
            name=each.name,
            organisation=self._organisation(each),
            part=each.part,
            leader=each.person is not None and each.person.role is Role.LEADER,
            answer=each.answer,
            present=self._recorded(each.who),
            there=each.who in self.there,
            away=self._away(each.who),
            meets_for=self._person(self.seats.get(each.who)),
            asked_for=self._person(each.in_place_of) if waits and self.record is None else None,
            deputy=self._person(next(deputies, None)),
        )

    def _organisation(self, each: Expected) -> str:
        """Where they belong, unless their name says so already: "Rådsmedlem, KS"."""
        found = self.work.organisations.get(each.organisation or "")
        if found is None or found.name.casefold() in each.name.casefold():
            return ""
        return "" if found.key in re.findall(r"\w+", each.name) else found.name

    def _recorded(self, who: str) -> bool | None:
        if self.record is None or who not in (*self.record.present, *self.record.absent):
            return None
        return who in self.record.present

    def _away(self, who: str) -> bool:
        day = self.meeting.time.on.first
        return any(each.person == who and each.covers(day) for each in self.work.roll.absences)

    def _person(self, key: str | None) -> Person | None:
        return self.work.look(Person, key) if key else None


def _order(each: Attendee) -> tuple[int, bool, str, str]:
    return ORDER.index(each.part), not each.leader, alphabetical(each.name), each.who
