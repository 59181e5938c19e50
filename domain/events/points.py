"""The points that a letter raised, and what became of them.

The words, and where a point was taken up, stand in the point alone, since they may name people.
"""

from dataclasses import dataclass

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class PointRaised(Event):
    about = Kind.POINT
    sentence = N_("A point of the letter {letter} was registered.")
    key: str
    letter: str


@dataclass(frozen=True)
class PointCorrected(Event):
    about = Kind.POINT
    sentence = N_("What was registered about the point was corrected: {changed}.")
    key: str
    changed: Keys


@dataclass(frozen=True)
class PointJudged(Event):
    about = Kind.POINT
    key: str
    uptake: str
    on: Edtf

    @property
    def sentence(self) -> str:
        match self.uptake:
            case "taken":
                return N_("The point was taken up, as seen {when_on}.")
            case "partly":
                return N_("The point was partly taken up, as seen {when_on}.")
            case "not_taken":
                return N_("The point was not taken up, as seen {when_on}.")
        return N_("Nobody knew {when_on} whether the point was taken up.")


@dataclass(frozen=True)
class PointJudgementWithdrawn(Event):
    about = Kind.POINT
    sentence = N_("What was said {when_on} of what became of the point was withdrawn.")
    key: str
    on: Edtf


@dataclass(frozen=True)
class PointWithdrawn(Event):
    about = Kind.POINT
    key: str
    why: str = ""

    @property
    def sentence(self) -> str:
        if self.why:
            return N_("The point was registered by mistake: {why}.")
        return N_("The point was registered by mistake.")


@dataclass(frozen=True)
class PointRestored(Event):
    about = Kind.POINT
    sentence = N_("The point stands after all.")
    key: str
