"""Groups of people and organisations that are invited together, such as a working group."""

from dataclasses import dataclass

from .entity import Entity
from .errors import DomainError
from .events import GroupChanged, GroupRemoved

LONGEST_NAME = 80


class NotAGroupName(DomainError):
    """{name} cannot be the name of a group: write up to 80 signs, without ; and line breaks."""


class EmptyGroup(DomainError):
    """A group needs somebody in it: name the keys of people or organisations."""


def checked_name(name: str) -> str:
    """The name without spaces around it. Raises NotAGroupName."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or ";" in name or not name.isprintable():
        raise NotAGroupName(name=repr(name))
    return name


@dataclass(eq=False)
class ParticipantGroup(Entity):
    """The key is the name. A group without members was removed, and may come back."""

    key: str
    members: tuple[str, ...] = ()

    def set_members(self, members: tuple[str, ...]) -> None:
        """From now on these belong to it, in this order. Raises EmptyGroup."""
        members = tuple(dict.fromkeys(members))
        if not members:
            raise EmptyGroup
        if members != self.members:
            self.members = members
            self.record(GroupChanged(self.key, members))

    def remove(self) -> None:
        if self.members:
            self.members = ()
            self.record(GroupRemoved(self.key))
