"""Meetings: the council's own, those to which it invites others, and those of others."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .calendar_item import CalendarItem
from .dates import Edtf, aware
from .entity import Entity
from .errors import DomainError
from .events import (
    MeetingCancelled,
    MeetingCorrected,
    MeetingHeld,
    MeetingMoved,
    MeetingScheduled,
)
from .kinds import MeetingKind, MeetingStatus

DEFAULT_LENGTH = timedelta(hours=2)


class MeetingEndsBeforeItStarts(DomainError):
    """A meeting that starts {start} cannot end {end}. Check the two."""


@dataclass(frozen=True)
class MeetingTime:
    """When a meeting is: a day or an imprecise date, and its hours in UTC where known."""

    on: Edtf
    start: datetime | None = None
    end: datetime | None = None

    def __post_init__(self) -> None:
        if self.start is not None:
            object.__setattr__(self, "start", aware(self.start))
        if self.end is not None:
            object.__setattr__(self, "end", aware(self.end))
        if self.start and self.end and self.end <= self.start:
            raise MeetingEndsBeforeItStarts(start=self.start, end=self.end)

    @property
    def ends(self) -> datetime | None:
        """The end in UTC; with a start and no end a meeting lasts two hours."""
        if self.start is None:
            return None
        return self.end or self.start + DEFAULT_LENGTH


@dataclass(eq=False)
class Meeting(CalendarItem, Entity):
    """A meeting; planned while its day is not fixed."""

    key: str
    kind: MeetingKind
    title: str
    time: MeetingTime
    uid: str
    created: datetime
    modified: datetime
    place: str = ""
    participants: tuple[str, ...] = ()
    status: MeetingStatus = MeetingStatus.SCHEDULED
    source: str = ""
    sequence: int = 0

    @classmethod
    def schedule(
        cls,
        key: str,
        kind: MeetingKind,
        title: str,
        time: MeetingTime,
        *,
        uid: str,
        now: datetime,
        place: str = "",
        participants: tuple[str, ...] = (),
        status: MeetingStatus = MeetingStatus.SCHEDULED,
        source: str = "",
    ) -> "Meeting":
        meeting = cls(key, kind, title, time, uid, now, now, place, participants, status, source)
        meeting.record(MeetingScheduled(key, time.on))
        return meeting

    def move(self, time: MeetingTime, now: datetime) -> None:
        if time == self.time:
            return
        self.record(MeetingMoved(self.key, self.time.on, time.on))
        self.time = time
        self.moved(now)

    def fix(self, now: datetime) -> None:
        """A planned day has become certain."""
        if self.status is MeetingStatus.PLANNED:
            self.status = MeetingStatus.SCHEDULED
            self.moved(now)
            self.record(MeetingScheduled(self.key, self.time.on))

    def hold(self, now: datetime) -> None:
        """The meeting took place; calendars see a change only if it was not thought certain."""
        if self.status is not MeetingStatus.HELD:
            if self.status is not MeetingStatus.SCHEDULED:
                self.moved(now)
            self.status = MeetingStatus.HELD
            self.touched(now)
            self.record(MeetingHeld(self.key, self.time.on))

    def cancel(self, now: datetime) -> None:
        if self.status is not MeetingStatus.CANCELLED:
            self.status = MeetingStatus.CANCELLED
            self.moved(now)
            self.record(MeetingCancelled(self.key))

    def correct(self, now: datetime, **values: object) -> None:
        """Change words; a new place counts as a change that calendars must show."""
        changed = self.change(values)
        if changed:
            if "place" in changed:
                self.moved(now)
            self.touched(now)
            self.record(MeetingCorrected(self.key, changed))

    def without_outcome(self, on: date) -> bool:
        """Whether its day has passed and nobody has said that it was held or cancelled."""
        return (
            self.status in (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)
            and self.time.on.last < on
        )
