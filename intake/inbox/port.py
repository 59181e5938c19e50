"""What a mailbox is to the rest of the system: messages in their order, each looked at once.

People read the same mailbox. So looking changes nothing there, what is ours is put into a folder of
its own, and everything else stays as if nobody had looked. Which messages were looked at is
remembered by the caller as one mark, and not as a flag on each message: many servers take no flags
of ours (Exchange), and a message with one is no longer untouched.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ...domain.errors import TilsvarError

HANDLED = ("Tilsvar", "Behandlet")
"""The folder, and the folder in it, where answers and bounces lie once they are recorded."""

LARGEST = 10 * 1024 * 1024
"""Larger messages, in bytes, are passed over: no answer and no bounce of ours comes near it."""


class InboxError(TilsvarError):
    """The inbox cannot be read."""


class InboxUnreachable(InboxError):
    """The inbox at {place} cannot be reached now: {reason}. Nothing is lost, it is tried again."""


class LoginRefused(InboxError):
    """The inbox at {place} refused the login: {reason}. Put TILSVAR_INBOX_URL right."""


class NoSuchInbox(InboxError):
    """There is no inbox {folder} at {place}. Put TILSVAR_INBOX_URL right."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One mail as it came.

    `id` names it within its inbox, also after a restart. `mark` stands for it and all before it:
    handed to `Inbox.messages` it gives what came after.
    """

    id: str
    mark: str
    content: bytes


class Inbox(Protocol):
    """A mailbox whose messages are looked at in the order in which they came."""

    @property
    def place(self) -> str:
        """Which one it is, without any password."""
        ...

    def messages(self, after: str = "") -> Iterator[Message]:
        """What has come since the mark `after`, or all there is, oldest first.

        Nothing changes by looking, not even whether a message is unread. Where a mark no longer
        means anything (the mailbox was made anew), all comes again. Raises `InboxError`.
        """
        ...

    def done(self, message_id: str) -> None:
        """Put away what was an answer or a bounce; a message that is gone is no error.

        Raises `InboxError`; the message then comes no more by itself, but lies where it lay.
        """
        ...

    def count(self) -> int:
        """How many messages there are, a look that tells whether all works; raises `InboxError`."""
        ...

    def close(self) -> None:
        """Let go of what is held open; the next call opens it again."""
        ...
