"""Reports that were frozen as they stood on a day."""

from dataclasses import dataclass
from datetime import date

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class SnapshotFrozen(Event):
    """`quarter` is that for which the clock froze it, 2022-Q4; empty where a person did."""

    about = Kind.SNAPSHOT
    snapshot: str
    as_of: date
    quarter: str

    @property
    def sentence(self) -> str:
        """Whether a quarter was over, or somebody wanted it."""
        if self.quarter:
            return N_(
                "The list of unanswered letters was frozen at the end of the quarter, "
                "as of {as_of}."
            )
        return N_("The list of unanswered letters was frozen as of {as_of}.")
