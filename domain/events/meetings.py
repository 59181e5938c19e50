"""Meetings of the council and with others."""

from dataclasses import dataclass

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


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
