"""Meetings of the council and with others."""

from dataclasses import dataclass

from ..dates import Edtf, Precision
from ..kinds import Kind
from ..sentences import N_
from .base import Bell, Event, Keys


@dataclass(frozen=True)
class MeetingScheduled(Event):
    about = Kind.MEETING
    meeting: str
    on: Edtf

    @property
    def sentence(self) -> str:
        if self.on.is_day:
            return N_("The meeting was set to {on}.")
        return N_("The meeting was planned, with no day fixed yet: {on}.")


@dataclass(frozen=True)
class MeetingMoved(Event):
    about = Kind.MEETING
    meeting: str
    was: Edtf
    on: Edtf

    @property
    def sentence(self) -> str:
        if self.was == self.on:
            return N_("The meeting got other hours. The date is still {on}.")
        return N_("The meeting moved. It was {was} and is now {on}.")


@dataclass(frozen=True)
class MeetingHeld(Event):
    about = Kind.MEETING
    sentence = N_("The meeting was held {when_on}.")
    meeting: str
    on: Edtf


@dataclass(frozen=True)
class MeetingCancelled(Event):
    about = Kind.MEETING
    sentence = N_("The meeting was cancelled.")
    meeting: str


@dataclass(frozen=True)
class MeetingCorrected(Event):
    about = Kind.MEETING
    sentence = N_("What was registered about the meeting was corrected: {changed}.")
    meeting: str
    changed: Keys


@dataclass(frozen=True)
class PapersSent(Event):
    about = Kind.MEETING
    sentence = N_("The papers were sent to the council {when_on}.")
    meeting: str
    on: Edtf


@dataclass(frozen=True)
class PapersNotSent(Event):
    """They had been registered as sent `on` that day by mistake."""

    about = Kind.MEETING
    sentence = N_("The papers were not sent after all.")
    meeting: str
    on: Edtf


@dataclass(frozen=True)
class MinutesNotCirculated(Event):
    """They had been registered as sent by mistake."""

    about = Kind.MEETING
    sentence = N_("The minutes were not sent after all.")
    meeting: str


@dataclass(frozen=True)
class MinutesCirculated(Event):
    about = Kind.MEETING
    meeting: str
    on: Edtf
    comments_by: Edtf

    @property
    def sentence(self) -> str:
        """A limit ("by 5 December") comes from a register that says only when comments are due."""
        if self.on.precision is Precision.NO_LATER_THAN:
            return N_("The minutes were out {when_on}, with comments due {comments_by}.")
        return N_("The minutes were sent {when_on}, with comments due {comments_by}.")


@dataclass(frozen=True)
class MinutesApproved(Event):
    about = Kind.MEETING
    sentence = N_("The minutes were approved by meeting {approved_in}.")
    meeting: str
    approved_in: str


@dataclass(frozen=True)
class PapersDue(Bell):
    """The clock reached a rung of a council meeting whose papers were not sent."""

    about = Kind.MEETING
    sentence = N_("The papers for the meeting {when_on} were not recorded as sent.")
    meeting: str
    rung: str
    on: Edtf
    versions: tuple[int, ...]

    @property
    def objects(self) -> Keys:
        return (f"{self.meeting}/papers",)


@dataclass(frozen=True)
class MinutesDue(Bell):
    """The clock reached a rung of a council meeting whose minutes were not sent."""

    about = Kind.MEETING
    sentence = N_("The minutes of the meeting {when_on} were not recorded as sent.")
    meeting: str
    rung: str
    on: Edtf
    versions: tuple[int, ...]

    @property
    def objects(self) -> Keys:
        return (f"{self.meeting}/minutes",)
