"""Where each thing has its page."""

from urllib.parse import quote

from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd

FOLDERS: dict[Kind, str] = {
    Kind.LETTER: "letters",
    Kind.CONSULTATION: "consultations",
    Kind.DEADLINE: "deadlines",
    Kind.OP_ED: "op-eds",
    Kind.MEETING: "meetings",
    Kind.ORGANISATION: "organisations",
    Kind.PERSON: "settings/people",
}

CLASSES: dict[Kind, type[Entity]] = {
    Kind.LETTER: Letter,
    Kind.CONSULTATION: Consultation,
    Kind.DEADLINE: Deadline,
    Kind.OP_ED: OpEd,
    Kind.MEETING: Meeting,
}

_KINDS = {cls: kind for kind, cls in CLASSES.items()}


def address_of(kind: Kind, key: str) -> str | None:
    """The page of the thing with that key, None for kinds that have no pages."""
    return f"/{FOLDERS[kind]}/{quote(key, safe='')}" if kind in FOLDERS else None


def address(entity: Entity) -> str:
    return f"/{FOLDERS[_KINDS[type(entity)]]}/{quote(entity.key, safe='')}"
