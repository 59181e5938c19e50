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
    op_ed: str
    on: date
    comments_by: date | None = None

    @property
    def sentence(self) -> str:
        if self.comments_by is None:
            return N_("The op-ed went to the members for comments {when_on}.")
        return N_("The op-ed went to the members {when_on}, for comments by {comments_by}.")


@dataclass(frozen=True)
class OpEdCommentsMoved(Event):
    """Another last day for the members' comments, or one where there was none."""

    about = Kind.OP_ED
    sentence = N_("The members' comments on the op-ed are now due by {comments_by}.")
    op_ed: str
    comments_by: date


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
class OpEdCosigned(Event):
    about = Kind.OP_ED
    sentence = N_("{organisations} signed the op-ed together with the council.")
    op_ed: str
    organisations: Keys


@dataclass(frozen=True)
class OpEdReactedTo(Event):
    """What was said stands on the op-ed alone, since it may name people."""

    about = Kind.OP_ED
    sentence = N_("A reaction to the op-ed was recorded {when_on}.")
    op_ed: str
    on: date


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


@dataclass(frozen=True)
class OpEdCommentsNearing(Bell):
    """The clock reached a rung before, or the day of, the members' comments."""

    about = Kind.OP_ED
    op_ed: str
    rung: str
    due: Edtf
    versions: tuple[int, ...]

    @property
    def sentence(self) -> str:
        if self.on_the_date:
            return N_("The day for the members' comments on the op-ed came: {due}.")
        return N_("The members' comments on the op-ed were to come soon: {due}.")


@dataclass(frozen=True)
class OpEdUnanswered(Bell):
    """The clock found an op-ed that an outlet had had for the set time."""

    about = Kind.OP_ED
    sentence = N_("No outlet had answered for the op-ed that was sent in {when_sent}.")
    op_ed: str
    rung: str
    sent: date
    versions: tuple[int, ...]
