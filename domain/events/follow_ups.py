"""Follow-ups: drafted by the system, decided by a person."""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class FollowUpDrafted(Event):
    about = Kind.FOLLOW_UP
    sentence = N_("Tilsvar drafted follow-up no. {number} to {department} about {letters}.")
    follow_up: str
    department: str
    letters: Keys
    number: int


@dataclass(frozen=True)
class FollowUpExtended(Event):
    about = Kind.FOLLOW_UP
    sentence = N_("{letter} was overdue as well, and the draft asks about it too.")
    follow_up: str
    letter: str


@dataclass(frozen=True)
class FollowUpNarrowed(Event):
    """The letter was answered, signed off or put off while the draft waited."""

    about = Kind.FOLLOW_UP
    sentence = N_("{letter} was no longer overdue, and the draft does not ask about it any more.")
    follow_up: str
    letter: str


@dataclass(frozen=True)
class FollowUpLapsed(Event):
    """Everything that the draft asked about was answered, signed off or put off meanwhile."""

    about = Kind.FOLLOW_UP
    sentence = N_("Nothing that the draft asked about was overdue any more, and it lapsed.")
    follow_up: str


@dataclass(frozen=True)
class FollowUpRewritten(Event):
    about = Kind.FOLLOW_UP
    sentence = N_("The text of the draft was changed.")
    follow_up: str


@dataclass(frozen=True)
class FollowUpApproved(Event):
    about = Kind.FOLLOW_UP
    sentence = N_("The follow-up to {department} about {letters} was approved ({sent_as}).")
    follow_up: str
    department: str
    letters: Keys
    sent_as: str


@dataclass(frozen=True)
class FollowUpRejected(Event):
    about = Kind.FOLLOW_UP
    follow_up: str
    why: str

    @property
    def sentence(self) -> str:
        if not self.why:
            return N_("The draft was rejected.")
        return N_("The draft was rejected: {why}.")


@dataclass(frozen=True)
class FollowUpReopened(Event):
    """It had been rejected by mistake."""

    about = Kind.FOLLOW_UP
    sentence = N_("The draft was not to be rejected after all, and waits again.")
    follow_up: str


@dataclass(frozen=True)
class FollowUpNotSent(Event):
    """It had been approved by mistake, and the letter that it became is withdrawn."""

    about = Kind.FOLLOW_UP
    sentence = N_("The follow-up was not sent after all ({sent_as}), and the draft waits again.")
    follow_up: str
    sent_as: str
