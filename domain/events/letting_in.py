"""How people get in, and what the council has chosen to write: decided by the secretariat."""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class AccountAllowed(Event):
    """`tenant` is the directory at the identity provider whose account the person may use."""

    about = Kind.PERSON
    sentence = N_("{person} may sign in with their account at work.")
    person: str
    tenant: str


@dataclass(frozen=True)
class AccountWithdrawn(Event):
    about = Kind.PERSON
    sentence = N_("{person} may not sign in with their account at work any more.")
    person: str


@dataclass(frozen=True)
class ShownOut(Event):
    """Somebody else than the person ended their sessions."""

    about = Kind.PERSON
    sentence = N_("{person} was signed out.")
    person: str


@dataclass(frozen=True)
class LetterTextChanged(Event):
    """`letter_text` names the letter, `written` (nb, nn) its written standard.

    `own` tells whether the council's own words are used from now on, or the usual ones again.
    """

    about = Kind.RULES
    letter_text: str
    written: str
    own: bool

    @property
    def sentence(self) -> str:
        """Its own words, or the usual ones again."""
        if self.own:
            return N_("The text of {letter_text} in {written} was changed.")
        return N_("The text of {letter_text} in {written} is the usual one again.")
