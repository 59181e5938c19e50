"""What was said in conversations with others, and what they promised.

The words stand in the notes and promises alone, since they may name people.
"""

from dataclasses import dataclass

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class NoteTaken(Event):
    about = Kind.NOTE
    sentence = N_("A note of a conversation with {organisation} {when_on} was written.")
    note: str
    organisation: str
    on: Edtf
    theme: str | None = None


@dataclass(frozen=True)
class NoteCorrected(Event):
    about = Kind.NOTE
    sentence = N_("What stood in the note of a conversation was corrected: {changed}.")
    note: str
    changed: Keys


@dataclass(frozen=True)
class NoteWithdrawn(Event):
    about = Kind.NOTE
    note: str
    why: str = ""

    @property
    def sentence(self) -> str:
        if self.why:
            return N_("The note of a conversation was withdrawn: {why}.")
        return N_("The note of a conversation was withdrawn.")


@dataclass(frozen=True)
class NoteRestored(Event):
    about = Kind.NOTE
    sentence = N_("The note of a conversation stands after all.")
    note: str


@dataclass(frozen=True)
class PromiseGiven(Event):
    about = Kind.PROMISE
    promise: str
    organisation: str
    given: Edtf
    by_when: Edtf | None = None
    theme: str | None = None

    @property
    def sentence(self) -> str:
        if self.by_when is None:
            return N_("{organisation} made a promise {when_given}.")
        return N_("{organisation} made a promise {when_given}, to be kept {when_by_when}.")


@dataclass(frozen=True)
class PromiseMoved(Event):
    """Another day by which it is to be kept, or none any more."""

    about = Kind.PROMISE
    promise: str
    by_when: Edtf | None

    @property
    def sentence(self) -> str:
        if self.by_when is None:
            return N_("No day is set any more for keeping the promise.")
        return N_("The promise is now to be kept {when_by_when}.")


@dataclass(frozen=True)
class PromiseKept(Event):
    about = Kind.PROMISE
    sentence = N_("The promise was kept {when_on}.")
    promise: str
    on: Edtf


@dataclass(frozen=True)
class PromiseDropped(Event):
    """Nobody waits for it any more."""

    about = Kind.PROMISE
    promise: str
    why: str = ""

    @property
    def sentence(self) -> str:
        if self.why:
            return N_("The promise was dropped: {why}.")
        return N_("The promise was dropped.")


@dataclass(frozen=True)
class PromiseReopened(Event):
    about = Kind.PROMISE
    sentence = N_("The promise is open again.")
    promise: str


@dataclass(frozen=True)
class PromiseCorrected(Event):
    about = Kind.PROMISE
    sentence = N_("What was registered about the promise was corrected: {changed}.")
    promise: str
    changed: Keys


@dataclass(frozen=True)
class PromiseWithdrawn(Event):
    about = Kind.PROMISE
    promise: str
    why: str = ""

    @property
    def sentence(self) -> str:
        if self.why:
            return N_("The promise was registered by mistake: {why}.")
        return N_("The promise was registered by mistake.")


@dataclass(frozen=True)
class PromiseRestored(Event):
    about = Kind.PROMISE
    sentence = N_("The promise stands after all.")
    promise: str
