"""Facts about invitations: somebody is invited, uninvited, told again, or wants another time."""

from collections.abc import Iterable

from sqlalchemy import select

from ..domain.errors import DomainError
from ..domain.invitation_errors import NotInvited
from ..domain.invitations import Invitation, same_address
from ..domain.kinds import MeetingStatus, Role
from ..domain.meetings import Meeting
from ..domain.moments import end_of_day
from ..domain.organisations import Organisation
from ..domain.people import Person, holding
from ..store import invitation_tables
from ..store.unit_of_work import UnitOfWork

COUNCIL = (Role.MEMBER, Role.LEADER, Role.SECRETARIAT)
"""Who belongs to a council meeting on the day of it."""


class MeetingIsOver(DomainError):
    """{meeting} is over, and nobody can be invited to it any more."""


class MeetingIsCancelled(DomainError):
    """{meeting} is cancelled, and nobody can be invited to it."""


class NoDayFixed(DomainError):
    """{meeting} has no day yet ({on}). Move it to a day first, then invite."""


class NoAddress(DomainError):
    """There is no e-mail address for {who}. Register one, or invite an address."""


class AddressInvited(DomainError):
    """{address} is invited to {meeting} already, as {who}."""


def invite(
    work: UnitOfWork,
    *,
    meeting: str,
    who: str,
    name: str = "",
    required: bool = True,
    language: str = "nb",
) -> Invitation:
    """Invite a person or an organisation by the key, or anybody by an e-mail address.

    The invitation goes out by mail from here. Whoever is invited already stays so. `name` is for an
    address; `language` is nb, nn or en. Raises MeetingIsOver, MeetingIsCancelled, NoDayFixed,
    NoAddress, AddressInvited, and Unknown for the meeting or for who it is.
    """
    found = open_meeting(work, meeting)
    known = {each.who: each for each in invitations_of(work, meeting)}
    who, name, address, external = _guest(work, who, name, known)
    invitation = known.get(who)
    if invitation is not None and invitation.stands:
        return invitation
    for each in known.values():
        if each.stands and same_address(each.address, address):
            raise AddressInvited(address=address, meeting=meeting, who=each.who)
    if invitation is not None:
        again = work.get(Invitation, invitation.key)
        again.invite_again(found, name=name, address=address, language=language, required=required)
        return again
    invitation = Invitation.invite(
        found,
        who,
        name=name,
        address=address,
        reply_token=work.new_uid(f"invitation/{meeting}/{who}").replace("-", ""),
        language=language,
        required=required,
        external=external,
    )
    work.add(invitation)
    return invitation


def invite_council(
    work: UnitOfWork, *, meeting: str, observers: bool = False, language: str = "nb"
) -> list[Invitation]:
    """Invite the members, the leader and the secretariat of the meeting's day, once an address.

    Returns those who were not invited before, by key. Raises what `invite` does.
    """
    day = open_meeting(work, meeting).time.on.day
    roles = (*COUNCIL, Role.OBSERVER) if observers else COUNCIL
    fresh = []
    for role in roles:
        people = holding(role, work.people, day)
        required = role is not Role.OBSERVER
        fresh += invite_people(
            work, meeting=meeting, people=people, required=required, language=language
        )
    return sorted(fresh, key=lambda invitation: invitation.key)


def invite_people(
    work: UnitOfWork,
    *,
    meeting: str,
    people: Iterable[Person],
    required: bool = True,
    language: str = "nb",
) -> list[Invitation]:
    """Invite those of them who are not invited yet, once an address; who has none is left out."""
    fresh = []
    for person in people:
        standing = [each for each in invitations_of(work, meeting) if each.stands]
        taken = {each.address.casefold() for each in standing}
        if person.email.casefold() not in taken | {""}:
            fresh.append(
                invite(work, meeting=meeting, who=person.key, required=required, language=language)
            )
    return fresh


def uninvite(work: UnitOfWork, *, meeting: str, who: str) -> Invitation:
    """Somebody need not come: their calendar drops the meeting, the others notice nothing.

    Raises NotInvited.
    """
    found = work.get(Meeting, meeting)
    invitation = find_invitation(work, meeting=meeting, who=who)
    invitation.uninvite()
    # Every cancellation is a new version, also one for a single reader (RFC 5546 § 2.1.4).
    found.moved(work.now)
    return invitation


def repeat_invitation(work: UnitOfWork, *, meeting: str, who: str) -> Invitation:
    """Send once more what they were told last, to the address that is registered for them now.

    Raises NotInvited, NothingToRepeat.
    """
    invitation = find_invitation(work, meeting=meeting, who=who)
    person, organisation = work.look(Person, invitation.who), None
    if person is None:
        organisation = work.look(Organisation, invitation.who)
    registered = (person.email if person else "") or (organisation.email if organisation else "")
    invitation.address = registered or invitation.address
    invitation.repeat()
    return invitation


def accept_proposal(work: UnitOfWork, *, meeting: str, who: str) -> Meeting:
    """Move the meeting to the time that they proposed; everybody invited is asked anew.

    Raises NotInvited, NothingProposed.
    """
    found = work.get(Meeting, meeting)
    proposal = find_invitation(work, meeting=meeting, who=who).accept_proposal()
    if proposal.place:
        found.correct(work.now, place=proposal.place)
    found.move(proposal.time, work.now)
    return found


def decline_proposal(work: UnitOfWork, *, meeting: str, who: str, why: str = "") -> Invitation:
    """The meeting stays where it is, and they are told so. Raises NotInvited, NothingProposed."""
    invitation = find_invitation(work, meeting=meeting, who=who)
    invitation.decline_proposal(why)
    return invitation


def invitations_of(work: UnitOfWork, meeting: str) -> list[Invitation]:
    """All that the meeting ever had, by key, those withdrawn too; for looking only."""
    work.session.flush()
    column = invitation_tables.invitation.c
    query = select(Invitation).where(column.meeting == meeting).order_by(column.key)
    return list(work.session.scalars(query))


def find_invitation(work: UnitOfWork, *, meeting: str, who: str) -> Invitation:
    """The invitation of that key or address, locked. Raises NotInvited."""
    for each in invitations_of(work, meeting):
        if who == each.who or same_address(who, each.address):
            return work.get(Invitation, each.key)
    work.known(Meeting, meeting)
    raise NotInvited(who=who, meeting=meeting)


def is_over(work: UnitOfWork, meeting: Meeting) -> bool:
    """Whether it has ended; a meeting without hours ends with its last day in Oslo."""
    ends = meeting.time.ends or end_of_day(meeting.time.on.last, work.office.zone)
    return ends <= work.now


def open_meeting(work: UnitOfWork, meeting: str) -> Meeting:
    """The meeting, locked, if somebody can be invited to it still.

    Raises MeetingIsOver, MeetingIsCancelled, NoDayFixed.
    """
    found = work.get(Meeting, meeting)
    if found.status is MeetingStatus.CANCELLED:
        raise MeetingIsCancelled(meeting=meeting)
    if is_over(work, found):
        raise MeetingIsOver(meeting=meeting)
    if not found.time.on.is_day:
        raise NoDayFixed(meeting=meeting, on=found.time.on)
    return found


def _guest(
    work: UnitOfWork, who: str, name: str, known: dict[str, Invitation]
) -> tuple[str, str, str, bool]:
    """Their key, name and address, and whether they are from outside the council."""
    if "@" in who:
        return _guest_by_address(work, who, name, known)
    person = work.look(Person, who)
    if person is not None:
        if not person.email:
            raise NoAddress(who=who)
        return who, person.name, person.email, False
    organisation = work.get(Organisation, who)
    if not organisation.email:
        raise NoAddress(who=who)
    return who, organisation.name, organisation.email, True


def _guest_by_address(
    work: UnitOfWork, address: str, name: str, known: dict[str, Invitation]
) -> tuple[str, str, str, bool]:
    for each in known.values():
        if same_address(each.address, address):
            return each.who, name or each.name, address, each.external
    for person in work.people:
        if same_address(person.email, address) and person.active_on(work.today):
            return person.key, person.name, person.email, False
    number = 1
    while f"guest-{number}" in known:
        number += 1
    return f"guest-{number}", name or address.partition("@")[0], address, True
