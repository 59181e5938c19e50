"""Who hears of a rung: the responsible person, or the whole secretariat; leader and members.

Whoever is away is stood in for by the deputy, and where there is none by the secretariat.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .absences import Absence, present, standing_in
from .entity import Entity
from .kinds import Role
from .ladders import Audience
from .people import Person, holding


@dataclass(frozen=True)
class Roll:
    """Everybody with a role, and who is away when."""

    people: Sequence[Person]
    absences: Sequence[Absence] = ()

    def hears(self, who: str, entity: Entity, day: date) -> list[Person]:
        """Those to remind on that day, by key; empty where nobody holds the role.

        `who` is an Audience or a person's key. An object without a responsible person, or whose
        responsible person has left or is away without a deputy, is the secretariat's.
        """
        match who:
            case Audience.RESPONSIBLE:
                key: str | None = getattr(entity, "responsible", None)
                return (self._person(key, day) if key else []) or self._secretariat(day)
            case Audience.SECRETARIAT:
                return self._secretariat(day)
            case Audience.LEADER:
                leaders = holding(Role.LEADER, self.people, day)
                return [one for each in leaders for one in self._stands(each, day)] or leaders
            case Audience.MEMBERS:
                return present(holding(Role.MEMBER, self.people, day), day, self.absences)
        return self._person(who, day) or self._secretariat(day)

    def _person(self, key: str, day: date) -> list[Person]:
        return [
            one
            for each in self.people
            if each.key == key and each.active_on(day)
            for one in self._stands(each, day)
        ]

    def _stands(self, person: Person, day: date) -> list[Person]:
        return standing_in(person, day, self.people, self.absences)

    def _secretariat(self, day: date) -> list[Person]:
        return present(holding(Role.SECRETARIAT, self.people, day), day, self.absences)
