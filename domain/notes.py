"""Notes of conversations with others: on the telephone, in a corridor, after a meeting."""

from dataclasses import dataclass
from textwrap import shorten

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import NoteCorrected, NoteRestored, NoteTaken, NoteWithdrawn

LONGEST = 10_000
"""Characters of what was said or promised."""


SHOWN = 90
"""Characters of it that stand in a list."""


class NothingNoted(DomainError):
    """Write what was said: the note is empty."""


class NoteTooLong(DomainError):
    """What was written has {length} characters. Write at most {most}, and attach the rest."""


class NotYetSaid(DomainError):
    """Nobody can have said on {on} what is written down on {today}: give a day that has come."""


class NoteIsWithdrawn(DomainError):
    """The note {note} is withdrawn. Take it back in before anything is changed."""


def written(text: str) -> str:
    """What was typed, with plain ends of lines. Raises NoteTooLong."""
    plain = text.replace("\r\n", "\n").strip()
    if len(plain) > LONGEST:
        raise NoteTooLong(length=len(plain), most=LONGEST)
    return plain


def beginning(text: str) -> str:
    """The first words of a text in one line."""
    return shorten(text, SHOWN, placeholder=" …")


@dataclass(eq=False)
class Note(Entity):
    """What was said between `organisation` and `by`, a person of ours, on a date.

    `theme` is what it was about, where it was about one.
    """

    key: str
    organisation: str
    on: Edtf
    text: str
    by: str
    theme: str | None = None
    withdrawn: bool = False
    why: str = ""

    @property
    def title(self) -> str:
        """What was said, as lists name it: how it begins."""
        return beginning(self.text)

    @classmethod
    def take(
        cls, key: str, organisation: str, on: Edtf, text: str, by: str, *, theme: str | None = None
    ) -> "Note":
        """Write down what was said. Raises NothingNoted and NoteTooLong."""
        said = written(text)
        if not said:
            raise NothingNoted
        note = cls(key, organisation, on, said, by, theme)
        note.record(NoteTaken(key, organisation, on, theme))
        return note

    def correct(self, **values: object) -> None:
        """Put right what was noted. Raises NoteIsWithdrawn, NothingNoted and NoteTooLong."""
        if self.withdrawn:
            raise NoteIsWithdrawn(note=self.key)
        if "text" in values:
            values["text"] = written(str(values["text"]))
            if not values["text"]:
                raise NothingNoted
        changed = self.change(values)
        if changed:
            self.record(NoteCorrected(self.key, changed))

    def withdraw(self, why: str = "") -> None:
        """It was written by mistake; what was written is kept."""
        if not self.withdrawn:
            self.withdrawn, self.why = True, " ".join(why.split())
            self.record(NoteWithdrawn(self.key, self.why))

    def restore(self) -> None:
        if self.withdrawn:
            self.withdrawn, self.why = False, ""
            self.record(NoteRestored(self.key))
