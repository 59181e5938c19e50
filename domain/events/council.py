"""Organisations, people, areas and the council's own rules."""

from dataclasses import dataclass
from datetime import date

from ..digests import Rhythm
from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class OrganisationRegistered(Event):
    about = Kind.ORGANISATION
    sentence = N_("{organisation} was registered.")
    organisation: str


@dataclass(frozen=True)
class OrganisationCorrected(Event):
    about = Kind.ORGANISATION
    sentence = N_("What was registered about {organisation} was corrected: {changed}.")
    organisation: str
    changed: Keys


@dataclass(frozen=True)
class OrganisationSucceeded(Event):
    about = Kind.ORGANISATION
    sentence = N_("{successor} took over from {organisation} {when_since}.")
    organisation: str
    successor: str
    since: date


@dataclass(frozen=True)
class MemberJoined(Event):
    about = Kind.PERSON
    person: str
    role: str
    since: date | None

    @property
    def sentence(self) -> str:
        if self.since is None:
            return N_("{person} was registered as {role}.")
        return N_("{person} was registered as {role} from {since}.")


@dataclass(frozen=True)
class MemberLeft(Event):
    about = Kind.PERSON
    sentence = N_("{person} has the role until the end of {on}.")
    person: str
    on: date


@dataclass(frozen=True)
class PersonCorrected(Event):
    about = Kind.PERSON
    sentence = N_("What was registered about {person} was corrected: {changed}.")
    person: str
    changed: Keys


@dataclass(frozen=True)
class DigestChosen(Event):
    """`rhythm` is daily or weekly; `hour` (HH:MM in the council's time zone) or the usual one."""

    about = Kind.PERSON
    person: str
    rhythm: str
    hour: str | None

    @property
    def sentence(self) -> str:
        if self.rhythm == Rhythm.WEEKLY and self.hour is None:
            return N_("{person} gets the digest on the first working day of a week.")
        if self.rhythm == Rhythm.WEEKLY:
            return N_("{person} gets the digest on the first working day of a week, at {hour}.")
        if self.hour is None:
            return N_("{person} gets the digest every working day.")
        return N_("{person} gets the digest every working day at {hour}.")


@dataclass(frozen=True)
class AreaRegistered(Event):
    about = Kind.AREA
    sentence = N_("The area was registered.")
    area: str


@dataclass(frozen=True)
class AreaCorrected(Event):
    about = Kind.AREA
    sentence = N_("What was registered about the area was corrected: {changed}.")
    area: str
    changed: Keys
