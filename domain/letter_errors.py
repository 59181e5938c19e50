"""What cannot be true of a letter and its answers, each with the sentence that says why."""

from .errors import DomainError


class NotARecipient(DomainError):
    """{letter} was not sent to {organisation}: name {recipients}, or who took over from them."""


class AlreadyClosed(DomainError):
    """{letter} is already closed for {recipient}: withdraw the reply or sign-off if it is wrong."""


class NothingToWithdraw(DomainError):
    """There is no {what} from {recipient} on {letter} to withdraw."""


class NothingExpected(DomainError):
    """{letter} expects no answer from {recipient}, so there is no date to move."""


class PromiseStands(DomainError):
    """{recipient} has promised to answer {letter} by {promised}: record a newer promise instead."""


class ReplyBeforeLetter(DomainError):
    """A reply of {received} cannot answer {letter}, which was sent {sent}: check both dates."""


class NoRecipients(DomainError):
    """{letter} has no recipient. A letter goes to one organisation or more."""


class LetterIsWithdrawn(DomainError):
    """{letter} is withdrawn, so that nothing can be registered on it. Make it valid again first."""


class NotWithdrawn(DomainError):
    """{letter} is not withdrawn."""


class AnswersStand(DomainError):
    """Something is registered from {recipients} on {letter}: withdraw that first."""


class AskedAbout(DomainError):
    """{follow_ups} asks about {letter} again: withdraw that follow-up first."""


class IsTheResponse(DomainError):
    """{letter} is the response to {consultation}: say there that it is not submitted first."""
