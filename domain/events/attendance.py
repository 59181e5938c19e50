"""Who was at a meeting, which deputies were asked, and groups that are invited together."""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class DeputyAsked(Event):
    """The member had said that they do not come."""

    about = Kind.MEETING
    sentence = N_("{deputy} was asked to meet for {member}.")
    meeting: str
    deputy: str
    member: str


@dataclass(frozen=True)
class DeputyReleased(Event):
    """The deputy had not said yes when the member did."""

    about = Kind.MEETING
    sentence = N_("{deputy} need not meet for {member}, who comes after all.")
    meeting: str
    deputy: str
    member: str


@dataclass(frozen=True)
class AttendanceRecorded(Event):
    about = Kind.MEETING
    meeting: str
    present: Keys
    absent: Keys

    @property
    def sentence(self) -> str:
        """Both lists, or the one that has somebody in it."""
        if not self.absent:
            return N_("It was recorded who was there: {present}.")
        if not self.present:
            return N_("It was recorded who was not there: {absent}.")
        return N_("It was recorded who was there: {present}. Not there: {absent}.")


@dataclass(frozen=True)
class AttendanceCorrected(Event):
    """`present` and `absent` hold only those of whom the opposite, or nothing, was recorded."""

    about = Kind.MEETING
    meeting: str
    present: Keys
    absent: Keys

    @property
    def sentence(self) -> str:
        """Both lists, or the one that has somebody in it."""
        if not self.absent:
            return N_("The attendance was corrected. There: {present}.")
        if not self.present:
            return N_("The attendance was corrected. Not there: {absent}.")
        return N_("The attendance was corrected. There: {present}. Not there: {absent}.")


@dataclass(frozen=True)
class GroupChanged(Event):
    about = Kind.RULES
    sentence = N_("The group {group} now has these members: {members}.")
    group: str
    members: Keys


@dataclass(frozen=True)
class GroupRemoved(Event):
    about = Kind.RULES
    sentence = N_("The group {group} was removed.")
    group: str
