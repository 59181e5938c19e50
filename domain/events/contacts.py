"""Whom to turn to at an organisation. Who it is, stands in no event, so that it can be erased."""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class ContactAdded(Event):
    about = Kind.CONTACT
    sentence = N_("A contact at {organisation} was registered.")
    contact: str
    organisation: str


@dataclass(frozen=True)
class ContactCorrected(Event):
    about = Kind.CONTACT
    sentence = N_("A contact at {organisation} was corrected: {changed}.")
    contact: str
    organisation: str
    changed: Keys


@dataclass(frozen=True)
class ContactErased(Event):
    about = Kind.CONTACT
    sentence = N_("A contact at {organisation} was erased.")
    contact: str
    organisation: str
