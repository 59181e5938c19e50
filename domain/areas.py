"""The main areas of the council's plan of action."""

from dataclasses import dataclass
from datetime import date

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import AreaCorrected, AreaRegistered, AreaRetired, AreaTakenUp


class NotInUse(DomainError):
    """The area {name} is not used after {until} already."""


class InUse(DomainError):
    """The area {name} is in use."""


@dataclass(eq=False)
class Area(Entity):
    key: str
    name: str
    plan: str = ""
    since: Edtf | None = None
    until: Edtf | None = None

    @classmethod
    def register(
        cls, key: str, name: str, plan: str, since: Edtf | None, until: Edtf | None
    ) -> "Area":
        area = cls(key, name, plan, since, until)
        area.record(AreaRegistered(key))
        return area

    def correct(self, **values: object) -> None:
        changed = self.change(values)
        if changed:
            self.record(AreaCorrected(self.key, changed))

    def used_on(self, day: date) -> bool:
        """Whether something new may belong to it on that day."""
        return self.until is None or day <= self.until.last

    def retire(self, today: date, until: date) -> None:
        """Nothing new belongs to it after `until`. Raises NotInUse."""
        if self.until is not None and not self.used_on(today):
            raise NotInUse(name=self.name, until=self.until.last)
        self.until = Edtf.on(until)
        self.record(AreaRetired(self.key, until))

    def take_up(self, today: date) -> None:
        """It is used again, until further notice. Raises InUse."""
        if self.used_on(today):
            raise InUse(name=self.name)
        self.until = None
        self.record(AreaTakenUp(self.key))
