"""The main areas of the council's plan of action."""

from dataclasses import dataclass

from .dates import Edtf
from .entity import Entity
from .events import AreaCorrected, AreaRegistered


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
