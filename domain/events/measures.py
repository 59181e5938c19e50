"""The measures of a theme: planned, followed up, done."""

from dataclasses import dataclass
from datetime import date

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Bell, Event, Keys


@dataclass(frozen=True)
class MeasurePlanned(Event):
    about = Kind.MEASURE
    measure: str
    theme: str
    follow_up: Edtf | None = None

    @property
    def sentence(self) -> str:
        if self.follow_up is None:
            return N_("The measure was planned.")
        return N_("The measure was planned; it is followed up {when_follow_up}.")


@dataclass(frozen=True)
class MeasureBegun(Event):
    about = Kind.MEASURE
    sentence = N_("The measure is under way.")
    measure: str


@dataclass(frozen=True)
class MeasureFollowedUp(Event):
    """Somebody looked at how far it has come; `follow_up` is the next time, if one is set."""

    about = Kind.MEASURE
    measure: str
    on: date
    follow_up: Edtf | None = None

    @property
    def sentence(self) -> str:
        if self.follow_up is None:
            return N_("The measure was followed up {when_on}.")
        return N_("The measure was followed up {when_on}; next time is {follow_up}.")


@dataclass(frozen=True)
class MeasureDone(Event):
    about = Kind.MEASURE
    sentence = N_("The measure was carried out {when_on}.")
    measure: str
    on: Edtf


@dataclass(frozen=True)
class MeasureDropped(Event):
    about = Kind.MEASURE
    sentence = N_("The measure was dropped: {why}.")
    measure: str
    why: str


@dataclass(frozen=True)
class MeasureReopened(Event):
    about = Kind.MEASURE
    sentence = N_("The measure is open again.")
    measure: str


@dataclass(frozen=True)
class MeasureCorrected(Event):
    about = Kind.MEASURE
    sentence = N_("What was registered about the measure was corrected: {changed}.")
    measure: str
    changed: Keys


@dataclass(frozen=True)
class MeasureDue(Bell):
    """The clock reached the day on which the measure was to be followed up, or a rung after it."""

    about = Kind.MEASURE
    measure: str
    rung: str
    due: Edtf
    versions: tuple[int, ...]

    @property
    def sentence(self) -> str:
        if self.on_the_date:
            return N_("The day to follow up the measure came: {due}.")
        return N_("The measure was to be followed up {when_due}, and nobody had.")
