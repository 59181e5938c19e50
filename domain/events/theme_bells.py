"""What the clock tells of a theme's stakeholders: owners gone quiet, stances that are old.

Those of one theme whose day has come are named together; so these bells are about the theme.
"""

from dataclasses import dataclass
from datetime import date

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Bell, Keys


@dataclass(frozen=True)
class StakeholderGoneQuiet(Bell):
    """The clock found owners of a theme from whom nothing had come for the set time.

    `since` is the day from which the longest silence counts.
    """

    about = Kind.THEME
    theme: str
    organisations: Keys
    rung: str
    since: date
    versions: tuple[int, ...]

    @property
    def objects(self) -> Keys:
        return tuple(f"{self.theme}/{each}" for each in self.organisations)

    @property
    def sentence(self) -> str:
        """Of several, the longest silence is told."""
        if len(self.organisations) == 1:
            return N_("Nothing had been heard from {organisations} since {since}.")
        return N_("{organisations} had been silent, the first of them since {since}.")


STANCE = "/stance"
"""How the key of a stance ends, after those of its theme and organisation."""


@dataclass(frozen=True)
class StanceStale(Bell):
    """The clock found stances that had been recorded so long ago that one should ask again.

    `as_of` is the date of the oldest.
    """

    about = Kind.THEME
    theme: str
    organisations: Keys
    rung: str
    as_of: Edtf
    versions: tuple[int, ...]

    @property
    def objects(self) -> Keys:
        return tuple(f"{self.theme}/{each}{STANCE}" for each in self.organisations)

    @property
    def sentence(self) -> str:
        """Of several, the oldest stance is told."""
        if len(self.organisations) == 1:
            return N_("The stance of {organisations} was from {as_of}, and it was time to ask.")
        return N_(
            "The stances of {organisations} were old, the first from {as_of}, and it was time to "
            "ask."
        )


@dataclass(frozen=True)
class PromiseDue(Bell):
    """The clock reached the last day of a promise that was neither kept nor dropped, or a rung."""

    about = Kind.PROMISE
    promise: str
    rung: str
    by_when: Edtf
    versions: tuple[int, ...]

    @property
    def sentence(self) -> str:
        if self.on_the_date:
            return N_("The day by which the promise was to be kept came: {by_when}.")
        return N_("Nobody had recorded that the promise was kept; its day was {by_when}.")
