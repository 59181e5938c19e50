"""Deputies: asked when a member says no, released when the member comes after all.

Nothing is decided by an absence that was registered: only an answer asks a deputy.
"""

from collections.abc import Mapping

from ..domain.absences import present
from ..domain.attendance import Part, part_of
from ..domain.events import DeputyAsked, DeputyReleased
from ..domain.invitation_answers import Answer, Asks, Doubt
from ..domain.invitations import Invitation, same_address
from ..domain.kinds import MeetingStatus, PartStat, Role
from ..domain.meetings import Meeting
from ..domain.people import Person, holding
from ..store.unit_of_work import UnitOfWork
from .invitation_answers import leave_to_a_person, withdraw_question
from .invitations import invitations_of, invite, is_over, uninvite


def follow_answer(work: UnitOfWork, *, meeting: str, who: str) -> None:
    """Somebody answered: ask or release the deputies of their seat, by what is so now.

    Nothing for a meeting that is over, cancelled or without a day, nor for a member who is not
    invited any more.
    """
    found = work.get(Meeting, meeting)
    ahead = found.status is not MeetingStatus.CANCELLED and not is_over(work, found)
    if not ahead or not found.time.on.is_day:
        return
    member = _holder_of_the_seat(work, who)
    standing = {each.who: each for each in invitations_of(work, meeting) if each.stands}
    if member is None or member.key not in standing:
        return
    if part_of(member, found.time.on.day) is not Part.COUNCIL:
        return
    match standing[member.key].answer_to(found):
        case PartStat.DECLINED:
            _ask(work, found, standing[member.key], standing)
        case PartStat.ACCEPTED:
            _release(work, found, standing[member.key], standing)


def _holder_of_the_seat(work: UnitOfWork, who: str) -> Person | None:
    person = work.look(Person, who)
    if person is not None and person.role is Role.DEPUTY and person.deputy_for:
        return work.look(Person, person.deputy_for)
    return person


def _ask(
    work: UnitOfWork, meeting: Meeting, member: Invitation, standing: Mapping[str, Invitation]
) -> None:
    """Invite the first deputy who has not said no, unless one of them is asked already."""
    day = meeting.time.on.day
    deputies = [
        each
        for each in holding(Role.DEPUTY, work.people, day)
        if each.deputy_for == member.who and each.email
    ]
    asked = {each.key: _asked(standing, each) for each in deputies}
    for invitation in filter(None, asked.values()):
        # What a person was to decide about them has decided itself: the seat is free again.
        withdraw_question(work, Doubt.DEPUTY_ACCEPTED, invitation.key)
    if any(each is not None and _may_come(each, meeting) for each in asked.values()):
        return
    fresh = [each for each in deputies if asked[each.key] is None]
    for deputy in present(fresh, day, work.roll.absences):
        if _may_come(_invite(work, meeting, deputy, member), meeting):
            return


def _may_come(deputy: Invitation, meeting: Meeting) -> bool:
    return deputy.answer_to(meeting) not in (PartStat.DECLINED, PartStat.DELEGATED)


def _asked(standing: Mapping[str, Invitation], deputy: Person) -> Invitation | None:
    """The deputy's invitation, also where it went to their address as a guest."""
    found = standing.get(deputy.key)
    guests = (each for each in standing.values() if same_address(each.address, deputy.email))
    return found or next(guests, None)


def _invite(work: UnitOfWork, meeting: Meeting, deputy: Person, member: Invitation) -> Invitation:
    invitation = invite(work, meeting=meeting.key, who=deputy.key, language=member.language)
    invitation.in_place_of = member.who
    work.record(DeputyAsked(meeting.key, deputy.key, member.who))
    return invitation


def _release(
    work: UnitOfWork, meeting: Meeting, member: Invitation, standing: Mapping[str, Invitation]
) -> None:
    """Uninvite those who were asked in the member's place; about one who said yes a person decides.

    A deputy whom somebody invited for their own sake stays invited.
    """
    for each in standing.values():
        if each.in_place_of != member.who:
            continue
        # They may be answering at this moment: what they said is read once more under the lock.
        deputy = work.get(Invitation, each.key)
        if deputy.answer_to(meeting) is PartStat.ACCEPTED:
            leave_to_a_person(
                work, Doubt.DEPUTY_ACCEPTED, _question(meeting, member, deputy), meeting, deputy
            )
        else:
            uninvite(work, meeting=meeting.key, who=deputy.who)
            work.record(DeputyReleased(meeting.key, deputy.who, member.who))


def _question(meeting: Meeting, member: Invitation, deputy: Invitation) -> Answer:
    """The member's answer as it concerns the deputy; a later one is another question."""
    return Answer(
        asks=Asks.REPLY,
        uid=meeting.uid,
        attendee=deputy.address,
        sender=member.address,
        partstat=PartStat.ACCEPTED,
        sequence=member.answered_sequence or 0,
        stamp=member.answered_stamp,
        comment=member.who,
    )
