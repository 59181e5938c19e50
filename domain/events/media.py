"""Outlets, what was printed or said about the council's work, and who may speak for it.

What an outlet wrote stands on the coverage alone, since it may name people.
"""

from dataclasses import dataclass

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class OutletDescribed(Event):
    about = Kind.OUTLET
    sentence = N_("What {outlet} takes was registered: {changed}.")
    outlet: str
    changed: Keys


@dataclass(frozen=True)
class CoverageRecorded(Event):
    """`sort` is a word of `domain.media.CoverageSort`."""

    about = Kind.COVERAGE
    coverage: str
    sort: str
    outlet: str | None
    on: Edtf

    @property
    def sentence(self) -> str:
        if self.outlet is None:
            return N_("Coverage {when_on} was recorded: {sort}.")
        return N_("Coverage in {outlet} {when_on} was recorded: {sort}.")


@dataclass(frozen=True)
class CoverageCorrected(Event):
    about = Kind.COVERAGE
    sentence = N_("What was registered about the coverage was corrected: {changed}.")
    coverage: str
    changed: Keys


@dataclass(frozen=True)
class CoverageWithdrawn(Event):
    about = Kind.COVERAGE
    coverage: str
    why: str

    @property
    def sentence(self) -> str:
        """With the reason, where there is one."""
        if self.why.strip():
            return N_("The coverage was withdrawn: {why}.")
        return N_("The coverage was withdrawn.")


@dataclass(frozen=True)
class CoverageRestored(Event):
    about = Kind.COVERAGE
    sentence = N_("The coverage counts again.")
    coverage: str


@dataclass(frozen=True)
class SpeakerNamed(Event):
    """On a theme, on an area, or on everything that the council works with."""

    about = Kind.PERSON
    person: str
    theme: str | None
    area: str | None

    @property
    def sentence(self) -> str:
        if self.theme is not None:
            return N_("{person} speaks for the council on the theme {theme}.")
        if self.area is not None:
            return N_("{person} speaks for the council on the area {area}.")
        return N_("{person} speaks for the council.")


@dataclass(frozen=True)
class SpeakerUnnamed(Event):
    about = Kind.PERSON
    person: str
    theme: str | None
    area: str | None

    @property
    def sentence(self) -> str:
        if self.theme is not None:
            return N_("{person} no longer speaks for the council on the theme {theme}.")
        if self.area is not None:
            return N_("{person} no longer speaks for the council on the area {area}.")
        return N_("{person} no longer speaks for the council.")
