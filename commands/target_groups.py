"""The target groups of the communications plan: what they are called, and which are still used."""

from ..domain.errors import DomainError
from ..domain.target_groups import TargetGroup
from ..store.unit_of_work import UnitOfWork
from .keys import free_key, key_of_name


class GroupNamedTwice(DomainError):
    """There is a target group named {name} already: choose another name."""


def register_target_group(
    work: UnitOfWork, *, key: str, name: str, source: str = ""
) -> TargetGroup:
    """One with a key of its own, as a register has it. Raises Taken."""
    group = TargetGroup.register(key, name, source)
    work.add(group)
    return group


def add_target_group(work: UnitOfWork, *, name: str) -> TargetGroup:
    """A new one to choose, under a key made of its name. Raises GroupNamedTwice."""
    require_own_name(work, name)
    taken = {each.key for each in work.all(TargetGroup)}
    key = free_key(key_of_name(name, "GROUP"), taken)
    return register_target_group(work, key=key, name=name)


def require_own_name(work: UnitOfWork, name: str, but: str = "") -> None:
    """Raises GroupNamedTwice where another one in use is called so."""
    for each in work.all(TargetGroup):
        same = each.name.casefold() == name.casefold()
        if same and each.key != but and not each.retired:
            raise GroupNamedTwice(name=name)


def name_target_group(work: UnitOfWork, *, target_group: str, name: str) -> None:
    """Call it something else; what it was chosen for keeps it. Raises GroupNamedTwice, Unknown."""
    require_own_name(work, name, but=target_group)
    work.get(TargetGroup, target_group).correct(name=name)


def retire_target_group(work: UnitOfWork, *, target_group: str) -> None:
    """Nothing new is planned for it; what is, stays. Raises GroupNotInUse, Unknown."""
    work.get(TargetGroup, target_group).retire()


def take_up_target_group(work: UnitOfWork, *, target_group: str) -> None:
    """It is used again. Raises GroupInUse, GroupNamedTwice, Unknown."""
    found = work.get(TargetGroup, target_group)
    require_own_name(work, found.name, but=target_group)
    found.take_up()
