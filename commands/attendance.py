"""Facts about who was at a meeting, and whom one expected there."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.attendance import Attendance, Part, council_on, part_of
from ..domain.errors import DomainError
from ..domain.invitations import Invitation, same_address
from ..domain.kinds import MeetingKind, MeetingStatus, PartStat
from ..domain.meetings import Meeting
from ..domain.organisations import Organisation
from ..domain.people import Person
from ..store.unit_of_work import UnitOfWork
from .invitations import invitations_of


class NotBegunYet(DomainError):
    """{meeting} has not begun: who is there is recorded from its start on."""


class NeverHeld(DomainError):
    """{meeting} is cancelled, and nobody was there."""


class BothThereAndNot(DomainError):
    """{who} cannot be both present and absent. Name them once."""


@dataclass(frozen=True)
class Expected:
    """Somebody who belongs to a meeting: invited, on the council that day, or recorded.

    `answer` is None for whoever is not invited. `person` is None for organisations and guests.
    `in_place_of` is the member for whom the deputy was asked.
    """

    who: str
    name: str
    organisation: str | None
    part: Part
    person: Person | None
    answer: PartStat | None = None
    in_place_of: str | None = None

    @property
    def deputy_for(self) -> str | None:
        """The member whose deputy they are on that day."""
        return self.person.deputy_for if self.person and self.part is Part.DEPUTY else None


def expected(work: UnitOfWork, meeting: Meeting) -> list[Expected]:
    """Everybody who belongs to the meeting, by key, in no particular order of importance.

    To a council meeting belongs whoever is a member or the leader on its day, invited or not.
    """
    every = {each.who: each for each in invitations_of(work, meeting.key)}
    keys = {key for key, each in every.items() if each.stands}
    if meeting.kind is MeetingKind.COUNCIL:
        keys |= {each.key for each in council_on(work.people, meeting.time.on.first)}
    recorded = work.look(Attendance, meeting.key)
    if recorded is not None:
        keys |= {*recorded.present, *recorded.absent}
    return [_expected(work, meeting, key, every.get(key)) for key in sorted(keys)]


def _expected(
    work: UnitOfWork, meeting: Meeting, key: str, invitation: Invitation | None
) -> Expected:
    person = work.look(Person, key)
    organisation = work.organisations.get(key) if person is None else None
    known = invitation.name if invitation else key
    standing = invitation if invitation and invitation.stands else None
    return Expected(
        key,
        person.name if person else organisation.name if organisation else known,
        person.organisation if person else None,
        part_of(person, meeting.time.on.first),
        person,
        standing.answer_to(meeting) if standing else None,
        standing.in_place_of if standing else None,
    )


def record_attendance(
    work: UnitOfWork, *, meeting: str, present: Iterable[str] = (), absent: Iterable[str] = ()
) -> Attendance:
    """Record who was there, by key or address; recorded once more, it corrects what was recorded.

    Whoever is not named stays as recorded before, else as they answered. Without a yes or a no they
    count as absent, but as present where only those who were absent are named; a deputy never does.
    Raises NotBegunYet, NeverHeld, BothThereAndNot, and Unknown for a key.
    """
    found = work.get(Meeting, meeting)
    _require_held(work, found)
    everybody = expected(work, found)
    addresses = _addresses(work, meeting)
    there = {_key(work, who, everybody, addresses) for who in present}
    not_there = {_key(work, who, everybody, addresses) for who in absent}
    if both := there & not_there:
        raise BothThereAndNot(who=min(both))
    recorded = work.find(Attendance, meeting)
    if recorded is not None:
        recorded.correct(there, not_there)
        return recorded
    rest = {
        each.who
        for each in everybody
        if _came(each, unless_told=bool(not_there) and not there) and each.who not in not_there
    }
    keys = {each.who for each in everybody} | not_there
    recorded = Attendance.of(meeting, there | rest, keys - there - rest)
    work.add(recorded)
    return recorded


def enter_attendance(
    work: UnitOfWork, *, meeting: str, present: Iterable[str], absent: Iterable[str]
) -> Attendance:
    """Enter who was there as a register tells it: exactly these, by their keys, whoever answered.

    Recorded already, it corrects what was recorded. Raises NotBegunYet and NeverHeld.
    """
    _require_held(work, work.get(Meeting, meeting))
    recorded = work.find(Attendance, meeting)
    if recorded is None:
        recorded = Attendance.of(meeting, present, absent)
        work.add(recorded)
    else:
        recorded.correct(present, absent)
    return recorded


def can_be_recorded(work: UnitOfWork, meeting: Meeting) -> bool:
    """Whether anybody can have been there by now."""
    return meeting.status is not MeetingStatus.CANCELLED and _has_begun(work, meeting)


def _require_held(work: UnitOfWork, meeting: Meeting) -> None:
    if meeting.status is MeetingStatus.CANCELLED:
        raise NeverHeld(meeting=meeting.key)
    if not _has_begun(work, meeting):
        raise NotBegunYet(meeting=meeting.key)


def _has_begun(work: UnitOfWork, meeting: Meeting) -> bool:
    if meeting.time.start is not None:
        return meeting.time.start <= work.now
    return meeting.time.on.first <= work.today


def _came(each: Expected, *, unless_told: bool) -> bool:
    """Whether somebody who is not named counts as present."""
    if each.answer in (PartStat.DECLINED, PartStat.DELEGATED):
        return False
    return each.answer is PartStat.ACCEPTED or (unless_told and each.part is not Part.DEPUTY)


def _addresses(work: UnitOfWork, meeting: str) -> list[tuple[str, str]]:
    """Every address with the key of whose it is; those of the meeting's own guests first."""
    invited = [(each.address, each.who) for each in invitations_of(work, meeting)]
    return invited + [(each.email, each.key) for each in work.people if each.active_on(work.today)]


def _key(
    work: UnitOfWork, who: str, everybody: list[Expected], addresses: list[tuple[str, str]]
) -> str:
    for address, key in addresses:
        if same_address(address, who):
            return key
    known = any(each.who == who for each in everybody) or work.look(Person, who) is not None
    return who if known else work.known(Organisation, who)
