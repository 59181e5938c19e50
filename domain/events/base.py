"""What every domain event is: a frozen fact in the past tense about one object.

Payloads hold keys, dates and enumerated words, never a name or an address, so that a person can be
anonymised while the history stands. The first field is the key of the object that the event is
about (`about` says of which kind). `version` goes up when a payload changes.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields
from typing import ClassVar

from ..kinds import Kind

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Event(ABC):
    """A fact of the past about one object."""

    about: ClassVar[Kind]
    version: ClassVar[int] = 1

    @property
    @abstractmethod
    def sentence(self) -> str:
        """What the history page says: an English msgid with the event's fields as {facts}.

        A date `due` is there as {due}, "May 2023", and as {when_due}, "in May 2023". An event whose
        facts may be missing chooses among several sentences. `wording.history` fills it in.
        """

    @property
    def subject(self) -> str:
        """The key of the object that the event is about."""
        key: str = getattr(self, fields(self)[0].name)
        return key

    @property
    def name(self) -> str:
        return type(self).__name__


class Bell(Event):
    """What the clock tells when it reaches a rung; each subclass declares these as its fields."""

    rung: str
    versions: tuple[int, ...]

    @property
    def objects(self) -> Keys:
        """The keys of the objects that it speaks of, in the order of their versions."""
        recipients: Keys = getattr(self, "recipients", ())
        return tuple(f"{self.subject}/{each}" for each in recipients) or (self.subject,)

    @property
    def on_the_date(self) -> bool:
        """Whether the rung is the date itself, neither before nor after it: `0d` or `0wd`."""
        return self.rung.startswith("0")

    @property
    def after_its_end(self) -> bool:
        """Whether the rung counts from the end of an imprecise date: `end+1wd`."""
        return self.rung.startswith("end")

    @property
    def woken(self) -> bool:
        """Whether this is the day until which somebody had put it off: `wake:2023-02-10`."""
        return self.rung.startswith("wake:")
