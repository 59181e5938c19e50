"""Circulation: what the members have before them of an op-ed or of the response to a consultation.

Whoever has commented is asked anew only when the draft goes out another time: that is a new
edition. A text that is only put right belongs to the same one.
"""

from dataclasses import dataclass, field
from datetime import date

from .entity import Entity
from .errors import DomainError
from .kinds import Kind


class NotWithTheMembers(DomainError):
    """{thing} is not with the members now, so no comments are taken."""


@dataclass(eq=False)
class CirculatedText:
    """What was given to read from a day (in Oslo) on."""

    edition: int
    text: str
    on: date


@dataclass(eq=False)
class Circulation(Entity):
    """The draft of the thing with that kind and key; every text that it had is kept.

    Its own key is made of both: `op_ed/O2023-01`. It tells nothing by itself: that a draft went
    out, or got another text, is told of the thing.
    """

    key: str
    kind: Kind
    thing: str
    edition: int = 1
    texts: list[CirculatedText] = field(default_factory=list)

    @classmethod
    def of(cls, kind: Kind, thing: str) -> "Circulation":
        return cls(key_of(kind, thing), kind, thing)

    @property
    def text(self) -> str:
        """What is to be read now; empty where the text is sent in another way."""
        return self.texts[-1].text if self.texts else ""

    def put(self, text: str, on: date) -> bool:
        """Give that text to read, and say whether it is another one."""
        given = text.replace("\r\n", "\n").strip()
        if given == self.text:
            return False
        self.texts.append(CirculatedText(self.edition, given, on))
        return True

    def begin_anew(self) -> None:
        """It goes out another time, and everybody is asked again."""
        self.edition += 1


def key_of(kind: Kind, thing: str) -> str:
    return f"{kind.value}/{thing}"


@dataclass(frozen=True)
class WithTheMembers:
    """A draft while it lies with the members: its edition, and their last day in Oslo, if any."""

    kind: Kind
    thing: str
    edition: int
    comments_by: date | None

    def is_late(self, day: date) -> bool:
        """Whether what comes on that day comes after the last day."""
        return self.comments_by is not None and day > self.comments_by
