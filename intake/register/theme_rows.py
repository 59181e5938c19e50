"""The rows of the sheets about themes."""

from dataclasses import dataclass

from ...domain.dates import Edtf
from ...domain.measures import MeasureStatus
from ...domain.promises import PromiseStatus
from ...domain.qualification import FormField
from ...domain.stakeholders import Level, StakeholderRole, StanceValue
from ...domain.themes import DecisionPoint, Outcome, Stage
from .rows import Row


@dataclass(frozen=True, kw_only=True)
class ThemeRow(Row):
    """A theme. `stage` is where it stood when it was registered; decisions lead it on."""

    key: str
    title: str
    area: str | None
    stage: Stage | None
    plan: str
    goal: str
    responsible: str | None
    set_aside: bool | None
    known: Edtf | None
    source: str


@dataclass(frozen=True, kw_only=True)
class DecisionRow(Row):
    theme: str
    point: DecisionPoint
    outcome: Outcome
    on: Edtf
    by: str | None
    meeting: str | None
    case: str
    note: str


@dataclass(frozen=True, kw_only=True)
class FormRow(Row):
    """One answer of a theme's qualification form."""

    theme: str
    field: FormField
    text: str


@dataclass(frozen=True, kw_only=True)
class MeasureRow(Row):
    key: str
    theme: str
    title: str
    owner: str | None
    responsible: str | None
    status: MeasureStatus
    follow_up: Edtf | None
    done_on: Edtf | None
    why: str
    note: str
    known: Edtf | None
    source: str


@dataclass(frozen=True, kw_only=True)
class StakeholderRow(Row):
    """A stakeholder, and where it stood on a date; further rows tell where it stood on others.

    One that is `removed` is on the theme's list no more, and `why` says for what reason.
    """

    theme: str
    organisation: str
    role: StakeholderRole | None
    responsibility: str
    stance: StanceValue | None
    as_of: Edtf | None
    influence: Level | None
    interest: Level | None
    known_by: tuple[str, ...]
    evidence: str
    removed: bool | None
    why: str
    source: str

    @property
    def pair(self) -> tuple[str, str]:
        return self.theme, self.organisation


@dataclass(frozen=True, kw_only=True)
class BelongingRow(Row):
    """That somebody has put a thing into a theme, or has taken it out (`belongs` is no)."""

    theme: str
    thing: str
    belongs: bool


@dataclass(frozen=True, kw_only=True)
class ContactRow(Row):
    key: str
    organisation: str
    function: str
    purpose: str
    name: str
    email: str
    themes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NoteRow(Row):
    key: str
    organisation: str
    theme: str | None
    on: Edtf
    by: str | None
    text: str


@dataclass(frozen=True, kw_only=True)
class PromiseRow(Row):
    key: str
    organisation: str
    theme: str | None
    given: Edtf
    what: str
    by_when: Edtf | None
    status: PromiseStatus
    kept_on: Edtf | None
    said_in: str
    responsible: str | None
    note: str
