"""Who has a stake in a theme, and where they stand."""

from dataclasses import dataclass
from datetime import date

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class StakeholderNamed(Event):
    about = Kind.STAKEHOLDER
    sentence = N_("{organisation} was put on the list of stakeholders as {stakeholder_role}.")
    stakeholder: str
    organisation: str
    stakeholder_role: str


@dataclass(frozen=True)
class StanceRecorded(Event):
    """`number` is which of its stances; `evidence` what says so, "letter:L2020-02" or empty."""

    about = Kind.STAKEHOLDER
    sentence = N_("The stance of {organisation} {when_as_of} was recorded: {stance}.")
    stakeholder: str
    organisation: str
    number: int
    stance: str
    as_of: Edtf
    evidence: str = ""


@dataclass(frozen=True)
class StanceWithdrawn(Event):
    about = Kind.STAKEHOLDER
    stakeholder: str
    organisation: str
    number: int
    stance: str
    as_of: Edtf
    why: str = ""

    @property
    def sentence(self) -> str:
        if self.why:
            return N_("The stance of {organisation} {when_as_of}, {stance}, was withdrawn: {why}.")
        return N_("The stance of {organisation} {when_as_of}, {stance}, was withdrawn.")


@dataclass(frozen=True)
class StanceRestored(Event):
    about = Kind.STAKEHOLDER
    sentence = N_("The stance of {organisation} {when_as_of}, {stance}, stands again.")
    stakeholder: str
    organisation: str
    number: int
    stance: str
    as_of: Edtf


@dataclass(frozen=True)
class StakeholderHeard(Event):
    """`on` is the last day on which we heard from it about the theme, as is known by now."""

    about = Kind.STAKEHOLDER
    stakeholder: str
    organisation: str
    on: date | None = None

    @property
    def sentence(self) -> str:
        if self.on is None:
            return N_("{organisation} has not been heard from about the theme after all.")
        return N_("{organisation} was last heard from about the theme {when_on}.")


@dataclass(frozen=True)
class StakeholderCorrected(Event):
    about = Kind.STAKEHOLDER
    sentence = N_(
        "What was registered about {organisation} as a stakeholder was corrected: {changed}."
    )
    stakeholder: str
    organisation: str
    changed: Keys


@dataclass(frozen=True)
class StakeholderRemoved(Event):
    about = Kind.STAKEHOLDER
    stakeholder: str
    organisation: str
    why: str = ""

    @property
    def sentence(self) -> str:
        if self.why:
            return N_("{organisation} was taken off the list of stakeholders: {why}.")
        return N_("{organisation} was taken off the list of stakeholders.")


@dataclass(frozen=True)
class StakeholderRestored(Event):
    about = Kind.STAKEHOLDER
    sentence = N_("{organisation} was put back on the list of stakeholders.")
    stakeholder: str
    organisation: str
