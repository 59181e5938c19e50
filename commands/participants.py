"""Several people invited at once: by their role, by where they belong, or as a group.

Whoever is invited already stays so, and nobody is invited twice at one address.
"""

from ..domain.errors import DomainError
from ..domain.invitations import Invitation
from ..domain.kinds import Role
from ..domain.organisations import Organisation
from ..domain.people import Person, holding
from ..store.unit_of_work import UnitOfWork
from .invitations import (
    AddressInvited,
    NoAddress,
    invitations_of,
    invite,
    invite_people,
    open_meeting,
)
from .participant_groups import standing_group


class NobodyInRole(DomainError):
    """Nobody is {role} on {day}, the day of {meeting}. See `tilsvar user list`."""


class NobodyLeft(DomainError):
    """Nobody in the group {group} has a role on {day}, the day of {meeting}: set it anew."""


class NobodyReached(DomainError):
    """Nobody who takes part in {meeting} has an e-mail address. Register one, or invite one."""


def invite_role(
    work: UnitOfWork, *, meeting: str, role: Role, required: bool = True, language: str = "nb"
) -> list[Invitation]:
    """Invite everybody in that role on the meeting's day; observers may come, but need not.

    Returns those who were not invited before. Raises NobodyInRole and what `open_meeting` does.
    """
    day = open_meeting(work, meeting).time.on.day
    people = holding(role, work.people, day)
    if not people:
        raise NobodyInRole(role=role, day=day, meeting=meeting)
    return invite_people(
        work,
        meeting=meeting,
        people=people,
        required=required and role is not Role.OBSERVER,
        language=language,
    )


def invite_organisation(
    work: UnitOfWork,
    *,
    meeting: str,
    organisation: str,
    required: bool = True,
    language: str = "nb",
) -> list[Invitation]:
    """Invite those of that organisation who have a role here; where nobody has, itself.

    Who belongs to what it has taken over belongs to it too. Returns those who were not invited
    before. Raises Unknown, NoAddress and what `open_meeting` does.
    """
    day = open_meeting(work, meeting).time.on.day
    work.known(Organisation, organisation)
    now = work.succession.on(organisation, day)
    people = [
        each
        for each in work.people
        if each.organisation
        and each.active_on(day)
        and each.email
        and work.succession.on(each.organisation, day) == now
    ]
    if people:
        return invite_people(
            work, meeting=meeting, people=people, required=required, language=language
        )
    return _invite_new(work, meeting, organisation, required=required, language=language)


def invite_group(
    work: UnitOfWork, *, meeting: str, name: str, required: bool = True, language: str = "nb"
) -> list[Invitation]:
    """Invite a group's organisations, and those of its people who have a role on that day.

    Returns those who were not invited before. Raises Unknown, NobodyLeft, NoAddress and what
    `open_meeting` does.
    """
    day = open_meeting(work, meeting).time.on.day
    group = standing_group(work, name)
    fresh, anybody = [], False
    for key in group.members:
        person = work.look(Person, key)
        if person is not None and not person.active_on(day):
            continue
        anybody = True
        if person is None:
            fresh += _invite_new(work, meeting, key, required=required, language=language)
        elif not person.email:
            raise NoAddress(who=key)
        else:
            fresh += invite_people(
                work, meeting=meeting, people=[person], required=required, language=language
            )
    if not anybody:
        raise NobodyLeft(group=group.key, day=day, meeting=meeting)
    return fresh


def invite_participants(
    work: UnitOfWork, *, meeting: str, required: bool = True, language: str = "nb"
) -> list[Invitation]:
    """Invite whoever is registered as taking part, each at its own address, if it has one.

    Returns those who were not invited before. Raises NobodyReached where none of them has one, and
    what `open_meeting` does.
    """
    found = open_meeting(work, meeting)
    fresh: list[Invitation] = []
    reached = False
    for key in found.participants:
        try:
            fresh += _invite_new(work, meeting, key, required=required, language=language)
        except NoAddress:
            continue
        except AddressInvited:
            pass  # they are reached at an address that is invited already
        reached = True
    if not reached:
        raise NobodyReached(meeting=found.title)
    return fresh


def _invite_new(
    work: UnitOfWork, meeting: str, who: str, *, required: bool, language: str
) -> list[Invitation]:
    """The invitation of an organisation, where it is a new one."""
    if any(each.who == who and each.stands for each in invitations_of(work, meeting)):
        return []
    return [invite(work, meeting=meeting, who=who, required=required, language=language)]
