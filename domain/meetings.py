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
    MinutesApproved,
    MinutesCirculated,
    MinutesNotCirculated,
    PapersNotSent,
    PapersSent,
)
from .kinds import MeetingKind, MeetingStatus
from .links import web_link

DEFAULT_LENGTH = timedelta(hours=2)
LINKS = ("join_url", "papers_url")


class MeetingEndsBeforeItStarts(DomainError):
    """A meeting that starts {start} cannot end {end}. Check the two."""


class NotACouncilMeeting(DomainError):
    """{meeting} is no council meeting. Papers and minutes are followed for those only."""


class MinutesBeforeMeeting(DomainError):
    """The minutes of {meeting} cannot go out {sent}: the meeting is on {on}. Check the date."""


class CommentsBeforeMinutes(DomainError):
    """Comments on minutes that went out {sent} cannot be due {comments_by}. Check the two dates."""


class NothingSent(DomainError):
    """Nothing is registered as sent for {meeting} that could be taken back."""


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

    @property
    def seen(self) -> tuple[Edtf, datetime | None, datetime | None]:
        """What a calendar shows of it: two hours are two hours, whether said or assumed."""
        return self.on, self.start, self.ends


@dataclass(eq=False)
class Meeting(CalendarItem, Entity):
    """A meeting; planned while its day is not fixed.

    `followed` says whether its papers and minutes are watched: it became known before its day had
    passed (docs/decisions/0007). `version` counts how often its day has moved, or
    its reminders have begun anew for another reason.
    `minutes_approved_in` is the key of the meeting that approved them. `join_url` is where one
    takes part from afar, and is shown to those who take part only; `papers_url` is where the papers
    lie.
    """

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
    followed: bool = True
    papers_sent: Edtf | None = None
    minutes_sent: Edtf | None = None
    comments_by: Edtf | None = None
    minutes_approved_in: str | None = None
    version: int = 1
    agenda: str = ""
    join_url: str = ""
    papers_url: str = ""
    area: str | None = None

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
        followed: bool = True,
        agenda: str = "",
        join_url: str = "",
        papers_url: str = "",
        area: str | None = None,
    ) -> "Meeting":
        """A new meeting. Raises NotALink where a link is no web address."""
        meeting = cls(key, kind, title, time, uid, now, now, place, participants, status, source)
        meeting.followed, meeting.agenda, meeting.area = followed, agenda, area
        meeting.join_url, meeting.papers_url = web_link(join_url), web_link(papers_url)
        meeting.record(MeetingScheduled(key, time.on))
        return meeting

    def move(self, time: MeetingTime, now: datetime) -> None:
        if time == self.time:
            return
        self.record(MeetingMoved(self.key, self.time.on, time.on))
        if time.on != self.time.on:
            # Other hours move no reminder.
            self.version += 1
            self.followed = self.followed or time.on.first > now.date()
        seen = self.time.seen == time.seen
        self.time = time
        if seen:
            self.touched(now)
        else:
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
            if self.status is MeetingStatus.SCHEDULED:
                self.touched(now)
            else:
                self.version += 1
                self.moved(now)
            self.status = MeetingStatus.HELD
            self.record(MeetingHeld(self.key, self.time.on))

    def cancel(self, now: datetime) -> None:
        if self.status is not MeetingStatus.CANCELLED:
            self.status = MeetingStatus.CANCELLED
            self.moved(now)
            self.record(MeetingCancelled(self.key))

    def restore(self, now: datetime) -> None:
        """It was called off, or said to be held, by mistake: it stands as scheduled again."""
        if self.status is MeetingStatus.CANCELLED:
            self.moved(now)
        elif self.status is MeetingStatus.HELD:
            self.touched(now)
        else:
            return
        self.status = MeetingStatus.SCHEDULED
        # Its rungs were closed with it.
        self.version += 1
        self.record(MeetingScheduled(self.key, self.time.on))

    def correct(self, now: datetime, **values: object) -> None:
        """Change words; a new place counts as a change that calendars must show.

        Raises NotALink where a link is no web address.
        """
        links = {name: web_link(str(values[name])) for name in LINKS if name in values}
        changed = self.change(values | links)
        if "kind" in changed:
            # What becomes a council meeting again is followed anew.
            self.version += 1
        if changed:
            if "place" in changed:
                self.moved(now)
            else:
                self.touched(now)
            self.record(MeetingCorrected(self.key, changed))

    @property
    def minutes_are_out(self) -> bool:
        """Whether they were sent; approved minutes were, even if nobody said when."""
        return self.minutes_sent is not None or self.minutes_approved_in is not None

    @property
    def awaits_papers(self) -> bool:
        return self._in_cycle and self.papers_sent is None and self.status is not MeetingStatus.HELD

    @property
    def awaits_minutes(self) -> bool:
        return self._in_cycle and not self.minutes_are_out

    @property
    def _in_cycle(self) -> bool:
        certain = self.status in (MeetingStatus.SCHEDULED, MeetingStatus.HELD)
        return (
            self.kind is MeetingKind.COUNCIL and certain and self.time.on.is_day and self.followed
        )

    def send_papers(self, on: Edtf, now: datetime) -> None:
        """The papers went to the members. Raises NotACouncilMeeting."""
        self._require_council()
        if on == self.papers_sent:
            return
        self.papers_sent = on
        self.touched(now)
        self.record(PapersSent(self.key, on))

    def take_back_papers(self, now: datetime) -> None:
        """They were not sent after all; their reminders start anew. Raises NothingSent."""
        if self.papers_sent is None:
            raise NothingSent(meeting=self.key)
        self.record(PapersNotSent(self.key, self.papers_sent))
        self.papers_sent = None
        self.version += 1
        self.touched(now)

    def take_back_minutes(self, now: datetime) -> None:
        """They were not sent after all, and nobody has approved them. Raises NothingSent."""
        if self.minutes_sent is None or self.minutes_approved_in is not None:
            raise NothingSent(meeting=self.key)
        self.minutes_sent, self.comments_by = None, None
        self.version += 1
        self.touched(now)
        self.record(MinutesNotCirculated(self.key))

    def circulate_minutes(self, on: Edtf, comments_by: Edtf, now: datetime) -> None:
        """The minutes went to the members, who comment until that day.

        Raises NotACouncilMeeting, MinutesBeforeMeeting and CommentsBeforeMinutes.
        """
        self._require_council()
        if on.last < self.time.on.first:
            raise MinutesBeforeMeeting(meeting=self.key, sent=on, on=self.time.on)
        if comments_by.last < on.first:
            raise CommentsBeforeMinutes(sent=on, comments_by=comments_by)
        if (on, comments_by) == (self.minutes_sent, self.comments_by):
            return
        self.minutes_sent, self.comments_by = on, comments_by
        self.touched(now)
        self.record(MinutesCirculated(self.key, on, comments_by))

    def approve_minutes(self, meeting: str, now: datetime) -> None:
        """That meeting of the council approved the minutes of this one."""
        self._require_council()
        if meeting == self.minutes_approved_in:
            return
        self.minutes_approved_in = meeting
        self.touched(now)
        self.record(MinutesApproved(self.key, meeting))

    def _require_council(self) -> None:
        if self.kind is not MeetingKind.COUNCIL:
            raise NotACouncilMeeting(meeting=self.key)

    def without_outcome(self, on: date) -> bool:
        """Whether its day has passed and nobody has said that it was held or cancelled."""
        return (
            self.status in (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)
            and self.time.on.last < on
        )
