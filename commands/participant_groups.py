"""Facts about groups that are invited together: who belongs to one, and that one is no more."""

from collections.abc import Iterable

from ..domain.organisations import Organisation
from ..domain.participant_groups import ParticipantGroup, checked_name
from ..domain.people import Person
from ..store.unit_of_work import UnitOfWork, Unknown


def set_group(work: UnitOfWork, *, name: str, members: Iterable[str]) -> ParticipantGroup:
    """Let these people and organisations be the group, whoever was in it before.

    Raises NotAGroupName, EmptyGroup, and Unknown for a key.
    """
    known = tuple(
        key if work.look(Person, key) else work.known(Organisation, key) for key in members
    )
    found = work.find(ParticipantGroup, checked_name(name))
    if found is None:
        found = ParticipantGroup(checked_name(name))
        found.set_members(known)
        work.add(found)
    else:
        found.set_members(known)
    return found


def remove_group(work: UnitOfWork, *, name: str) -> None:
    """The group is no more; who was invited with it stays invited. Raises Unknown."""
    standing_group(work, name).remove()


def standing_group(work: UnitOfWork, name: str) -> ParticipantGroup:
    """The group of that name, locked. Raises Unknown."""
    found = work.get(ParticipantGroup, name.strip())
    if not found.members:
        raise Unknown(what="group", key=name)
    return found


def groups(work: UnitOfWork) -> list[ParticipantGroup]:
    """Those with somebody in them, by name."""
    return [each for each in work.all(ParticipantGroup) if each.members]
