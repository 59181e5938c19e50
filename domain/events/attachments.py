"""Files that were attached to something, and withdrawn.

They hold the file's key and not its name, since a name may be somebody's.
"""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class AttachmentAdded(Event):
    """`holder` is the key of the letter or whatever it belongs to, `use` what it is there.

    `party` is the organisation whose answer it is.
    """

    about = Kind.ATTACHMENT
    attachment: str
    holder: str
    use: str
    party: str | None

    @property
    def sentence(self) -> str:
        """Whose answer it is, where it is one."""
        if self.party is not None:
            return N_("The file “{attachment}” was attached as an answer from {party}.")
        return N_("The file “{attachment}” was attached.")


@dataclass(frozen=True)
class AttachmentWithdrawn(Event):
    about = Kind.ATTACHMENT
    attachment: str
    holder: str
    why: str

    @property
    def sentence(self) -> str:
        """With the reason, where there is one."""
        if self.why.strip():
            return N_("The file “{attachment}” was withdrawn: {why}.")
        return N_("The file “{attachment}” was withdrawn.")


@dataclass(frozen=True)
class AttachmentRestored(Event):
    about = Kind.ATTACHMENT
    sentence = N_("The file “{attachment}” is attached again.")
    attachment: str
    holder: str
