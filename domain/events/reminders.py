"""Ladders, snoozes, pauses and absences: what people decide about being reminded."""

from dataclasses import dataclass
from datetime import date

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class LadderChanged(Event):
    """`rungs` as the secretariat writes them, None for the default; `object` empty for all."""

    about = Kind.RULES
    ladder: str
    object: str
    rungs: str | None

    @property
    def sentence(self) -> str:
        """An edition of its own, or the default again; of all of a kind, or of one object."""
        if self.object and self.rungs is None:
            return N_("The reminders of {object} are those of its kind again.")
        if self.object:
            return N_("The reminders of {object} were changed.")
        if self.rungs is None:
            return N_("The reminders of {ladder} are the usual ones again.")
        return N_("The reminders of {ladder} were changed.")


@dataclass(frozen=True)
class Snoozed(Event):
    """`group` is the entity that holds the object; no `until`: until an answer comes."""

    about = Kind.REMINDERS
    group: str
    object: str
    until: date | None

    @property
    def sentence(self) -> str:
        """With a day, or until something comes."""
        if self.until is None:
            return N_("Reminders were put off until an answer comes.")
        return N_("Reminders were put off until {until}.")


@dataclass(frozen=True)
class Awoken(Event):
    about = Kind.REMINDERS
    sentence = N_("Reminders are no longer put off.")
    group: str
    object: str


@dataclass(frozen=True)
class PauseSet(Event):
    """Everything rests from the first to the last day; `why` may be empty."""

    about = Kind.RULES
    pause: str
    first: date
    last: date
    why: str = ""

    @property
    def sentence(self) -> str:
        """With the reason, or without."""
        if self.why:
            return N_("All reminders rest from {first} to {last}: {why}.")
        return N_("All reminders rest from {first} to {last}.")


@dataclass(frozen=True)
class PauseEnded(Event):
    """A pause ended before its time, or (not `begun`) will not be at all."""

    about = Kind.RULES
    pause: str
    first: date
    last: date
    begun: bool
    why: str

    @property
    def sentence(self) -> str:
        """Whether something went out again, or nothing had rested yet."""
        if self.begun:
            return N_("Reminders go out again; the pause would have lasted until {last}.")
        return N_("The pause from {first} to {last} was called off.")


@dataclass(frozen=True)
class AbsenceRegistered(Event):
    about = Kind.PERSON
    sentence = N_("{person} is away from {first} to {last}.")
    person: str
    first: date
    last: date


@dataclass(frozen=True)
class AbsenceWithdrawn(Event):
    """Somebody is not away on those days after all."""

    about = Kind.PERSON
    sentence = N_("{person} is not away from {first} to {last} after all.")
    person: str
    first: date
    last: date
