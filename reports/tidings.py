"""What a day brings: a message to a person, or something that is held back with its reason."""

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
    NOBODY_RESPONSIBLE = "nobody_responsible"
    NO_LEADER = "nobody_leader"
    NO_MEMBERS = "nobody_members"
    NOBODY = "nobody"
    SNOOZED = "snoozed"
    PAUSED = "paused"

    @classmethod
    def nobody(cls, who: str) -> "Reason":
        """That nobody holds the role that should hear of it."""
        name = f"nobody_{who}"
        return cls(name) if name in set(cls) else cls.NOBODY


@dataclass(frozen=True)
class Message:
    """One mail. `kind` is what the clock tells, `event` the telling itself where it is known."""

    person: Person
    kind: str
    objects: tuple[str, ...]
    rungs: tuple[str, ...]
    event: Event | None

    @property
    def to(self) -> str:
        """The address, or the person's key where there is none."""
        return self.person.email or self.person.key

    def sort_key(self) -> tuple[tuple[str, ...], tuple[str, ...], str]:
        return (self.objects, self.rungs, self.person.key)


@dataclass(frozen=True)
class HeldBack:
    """An object of which nothing is said on that day."""

    key: str
    reason: Reason

    def sort_key(self) -> tuple[str, str]:
        return (self.key, self.reason)
