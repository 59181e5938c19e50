"""Where each thing has its page."""

from functools import lru_cache
from urllib.parse import quote

from ..domain.communications import Activity
from ..domain.consultations import Consultation
from ..domain.deadlines import Deadline
from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.measures import Measure
from ..domain.media import Coverage
from ..domain.meetings import Meeting
from ..domain.notes import Note
from ..domain.op_eds import OpEd
from ..domain.points import Point
from ..domain.promises import Promise
from ..domain.themes import Theme

FOLDERS: dict[Kind, str] = {
    Kind.LETTER: "letters",
    Kind.CONSULTATION: "consultations",
    Kind.DEADLINE: "deadlines",
    Kind.OP_ED: "op-eds",
    Kind.ACTIVITY: "communications",
    Kind.MEETING: "meetings",
    Kind.ORGANISATION: "organisations",
    Kind.PERSON: "settings/people",
    Kind.TARGET_GROUP: "settings/target-groups",
    Kind.THEME: "themes",
    Kind.CONTACT: "contacts",
    Kind.MEASURE: "measures",
    Kind.NOTE: "notes",
    Kind.PROMISE: "promises",
    Kind.POINT: "points",
    Kind.OUTLET: "media",
    Kind.COVERAGE: "media/coverage",
    Kind.SCHEDULED_REPORT: "settings/scheduled-reports",
}

CLASSES: dict[Kind, type[Entity]] = {
    Kind.LETTER: Letter,
    Kind.CONSULTATION: Consultation,
    Kind.DEADLINE: Deadline,
    Kind.OP_ED: OpEd,
    Kind.ACTIVITY: Activity,
    Kind.MEETING: Meeting,
    Kind.THEME: Theme,
    Kind.MEASURE: Measure,
    Kind.NOTE: Note,
    Kind.PROMISE: Promise,
    Kind.POINT: Point,
    Kind.COVERAGE: Coverage,
}

_KINDS = {cls: kind for kind, cls in CLASSES.items()}


@lru_cache(maxsize=16_384)  # long lists ask for the same ones each time
def address_of(kind: Kind, key: str) -> str | None:
    """The page of the thing with that key, None for kinds that have no pages."""
    if kind is Kind.STAKEHOLDER:
        theme, _, organisation = key.partition("/")
        return f"/themes/{quote(theme, safe='')}/stakeholders/{quote(organisation, safe='')}"
    return f"/{FOLDERS[kind]}/{quote(key, safe='')}" if kind in FOLDERS else None


def address(entity: Entity) -> str:
    return f"/{FOLDERS[_KINDS[type(entity)]]}/{quote(entity.key, safe='')}"


def place(kind: Kind, key: str, deed: str = "") -> str:
    """The address of the thing, or of what is to be done with it."""
    own = address_of(kind, key) if key else f"/{FOLDERS[kind]}"
    return "/".join(filter(None, (own, deed)))
