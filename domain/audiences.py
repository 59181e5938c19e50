"""Who hears of a rung: the responsible person, or the whole secretariat; leader and members."""

from collections.abc import Sequence
from datetime import date

from .entity import Entity
from .kinds import Role
from .ladders import Audience
from .people import Person, holding


def audience_on(
    day: date, audience: Audience, entity: Entity, people: Sequence[Person]
) -> list[Person]:
    """Those to remind on that day, by key; empty where nobody holds the role.

    An object without a responsible person, or whose responsible person has left, is the
    secretariat's: every active person in that role.
    """
    match audience:
        case Audience.LEADER:
            return holding(Role.LEADER, people, day)
        case Audience.MEMBERS:
            return holding(Role.MEMBER, people, day)
        case Audience.RESPONSIBLE:
            key: str | None = getattr(entity, "responsible", None)
            named = [each for each in people if each.key == key and each.active_on(day)]
            return named or holding(Role.SECRETARIAT, people, day)
