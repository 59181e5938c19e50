"""What the members say of a circulated draft, and what becomes of it.

What they wrote stands in the comments alone, since it may name people.
"""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class CommentGiven(Event):
    """`kind` and `thing` say on what, here and in the others."""

    about = Kind.COMMENT
    comment: str
    kind: str
    thing: str
    who: str
    late: bool = False

    @property
    def sentence(self) -> str:
        if self.late:
            return N_("{who} gave comments on the draft after the last day.")
        return N_("{who} gave comments on the draft.")


@dataclass(frozen=True)
class NothingToComment(Event):
    about = Kind.COMMENT
    comment: str
    kind: str
    thing: str
    who: str
    late: bool = False

    @property
    def sentence(self) -> str:
        if self.late:
            return N_("{who} answered after the last day, without comments on the draft.")
        return N_("{who} had no comments on the draft.")


@dataclass(frozen=True)
class CommentChanged(Event):
    about = Kind.COMMENT
    sentence = N_("{who} changed their comments on the draft.")
    comment: str
    kind: str
    thing: str
    who: str


@dataclass(frozen=True)
class CommentWithdrawn(Event):
    about = Kind.COMMENT
    sentence = N_("{who} withdrew their answer about the draft.")
    comment: str
    kind: str
    thing: str
    who: str


@dataclass(frozen=True)
class CommentJudged(Event):
    """`why` is what the secretariat wrote about it, if anything."""

    about = Kind.COMMENT
    comment: str
    kind: str
    thing: str
    who: str
    verdict: str
    why: str = ""

    @property
    def sentence(self) -> str:
        match self.verdict, bool(self.why):
            case "taken", True:
                return N_("The comments of {who} were taken into the text: {why}.")
            case "taken", False:
                return N_("The comments of {who} were taken into the text.")
            case "not_taken", True:
                return N_("The comments of {who} were not taken into the text: {why}.")
            case "not_taken", False:
                return N_("The comments of {who} were not taken into the text.")
        return N_("The comments of {who} are to be gone through again.")


OfComments = CommentGiven | NothingToComment | CommentChanged | CommentWithdrawn | CommentJudged
"""All that is told of a comment; each says what it is on."""


@dataclass(frozen=True)
class OpEdTextGiven(Event):
    about = Kind.OP_ED
    sentence = N_("The members got another text of the op-ed to read.")
    op_ed: str


@dataclass(frozen=True)
class ConsultationTextGiven(Event):
    about = Kind.CONSULTATION
    sentence = N_("The members got another text of the response to read.")
    consultation: str
