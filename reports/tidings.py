"""What a day brings: a message to a person, or something that is held back with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..domain.events import Event
from ..domain.people import Person


class Reason(StrEnum):
    """Why nothing goes out about an object."""

    KNOWN_TOO_LATE = "known_too_late"
    GIVEN_WAY = "given_way"
    SETTLED = "settled"
    NOT_SENT = "not_sent"
    COLLECTED = "collected"
    CALENDAR_ONLY = "calendar_only"
    NOBODY_RESPONSIBLE = "nobody_responsible"
    NO_LEADER = "nobody_leader"
    NO_MEMBERS = "nobody_members"
    NOBODY = "nobody"
    SNOOZED = "snoozed"
    PAUSED = "paused"
    MEETING_AHEAD = "meeting_ahead"

    @classmethod
    def nobody(cls, who: str) -> "Reason":
        """That nobody holds the role that should hear of it."""
        name = f"nobody_{who}"
        return cls(name) if name in set(cls) else cls.NOBODY


@dataclass(frozen=True)
class Line:
    """What is told of some objects at one rung; `event` is the telling itself where it is known."""

    kind: str
    objects: tuple[str, ...]
    rung: str
    event: Event | None

    @property
    def sort_key(self) -> tuple[tuple[str, ...], str]:
        return (self.objects, self.rung)


@dataclass(frozen=True)
class Message:
    """One mail: a line that goes at once, or the digest with everything that was collected."""

    person: Person
    lines: tuple[Line, ...]
    collected: bool

    @property
    def kind(self) -> str:
        """What the clock tells, or that it is a digest."""
        return "Digest" if self.collected else self.lines[0].kind

    @property
    def objects(self) -> tuple[str, ...]:
        return tuple(key for line in self.lines for key in line.objects)

    @property
    def rungs(self) -> tuple[str, ...]:
        """The rungs of the lines, each once."""
        return tuple(dict.fromkeys(line.rung for line in self.lines))

    @property
    def to(self) -> str:
        """The address, or the person's key where there is none."""
        return self.person.email or self.person.key

    def sort_key(self) -> tuple[bool, list[tuple[tuple[str, ...], str]], str]:
        """What goes at once comes first; then by what it says, then by who hears of it."""
        return (self.collected, [line.sort_key for line in self.lines], self.person.key)


def digest_of(person: Person, lines: Iterable[Line]) -> Message:
    return Message(person, tuple(sorted(lines, key=lambda line: line.sort_key)), collected=True)


@dataclass(frozen=True)
class HeldBack:
    """An object of which nothing is said on that day."""

    key: str
    reason: Reason

    def sort_key(self) -> tuple[str, str]:
        return (self.key, self.reason)
