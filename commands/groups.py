"""Which entity holds the object of a key: the letter of `L2020-02/HOD`, the deadline D2023-01."""

from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd
from ..domain.promises import Promise
from ..domain.themes import Theme
from ..store.unit_of_work import UnitOfWork, Unknown

HOLDERS: tuple[type[Entity], ...] = (
    Letter,
    Consultation,
    Deadline,
    OpEd,
    Meeting,
    Theme,
    Measure,
    Promise,
)


def holder_of(work: UnitOfWork, key: str) -> Entity:
    """The entity with that key, or with the part of it before the slash. Raises Unknown."""
    for cls in HOLDERS:
        found = work.find(cls, key.split("/", 1)[0])
        if found is not None:
            return found
    every = "letter, consultation, deadline, op-ed, meeting, theme, measure or promise"
    raise Unknown(what=every, key=key)
