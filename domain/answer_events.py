"""Which event tells of a reply or a sign-off, when it comes and when it is taken back."""

from .events import (
    AcknowledgementReceived,
    Event,
    InterimReplyReceived,
    ObligationSignedOff,
    ReplyReceived,
    ReplyWithdrawn,
    SignOffWithdrawn,
)
from .kinds import ReplyKind, SignOffCode
from .obligations import Reply, SignOff


def taken(letter: str, recipient: str, fact: Reply | SignOff) -> Event:
    """What is told when it is recorded for that recipient of the letter."""
    if isinstance(fact, SignOff):
        return ObligationSignedOff(letter, recipient, fact.code.value, fact.on, fact.given_to)
    if fact.kind is ReplyKind.ACKNOWLEDGEMENT:
        return AcknowledgementReceived(letter, recipient, fact.received)
    if fact.kind is ReplyKind.INTERIM:
        return InterimReplyReceived(letter, recipient, fact.received, fact.promised, fact.given_to)
    code = (fact.sign_off or SignOffCode.UNSPECIFIED).value
    return ReplyReceived(letter, recipient, fact.received, code, fact.answered_by, fact.given_to)


def taken_back(letter: str, recipient: str, fact: Reply | SignOff, why: str) -> Event:
    """What is told when it is withdrawn."""
    if isinstance(fact, SignOff):
        return SignOffWithdrawn(letter, recipient, fact.code.value, why)
    return ReplyWithdrawn(letter, recipient, fact.received, why)
