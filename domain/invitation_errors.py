"""What an invitation refuses, each with the sentence that a person reads."""

from .errors import DomainError


class NothingProposed(DomainError):
    """{who} has not proposed another time for {meeting}. See `tilsvar meeting invitations`."""


class NotInvited(DomainError):
    """{who} is not invited to {meeting}. See `tilsvar meeting invitations`."""


class NothingToRepeat(DomainError):
    """{who} has not been sent an invitation to {meeting} yet. It goes out by itself."""
