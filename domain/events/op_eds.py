"""Op-eds from the first draft to the newspaper."""

from dataclasses import dataclass
from datetime import date

from ..dates import Edtf
from ..kinds import Kind, OpEdStatus
from ..sentences import N_
from .base import Bell, Event, Keys


@dataclass(frozen=True)
class OpEdStarted(Event):
    about = Kind.OP_ED
    op_ed: str
    status: str
    on: date

    @property
    def sentence(self) -> str:
        match OpEdStatus(self.status):
            case OpEdStatus.IDEA:
                return N_("The op-ed was registered as an idea of {on}.")
            case OpEdStatus.DRAFT:
                return N_("The op-ed was registered as a draft, last touched {when_on}.")
        return N_("The op-ed was registered, last touched {when_on}.")


@dataclass(frozen=True)
class OpEdTouched(Event):
    about = Kind.OP_ED
    sentence = N_("Someone worked on the op-ed {when_on}.")
    op_ed: str
    on: date


@dataclass(frozen=True)
class OpEdCirculated(Event):
    about = Kind.OP_ED
    sentence = N_("The op-ed went to the members for comments {when_on}.")
    op_ed: str
    on: date


@dataclass(frozen=True)
class OpEdApproved(Event):
    about = Kind.OP_ED
    sentence = N_("The op-ed was approved {when_on}.")
    op_ed: str
    on: date


@dataclass(frozen=True)
class OpEdSubmitted(Event):
    about = Kind.OP_ED
    op_ed: str
    outlet: str | None
    on: date

    @property
    def sentence(self) -> str:
        if self.outlet is None:
            return N_("The op-ed was submitted {when_on}.")
        return N_("The op-ed was submitted to {outlet} {when_on}.")


@dataclass(frozen=True)
class OpEdRejected(Event):
    about = Kind.OP_ED
    op_ed: str
    outlet: str | None
    on: date

    @property
    def sentence(self) -> str:
        if self.outlet is None:
            return N_("The op-ed was turned down {when_on}.")
        return N_("{outlet} turned the op-ed down {when_on}.")


@dataclass(frozen=True)
class OpEdPublished(Event):
    about = Kind.OP_ED
    op_ed: str
    outlet: str | None
    published: Edtf

    @property
    def sentence(self) -> str:
        if self.outlet is None:
            return N_("The op-ed was published {when_published}.")
        return N_("The op-ed was published in {outlet} {when_published}.")


@dataclass(frozen=True)
class OpEdCorrected(Event):
    about = Kind.OP_ED
    sentence = N_("What was registered about the op-ed was corrected: {changed}.")
    op_ed: str
    changed: Keys


@dataclass(frozen=True)
class OpEdIdle(Bell):
    """The clock found a draft that nobody had touched for the set time."""

    about = Kind.OP_ED
    sentence = N_("Nobody had worked on the op-ed since {touched}.")
    op_ed: str
    rung: str
    touched: date
    versions: tuple[int, ...]
