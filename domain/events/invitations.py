"""Who is invited to a meeting, and what they answer. `who` is a key, never a name or an address."""

from dataclasses import dataclass

from ..kinds import Kind, PartStat
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class Invited(Event):
    about = Kind.MEETING
    sentence = N_("{who} was invited to the meeting.")
    meeting: str
    who: str


@dataclass(frozen=True)
class Uninvited(Event):
    about = Kind.MEETING
    sentence = N_("The invitation of {who} was withdrawn.")
    meeting: str
    who: str


@dataclass(frozen=True)
class InvitationRepeated(Event):
    """Somebody asked for it once more: a person of ours, or whoever was invited (REFRESH)."""

    about = Kind.MEETING
    sentence = N_("The invitation to {who} was sent once more.")
    meeting: str
    who: str


@dataclass(frozen=True)
class InvitationAnswered(Event):
    about = Kind.MEETING
    meeting: str
    who: str
    partstat: str

    @property
    def sentence(self) -> str:
        return _ANSWERS.get(self.partstat, N_("{who} has not said whether they come."))


_ANSWERS = {
    PartStat.ACCEPTED.value: N_("{who} will come to the meeting."),
    PartStat.TENTATIVE.value: N_("{who} may come to the meeting."),
    PartStat.DECLINED.value: N_("{who} will not come to the meeting."),
    PartStat.DELEGATED.value: N_("{who} sends somebody else to the meeting."),
}


@dataclass(frozen=True)
class OtherTimeProposed(Event):
    about = Kind.MEETING
    sentence = N_("{who} proposed another time for the meeting.")
    meeting: str
    who: str


@dataclass(frozen=True)
class ProposalAccepted(Event):
    about = Kind.MEETING
    sentence = N_("The meeting was moved to the time that {who} had proposed.")
    meeting: str
    who: str


@dataclass(frozen=True)
class ProposalDeclined(Event):
    about = Kind.MEETING
    sentence = N_("The time that {who} had proposed for the meeting was declined.")
    meeting: str
    who: str


@dataclass(frozen=True)
class MailBounced(Event):
    """A mail of ours came back; `who` is the key of whom it was for, `failure` as in RFC 3463."""

    about = Kind.PERSON
    who: str
    failure: str
    hard: bool

    @property
    def sentence(self) -> str:
        if self.hard:
            return N_("A mail to {who} came back: the address does not take mail ({failure}).")
        return N_("A mail to {who} could not be delivered for now ({failure}).")


@dataclass(frozen=True)
class AddressMarked(Event):
    """Mail to it failed for good, or too often; the secretariat is told once.

    `number` is the row in which the address stands.
    """

    about = Kind.PERSON
    sentence = N_("The e-mail address of {who} was marked as one that takes no mail ({failure}).")
    who: str
    failure: str
    number: int
