"""What one who is invited was told of a meeting, and what they say: the values of an invitation."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from .kinds import MeetingStatus, PartStat
from .meetings import Meeting, MeetingTime


class What(StrEnum):
    """What a mail about a meeting says to whoever is invited."""

    INVITED = "invited"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"

    @property
    def calls_off(self) -> bool:
        """Whether the reader's calendar drops the meeting."""
        return self in (What.CANCELLED, What.WITHDRAWN)


@dataclass(frozen=True)
class Shown:
    """What an invitation shows of its meeting: another value is something to tell."""

    time: MeetingTime
    title: str
    place: str = ""
    agenda: str = ""
    join_url: str = ""
    papers_url: str = ""
    planned: bool = False

    @classmethod
    def of(cls, meeting: Meeting) -> "Shown":
        # A meeting that somebody calls held before its time stands as firm as before.
        planned = meeting.status is MeetingStatus.PLANNED
        values: dict[str, Any] = {
            name: getattr(meeting, name, "") for name in ("agenda", "join_url", "papers_url")
        }
        return cls(meeting.time, meeting.title, meeting.place, planned=planned, **values)


@dataclass(frozen=True)
class Asked:
    """The time that an attendee was asked about, in which version, and how they stood."""

    time: MeetingTime
    sequence: int
    partstat: PartStat


@dataclass(frozen=True)
class Notice:
    """One version of an invitation as it was mailed: the same notice is always the same mail.

    `sequence` and `stamp` (UTC) are those of iTIP; `partstat` is how the reader had answered by
    then, `replaces` what they had been asked and had said before it. `others` are the invitations
    that it lists, by key, with what each had answered. `was` is what the reader had been told
    before; `mail` is the row of the ledger that brought it first.
    """

    what: What
    sequence: int
    stamp: datetime
    shown: Shown
    was: Shown | None
    partstat: PartStat
    others: tuple[tuple[str, PartStat], ...]
    mail: str
    replaces: Asked


@dataclass(frozen=True)
class Proposal:
    """Another time, and perhaps another place, that an attendee asks for (COUNTER)."""

    time: MeetingTime
    place: str = ""


@dataclass(frozen=True)
class Said:
    """An answer of the attendee: to which version of the meeting, when (UTC), and what."""

    sequence: int
    stamp: datetime
    partstat: PartStat | None
    comment: str = ""
    delegated_to: str = ""
    proposal: Proposal | None = None


class Heard(StrEnum):
    """What became of an answer."""

    TAKEN = "taken"
    KNOWN = "known"
    STALE = "stale"


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are the same mailbox: `@råd.example` is also `@xn--rd-yia.example`."""
    return _folded(one) == _folded(other)


def _folded(address: str) -> str:
    local_part, at, domain = address.strip().casefold().rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("idna").decode("ascii")
    return f"{local_part}{at}{domain}"
