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
        """An edition of its own, or the default again."""
        if self.rungs is None:
            return N_("The reminders of the kind {ladder} are the usual ones again.")
        return N_("The reminders of the kind {ladder} were changed.")


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
    about = Kind.RULES
    sentence = N_("All reminders rest from {first} to {last}.")
    pause: str
    first: date
    last: date


@dataclass(frozen=True)
class PauseEnded(Event):
    about = Kind.RULES
    sentence = N_("Reminders go out again.")
    pause: str


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
