"""Letters and the answers that departments owe."""

from dataclasses import dataclass
from datetime import date

from ..dates import Edtf
from ..kinds import Kind, SignOffCode
from ..sentences import N_
from .base import Bell, Event, Keys


@dataclass(frozen=True)
class LetterSent(Event):
    about = Kind.LETTER
    sentence = N_("The letter was sent to {recipients} {when_sent}.")
    letter: str
    recipients: Keys
    sent: Edtf


@dataclass(frozen=True)
class LetterCorrected(Event):
    about = Kind.LETTER
    sentence = N_("What was registered about the letter was corrected: {changed}.")
    letter: str
    changed: Keys


@dataclass(frozen=True)
class LetterWithdrawn(Event):
    about = Kind.LETTER
    letter: str
    why: str

    @property
    def sentence(self) -> str:
        """`why` is a word of the system's own, or what a person wrote."""
        if self.why in ("", "corrected"):
            return N_("The letter was withdrawn, as it was registered by mistake.")
        return N_("The letter was withdrawn: {why}.")


@dataclass(frozen=True)
class LetterRestored(Event):
    about = Kind.LETTER
    sentence = N_("The letter is valid again; it had been withdrawn by mistake.")
    letter: str


@dataclass(frozen=True)
class AnswerExpected(Event):
    about = Kind.LETTER
    sentence = N_("Tilsvar set the date for {recipient}'s answer to {due}.")
    letter: str
    recipient: str
    due: date
    rule: str


_WHY_MOVED = {
    "": N_("The date for {recipient}'s answer moved from {was} to {due}."),
    "promise": N_("{recipient} promised an answer: its date moved from {was} to {due}."),
    "withdrawn": N_(
        "The date for {recipient}'s answer moved from {was} to {due}, as the promise was withdrawn."
    ),
    "rule": N_(
        "The date for {recipient}'s answer moved from {was} to {due}, as the council changed its "
        "rule."
    ),
    "calendar": N_(
        "The date for {recipient}'s answer moved from {was} to {due}, as the council changed its "
        "closed days."
    ),
    "corrected": N_(
        "The date for {recipient}'s answer moved from {was} to {due}, as the letter was corrected."
    ),
    "in_letter": N_("The letter itself asked {recipient} for an answer by {due}, not by {was}."),
}


@dataclass(frozen=True)
class AnswerDueMoved(Event):
    about = Kind.LETTER
    letter: str
    recipient: str
    was: date
    due: date
    why: str

    @property
    def sentence(self) -> str:
        """`why` is a word of the system's own, or what a person wrote."""
        written = N_("The date for {recipient}'s answer moved from {was} to {due}: {why}.")
        return _WHY_MOVED.get(self.why, written)


@dataclass(frozen=True)
class AcknowledgementReceived(Event):
    about = Kind.LETTER
    sentence = N_("{recipient} confirmed {when_received} that the letter had arrived.")
    letter: str
    recipient: str
    received: Edtf


@dataclass(frozen=True)
class InterimReplyReceived(Event):
    about = Kind.LETTER
    letter: str
    recipient: str
    received: Edtf
    promised: Edtf | None = None
    given_to: str | None = None

    @property
    def sentence(self) -> str:
        """`given_to` is the follow-up, or the letter before, that the reply was registered on."""
        if self.given_to is not None and self.promised is None:
            return N_(
                "{recipient} sent an interim reply to {given_to} {when_received}, without a date. "
                "It counts for this letter too."
            )
        if self.given_to is not None:
            return N_(
                "{recipient} sent an interim reply to {given_to} {when_received} and promised an "
                "answer {when_promised}. It counts for this letter too."
            )
        if self.promised is None:
            return N_("{recipient} sent an interim reply {when_received}, without a date.")
        return N_(
            "{recipient} sent an interim reply {when_received} and promised an answer "
            "{when_promised}."
        )


@dataclass(frozen=True)
class ReplyReceived(Event):
    about = Kind.LETTER
    letter: str
    recipient: str
    received: Edtf
    sign_off: str
    answered_by: str
    given_to: str | None = None

    @property
    def sentence(self) -> str:
        """A successor may have answered; the code is told where one was given."""
        if self.given_to is not None:
            return N_(
                "{answered_by} answered {given_to} {when_received}, and with it this letter too."
            )
        how_known = self.sign_off not in ("", SignOffCode.UNSPECIFIED)
        if self.answered_by in ("", self.recipient):
            if how_known:
                return N_("{recipient} answered the letter {when_received}: {sign_off}.")
            return N_("{recipient} answered the letter {when_received}.")
        if how_known:
            return N_("{answered_by} answered for {recipient} {when_received}: {sign_off}.")
        return N_("{answered_by} answered for {recipient} {when_received}.")


@dataclass(frozen=True)
class ReplyWithdrawn(Event):
    about = Kind.LETTER
    letter: str
    recipient: str
    received: Edtf
    why: str

    @property
    def sentence(self) -> str:
        match self.why:
            case "":
                return N_("The reply that {recipient} sent {when_received} was withdrawn.")
            case "corrected":
                return N_(
                    "The reply that {recipient} sent {when_received} was withdrawn, as it was "
                    "wrongly registered."
                )
        return N_("The reply that {recipient} sent {when_received} was withdrawn: {why}.")


@dataclass(frozen=True)
class ReplyCorrected(Event):
    about = Kind.LETTER
    sentence = N_("What was registered about the reply from {recipient} was corrected.")
    letter: str
    recipient: str
    received: Edtf


@dataclass(frozen=True)
class ObligationSignedOff(Event):
    about = Kind.LETTER
    letter: str
    recipient: str
    code: str
    on: Edtf
    given_to: str | None = None

    @property
    def sentence(self) -> str:
        if self.given_to is not None:
            return N_(
                "The answer expected from {recipient} was signed off {when_on}, together with the "
                "one to {given_to}."
            )
        if self.code in ("", SignOffCode.UNSPECIFIED):
            return N_("The answer expected from {recipient} was signed off {when_on}.")
        return N_("The answer expected from {recipient} was signed off {when_on}: {code}.")


@dataclass(frozen=True)
class SignOffWithdrawn(Event):
    about = Kind.LETTER
    letter: str
    recipient: str
    code: str
    why: str

    @property
    def sentence(self) -> str:
        match self.why:
            case "":
                return N_("The sign-off for {recipient} was withdrawn.")
            case "corrected":
                return N_(
                    "The sign-off for {recipient} was withdrawn, as it was wrongly registered."
                )
        return N_("The sign-off for {recipient} was withdrawn: {why}.")


@dataclass(frozen=True)
class FollowUpSent(Event):
    about = Kind.LETTER
    sentence = N_("Follow-up no. {number} was sent to {recipients} ({follow_up}).")
    letter: str
    follow_up: str
    number: int
    recipients: Keys


@dataclass(frozen=True)
class AnswerDue(Bell):
    """The clock reached the day on which an answer is due, and it has not come."""

    about = Kind.LETTER
    sentence = N_("The answer was due, and none from {recipients} was registered.")
    letter: str
    recipients: Keys
    rung: str
    versions: tuple[int, ...]


@dataclass(frozen=True)
class ReplyOverdue(Bell):
    """The clock passed a rung after the due date, and the answer is still outstanding."""

    about = Kind.LETTER
    letter: str
    recipients: Keys
    rung: str
    versions: tuple[int, ...]

    @property
    def sentence(self) -> str:
        if self.woken:
            return N_("{recipients} had still not answered when what was put off came back.")
        return N_("{recipients} had not answered {rung} after the due date.")
