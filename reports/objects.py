"""The objects whose dates are watched, found by the key that a person knows them by."""

from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd
from ..domain.promises import Promise
from ..domain.themes import Theme
from ..store.unit_of_work import UnitOfWork

HOLDERS: dict[Kind, type[Entity]] = {
    Kind.OBLIGATION: Letter,
    Kind.LETTER: Letter,
    Kind.CONSULTATION: Consultation,
    Kind.DEADLINE: Deadline,
    Kind.OP_ED: OpEd,
    Kind.MEETING: Meeting,
    Kind.THEME: Theme,
    Kind.STAKEHOLDER: Theme,
    Kind.MEASURE: Measure,
    Kind.PROMISE: Promise,
}
"""Which entity holds the objects of a kind."""


def find_watched(work: UnitOfWork, key: str) -> Entity | None:
    """Whatever has that key among what has a date to explain."""
    for cls in dict.fromkeys(HOLDERS.values()):
        found: Entity | None = work.find(cls, key)
        if found is not None:
            return found
    return None
