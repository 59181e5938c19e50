"""One entry of a calendar, as the council's facts give it; how it is written is no concern here."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ..domain.dates import Edtf, aware, local_moment
from ..domain.errors import TilsvarError
from ..domain.sentences import N_

OSLO = ZoneInfo("Europe/Oslo")

DEADLINE = "deadline"
"""The kind of every entry that is no meeting."""

KINDS = {
    "council": N_("Council meeting"),
    "dialogue": N_("Dialogue meeting"),
    "workshop": N_("Workshop"),
    "event": N_("Event"),
    "external": N_("External event"),
    "parliamentary_hearing": N_("Parliamentary hearing"),
    DEADLINE: N_("Deadline"),
}
"""The kinds of entries, each with its English word; readers see it in their own language."""


class EndsTooEarly(TilsvarError):
    """The end {end} has to come after the start {start}: give a later end, or none."""


class UnknownKind(TilsvarError):
    """{kind} is no kind of calendar entry: use one of {known}."""


class NotItsPeriod(TilsvarError):
    """{title} is dated {date}, so it has to span that whole period: use AllDay.over({date})."""


@dataclass(frozen=True)
class AllDay:
    """Whole days in Oslo, the last one included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise EndsTooEarly(start=self.first, end=self.last)

    @classmethod
    def over(cls, when: Edtf) -> "AllDay":
        """Every day of the period that a date names, precise or not."""
        return cls(when.first, when.last)

    @property
    def begins(self) -> datetime:
        """The first moment of it, in UTC."""
        return local_moment(self.first, time(), OSLO)

    @property
    def day_after(self) -> date:
        """The first day that is free again: iCalendar's end does not belong to the entry."""
        return self.last + timedelta(days=1)


@dataclass(frozen=True)
class Timed:
    """From one moment to a later one, kept in UTC; naive datetimes raise `NaiveMoment`."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", aware(self.start))
        object.__setattr__(self, "end", aware(self.end))
        if self.end <= self.start:
            raise EndsTooEarly(start=self.start.isoformat(), end=self.end.isoformat())

    @property
    def begins(self) -> datetime:
        """The first moment of it, in UTC."""
        return self.start


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A meeting or a deadline, with all that a calendar shows of it.

    `uid` is the stored UUID that never changes, `sequence` the stored count of its moves. `created`
    and `modified` are moments from the database, never the moment of rendering: the same state
    gives the same bytes. `imprecise` is the date where no day is fixed; `when` then spans its
    period. `tentative` is what may still change its day. `category` replaces the kind's own word
    where something closer is known.
    """

    uid: str
    sequence: int
    created: datetime
    modified: datetime
    kind: str
    title: str
    when: AllDay | Timed
    place: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False
    imprecise: Edtf | None = None
    tentative: bool = False
    category: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "created", aware(self.created))
        object.__setattr__(self, "modified", aware(self.modified))
        if self.kind not in KINDS:
            raise UnknownKind(kind=self.kind, known=", ".join(KINDS))
        if self.imprecise is not None and self.when != AllDay.over(self.imprecise):
            raise NotItsPeriod(title=self.title, date=self.imprecise)

    @property
    def sort_key(self) -> tuple[datetime, str]:
        """By the moment it begins, then by `uid`, so that the order never depends on a query."""
        return self.when.begins, self.uid

    @property
    def takes_time(self) -> bool:
        """Whether a colleague who looks for a free hour should see the time as taken.

        A meeting takes it. A deadline does not, nor does what is cancelled or has no fixed day:
        nobody is busy the whole spring.
        """
        return self.kind != DEADLINE and not self.cancelled and self.imprecise is None
