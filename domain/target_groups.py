"""Whom the council wants to reach: the target groups of its communications plan."""

from dataclasses import dataclass

from .entity import Entity
from .errors import DomainError
from .events import (
    TargetGroupCorrected,
    TargetGroupRegistered,
    TargetGroupRetired,
    TargetGroupTakenUp,
)


class GroupNotInUse(DomainError):
    """The target group {name} is not in use already."""


class GroupInUse(DomainError):
    """The target group {name} is in use."""


@dataclass(eq=False)
class TargetGroup(Entity):
    """A `retired` one stays on what it was chosen for, and is offered for nothing new."""

    key: str
    name: str
    source: str = ""
    retired: bool = False

    @classmethod
    def register(cls, key: str, name: str, source: str = "") -> "TargetGroup":
        group = cls(key, name, source)
        group.record(TargetGroupRegistered(key))
        return group

    def correct(self, **values: object) -> None:
        changed = self.change(values)
        if changed:
            self.record(TargetGroupCorrected(self.key, changed))

    def retire(self) -> None:
        """Nothing new is planned for it. Raises GroupNotInUse."""
        if self.retired:
            raise GroupNotInUse(name=self.name)
        self.retired = True
        self.record(TargetGroupRetired(self.key))

    def take_up(self) -> None:
        """It is used again. Raises GroupInUse."""
        if not self.retired:
            raise GroupInUse(name=self.name)
        self.retired = False
        self.record(TargetGroupTakenUp(self.key))
