"""Themes from the idea to following up, and the decisions that led them there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from ..stages import Outcome
from .base import Bell, Event, Keys


@dataclass(frozen=True)
class ThemeRegistered(Event):
    """`stage` is empty where it was not told."""

    about = Kind.THEME
    theme: str
    stage: str

    @property
    def sentence(self) -> str:
        if not self.stage:
            return N_("The theme was registered.")
        return N_("The theme was registered; it is in {stage}.")


@dataclass(frozen=True)
class ThemeStageChanged(Event):
    """The stages are empty where they are not known."""

    about = Kind.THEME
    theme: str
    stage_before: str
    stage: str

    @property
    def sentence(self) -> str:
        if not self.stage:
            return N_("It is not known any more in which stage the theme is.")
        if not self.stage_before:
            return N_("The theme is in {stage}.")
        return N_("The theme went from {stage_before} to {stage}.")


@dataclass(frozen=True)
class DecisionTaken(Event):
    """`by` is empty where the council itself decided, with the meeting and the case if known."""

    about = Kind.THEME
    theme: str
    point: str
    outcome: str
    on: Edtf
    by: str = ""
    meeting: str | None = None
    case: str = ""

    @property
    def sentence(self) -> str:
        told = _BY_A_PERSON if self.by else _IN_A_CASE if self.case else _BY_THE_COUNCIL
        return told[Outcome(self.outcome)]


_BY_A_PERSON: Mapping[Outcome, str] = {
    Outcome.ONWARD: N_("{by} decided {point} {when_on}: the theme goes on."),
    Outcome.WAIT: N_("{by} decided {point} {when_on}: the theme waits."),
    Outcome.STOP: N_("{by} decided {point} {when_on}: the theme stops."),
}
_IN_A_CASE: Mapping[Outcome, str] = {
    Outcome.ONWARD: N_("The council decided {point} in case {case} {when_on}: the theme goes on."),
    Outcome.WAIT: N_("The council decided {point} in case {case} {when_on}: the theme waits."),
    Outcome.STOP: N_("The council decided {point} in case {case} {when_on}: the theme stops."),
}
_BY_THE_COUNCIL: Mapping[Outcome, str] = {
    Outcome.ONWARD: N_("The council decided {point} {when_on}: the theme goes on."),
    Outcome.WAIT: N_("The council decided {point} {when_on}: the theme waits."),
    Outcome.STOP: N_("The council decided {point} {when_on}: the theme stops."),
}


@dataclass(frozen=True)
class DecisionWithdrawn(Event):
    """`why` is a word of the system's own, or what a person wrote."""

    about = Kind.THEME
    theme: str
    point: str
    on: Edtf
    why: str

    @property
    def sentence(self) -> str:
        if self.why in ("", "corrected"):
            return N_(
                "The decision in {point} of {on} was withdrawn, as it was recorded by mistake."
            )
        return N_("The decision in {point} of {on} was withdrawn: {why}.")


@dataclass(frozen=True)
class ThemeTouched(Event):
    """Something of what belongs to the theme happened: a letter, a meeting, a measure."""

    about = Kind.THEME
    sentence = N_("Something happened in the theme {when_on}.")
    theme: str
    on: date


@dataclass(frozen=True)
class ThemeCorrected(Event):
    about = Kind.THEME
    sentence = N_("What was registered about the theme was corrected: {changed}.")
    theme: str
    changed: Keys


@dataclass(frozen=True)
class ThemeSetAside(Event):
    about = Kind.THEME
    sentence = N_("The theme was set aside: {why}.")
    theme: str
    why: str


@dataclass(frozen=True)
class ThemeTakenUp(Event):
    about = Kind.THEME
    sentence = N_("The theme was taken up again.")
    theme: str


IDLE = "/idle"
"""How the key of a theme's rest ends."""


@dataclass(frozen=True)
class ThemeIdle(Bell):
    """The clock found an active theme in which nothing had happened for the set time."""

    about = Kind.THEME
    sentence = N_("Nothing had happened in the theme since {touched}.")
    theme: str
    rung: str
    touched: date
    versions: tuple[int, ...]

    @property
    def objects(self) -> Keys:
        """Its rest has a key of its own, so that it can be put off without all else."""
        return (f"{self.theme}{IDLE}",)
