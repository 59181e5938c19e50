"""How a finished message leaves the house, and the three ways in which that can fail."""

from email.message import EmailMessage
from typing import Protocol

from ..domain.errors import TilsvarError


class MailError(TilsvarError):
    """The mail was not sent: {reason}."""

    @property
    def reason(self) -> str:
        """What went wrong, without the recipient's address, so that the ledger may keep it."""
        return str(self.facts["reason"])


class Refused(MailError):
    """The mail server refused the message for good: {reason}."""


class Unbuildable(Refused):
    """The message cannot be written: {reason}."""


class NotAnAddress(Unbuildable):
    """{address} is no e-mail address that can be written to: {reason}."""


class Postponed(MailError):
    """The mail server did not take the message now: {reason}. Nothing was sent, try again later."""


class Unreachable(Postponed):
    """The mail server {server} cannot be used now: {reason}. Nothing was sent, try again later."""


class Unwritable(Postponed):
    """The mail cannot be saved in {folder}: {reason}. Nothing was sent, try again later."""


class CutOff(MailError):
    """The mail server fell silent after the whole message: {reason}. It may have arrived."""


class Transport(Protocol):
    """Something that carries one message to one recipient, from any thread."""

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:
        """Hand the message over; a plain return means that the other side has taken charge of it.

        `sender` and `recipient` are the bare addresses of the envelope. Raises `Refused` when
        trying again is no use, `Postponed` when nothing was handed over, and `CutOff` when nobody
        can know (RFC 1047): only the same Message-ID may ever be sent again after that.
        """
        ...

    def close(self) -> None:
        """Let go of what is held open; the next `send` opens it again."""
        ...
