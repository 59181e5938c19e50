"""What the council does to be heard: suggested, planned, done or dropped; and for whom."""

from dataclasses import dataclass

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class TargetGroupRegistered(Event):
    about = Kind.TARGET_GROUP
    sentence = N_("The target group was registered.")
    target_group: str


@dataclass(frozen=True)
class TargetGroupCorrected(Event):
    about = Kind.TARGET_GROUP
    sentence = N_("What was registered about the target group was corrected: {changed}.")
    target_group: str
    changed: Keys


@dataclass(frozen=True)
class TargetGroupRetired(Event):
    about = Kind.TARGET_GROUP
    sentence = N_("The target group was taken out of use.")
    target_group: str


@dataclass(frozen=True)
class TargetGroupTakenUp(Event):
    about = Kind.TARGET_GROUP
    sentence = N_("The target group was taken into use again.")
    target_group: str


@dataclass(frozen=True)
class ActivitySuggested(Event):
    """`about_kind` and `thing` say after what; both are empty where a person suggested it."""

    about = Kind.ACTIVITY
    activity: str
    about_kind: str = ""
    thing: str = ""

    @property
    def sentence(self) -> str:
        match self.about_kind:
            case Kind.LETTER:
                return N_("An activity was suggested, since letter {thing} was sent.")
            case Kind.CONSULTATION:
                return N_("An activity was suggested, since consultation {thing} was answered.")
            case Kind.MEETING:
                return N_("An activity was suggested, since meeting {thing} was held.")
        return N_("The activity was suggested.")


@dataclass(frozen=True)
class ActivityPlanned(Event):
    """`on` is when it is to take place, where that is known."""

    about = Kind.ACTIVITY
    activity: str
    on: Edtf | None

    @property
    def sentence(self) -> str:
        if self.on is None:
            return N_("The activity was planned, with no date yet.")
        return N_("The activity was planned, to take place {when_on}.")


@dataclass(frozen=True)
class ActivityMoved(Event):
    about = Kind.ACTIVITY
    activity: str
    was: Edtf | None
    on: Edtf | None

    @property
    def sentence(self) -> str:
        if self.on is None:
            return N_("The activity has no date any more.")
        if self.was is None:
            return N_("The activity got a date: {on}.")
        return N_("The activity moved. It was {was} and is now {on}.")


@dataclass(frozen=True)
class ActivityBecameOpEd(Event):
    about = Kind.ACTIVITY
    sentence = N_("The activity became op-ed {op_ed}.")
    activity: str
    op_ed: str


@dataclass(frozen=True)
class ActivityDone(Event):
    """How it went stands on the activity alone, since it may name people."""

    about = Kind.ACTIVITY
    sentence = N_("The activity was done {when_on}.")
    activity: str
    on: Edtf


@dataclass(frozen=True)
class ActivityDropped(Event):
    """Why stands on the activity alone, since it may name people."""

    about = Kind.ACTIVITY
    sentence = N_("The activity was dropped.")
    activity: str


@dataclass(frozen=True)
class ActivityLapsed(Event):
    """What it was suggested after was taken back."""

    about = Kind.ACTIVITY
    sentence = N_("The suggestion lapsed, since what it came from was taken back.")
    activity: str


@dataclass(frozen=True)
class ActivityReopened(Event):
    """`suggested` says that it is a suggestion again, otherwise it is planned."""

    about = Kind.ACTIVITY
    activity: str
    suggested: bool

    @property
    def sentence(self) -> str:
        if self.suggested:
            return N_("The activity is a suggestion again.")
        return N_("The activity is planned again.")


@dataclass(frozen=True)
class ActivityCorrected(Event):
    about = Kind.ACTIVITY
    sentence = N_("What was registered about the activity was corrected: {changed}.")
    activity: str
    changed: Keys
