"""A report that goes out by e-mail by itself: which one, in which rhythm, and to whom.

"Every first working day of the month to the leader." Working days are the council's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from .entity import Entity
from .events import (
    ReportScheduleChanged,
    ReportScheduled,
    ReportScheduleResumed,
    ReportScheduleStopped,
    ScheduledReportDue,
)
from .kinds import Role
from .schedule_errors import (
    DaysBeforeOutOfRange,
    NobodyChosen,
    NoReportToSend,
    NoSuchFormat,
    NotARoleOfReaders,
    ReportAboutOnePerson,
    ScheduleIsGoing,
    ScheduleIsStopped,
    SpanNotTaken,
)
from .snapshots import Quarter
from .working_days import ONE_DAY, WorkingCalendar

MOST_DAYS_BEFORE = 30
YEAR = 12  # months
QUARTER = 3  # months


class Rhythm(StrEnum):
    """The first working day of each month, or of each quarter; or some days before meetings."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    BEFORE_MEETING = "before_meeting"


MONTHS: Mapping[Rhythm, int] = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: QUARTER}
"""How many months a rhythm by the calendar takes, counted from January."""


class Span(StrEnum):
    """Which period the report is asked about each time, seen from the day on which it is due."""

    USUAL = "usual"
    LAST_MONTH = "last_month"
    LAST_QUARTER = "last_quarter"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    SINCE_LAST = "since_last"


_BY_YEAR = (Span.USUAL, Span.THIS_YEAR, Span.LAST_YEAR)

SPANS: Mapping[str, tuple[Span, ...]] = {
    "unanswered": (Span.USUAL,),
    "response-times": tuple(Span),
    "activities": tuple(Span),
    "since-last-meeting": (Span.USUAL,),
    "annual": _BY_YEAR,
    "promises": tuple(Span),
}
"""The reports that can be sent so, by their names, with the periods that each can be about."""

ABOUT_ONE_PERSON = ("handover",)
"""Reports that are made when somebody asks for them, and by nobody else."""

ONLY_LINK = ""
ENDINGS = ("docx", "xlsx", "pdf", "csv", "json", ONLY_LINK)
"""The file that goes along, by its ending; the last one is none."""

ROLES = (Role.LEADER, Role.SECRETARIAT, Role.MEMBER)
"""The roles whose holders can get it, whoever they are on the day."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a person decides of it, checked as a whole; each person and role stands there once.

    `people` are keys of people, `roles` values of `Role`; `days_before` counts working days before
    each council meeting, and is 0 in every other rhythm. `note` is a greeting to the readers.

    Raises NoReportToSend, ReportAboutOnePerson, SpanNotTaken, NoSuchFormat, DaysBeforeOutOfRange,
    NotARoleOfReaders and NobodyChosen.
    """

    report: str
    span: Span = Span.USUAL
    ending: str = "docx"
    rhythm: Rhythm = Rhythm.MONTHLY
    days_before: int = 0
    people: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        _require_report(self.report, self.span)
        if self.ending not in ENDINGS:
            raise NoSuchFormat(ending=self.ending, endings=", ".join(filter(None, ENDINGS)))
        before = self.days_before if self.rhythm is Rhythm.BEFORE_MEETING else 0
        if not 0 <= before <= MOST_DAYS_BEFORE:
            raise DaysBeforeOutOfRange(most=MOST_DAYS_BEFORE, days=before)
        for each in self.roles:
            if each not in ROLES:
                raise NotARoleOfReaders(role=each, roles=", ".join(ROLES))
        if not self.people and not self.roles:
            raise NobodyChosen
        in_order = {
            "days_before": before,
            "people": tuple(sorted(set(self.people))),
            "roles": tuple(each.value for each in ROLES if each in self.roles),
            "note": self.note.strip(),
        }
        for name, value in in_order.items():
            object.__setattr__(self, name, value)


def _require_report(report: str, span: Span) -> None:
    if report in ABOUT_ONE_PERSON:
        raise ReportAboutOnePerson(report=report)
    if report not in SPANS:
        raise NoReportToSend(report=report, reports=", ".join(SPANS))
    if span not in SPANS[report]:
        raise SpanNotTaken(report=report, span=span, spans=", ".join(SPANS[report]))


TIMES = ("rhythm", "days_before")
"""The fields that decide on which days it is due."""


@dataclass(eq=False)
class ScheduledReport(Entity):
    """One report to the same readers again and again; the fields are those of `Wish`.

    `since` is the first day that counts: what would have been due before it is not made up for.
    `last` is the last due day for which it went out. `version` goes up with every change.
    """

    key: str
    report: str
    span: Span
    ending: str
    rhythm: Rhythm
    days_before: int
    people: tuple[str, ...]
    roles: tuple[str, ...]
    since: date
    note: str = ""
    stopped: bool = False
    last: date | None = None
    version: int = 1

    @classmethod
    def schedule(cls, key: str, wish: Wish, since: date) -> "ScheduledReport":
        """It goes out from that day on."""
        found = cls(key, **vars(wish), since=since)
        found.record(ReportScheduled(key, wish.report))
        return found

    @property
    def wish(self) -> Wish:
        """What was decided last."""
        return Wish(**{each.name: getattr(self, each.name) for each in fields(Wish)})

    def correct(self, wish: Wish, today: date) -> None:
        """From now on so; where it is due on other days, those before today do not count."""
        changed = self.change(vars(wish))
        if not changed:
            return
        if any(each in TIMES for each in changed):
            self.since = today
        self.version += 1
        self.record(ReportScheduleChanged(self.key, changed))

    def sent_for(self, due: date, readers: tuple[str, ...]) -> None:
        """It goes out for that day, to those readers; nobody where none could get it."""
        self.last = due
        self.record(ScheduledReportDue(self.key, due, readers))

    def stop(self) -> None:
        """It goes out no more, to nobody. Raises ScheduleIsStopped."""
        if self.stopped:
            raise ScheduleIsStopped
        self.stopped = True
        self.version += 1
        self.record(ReportScheduleStopped(self.key))

    def resume(self, today: date) -> None:
        """It goes out again, for no day before today. Raises ScheduleIsGoing."""
        if not self.stopped:
            raise ScheduleIsGoing
        self.stopped, self.since = False, today
        self.version += 1
        self.record(ReportScheduleResumed(self.key))

    def due_on(
        self, today: date, calendar: WorkingCalendar, meetings: Iterable[date] = ()
    ) -> date | None:
        """The latest day, today or before, on which it was due; None where it never was.

        `meetings` are the days of the council meetings that it goes out before. Where it went out
        for that day, `last` is that day or a later one.
        """
        found = self._latest(today, calendar, meetings)
        return found if found is not None and found >= self.since else None

    def waits_for(
        self, today: date, calendar: WorkingCalendar, meetings: Iterable[date] = ()
    ) -> date | None:
        """The latest due day that it has not gone out for; of several, the earlier ones lapse.

        A day before `last`, as when a meeting is held earlier than it was to be, is none.
        """
        found = None if self.stopped else self.due_on(today, calendar, meetings)
        if found is None or (self.last is not None and found <= self.last):
            return None
        return found

    def next_after(
        self, day: date, calendar: WorkingCalendar, meetings: Iterable[date] = ()
    ) -> date | None:
        """The first due day after that one; None where no meeting has a day."""
        first = max(day + ONE_DAY, self.since)
        if self.rhythm is Rhythm.BEFORE_MEETING:
            days = self._days_before(meetings, calendar)
            return min((each for each in days if each >= first), default=None)
        every = MONTHS[self.rhythm]
        number = _number(first) // every * every
        while (found := calendar.on_or_after(_first_of(number))) < first:
            number += every
        return found

    def _latest(
        self, day: date, calendar: WorkingCalendar, meetings: Iterable[date]
    ) -> date | None:
        """The last day of the rhythm that is not after that one."""
        if self.rhythm is Rhythm.BEFORE_MEETING:
            days = self._days_before(meetings, calendar)
            return max((each for each in days if each <= day), default=None)
        every = MONTHS[self.rhythm]
        number = _number(day) // every * every
        while (found := calendar.on_or_after(_first_of(number))) > day:
            number -= every
        return found

    def _days_before(self, meetings: Iterable[date], calendar: WorkingCalendar) -> Iterator[date]:
        return (calendar.shift(each, -self.days_before) for each in meetings)

    def before(
        self, due: date, calendar: WorkingCalendar, meetings: Iterable[date] = ()
    ) -> date | None:
        """Since when the sending of that day tells: the last one, else the rhythm's day before."""
        if self.last is not None and self.last < due:
            return self.last
        return self._latest(due - ONE_DAY, calendar, meetings)


def period_of(span: Span, due: date, before: date | None) -> tuple[date, date] | None:
    """The first and last day that the report of that day is about; None is its usual period.

    `before` is the day since which it tells, where it has gone out before or could have.
    """
    match span:
        case Span.LAST_MONTH:
            last = due.replace(day=1) - ONE_DAY
            return last.replace(day=1), last
        case Span.LAST_QUARTER:
            last = Quarter.ended_before(due).last
            return date(last.year, last.month - QUARTER + 1, 1), last
        case Span.THIS_YEAR:
            return date(due.year, 1, 1), date(due.year, 12, 31)
        case Span.LAST_YEAR:
            return date(due.year - 1, 1, 1), date(due.year - 1, 12, 31)
        case Span.SINCE_LAST if before is not None:
            return before, due - ONE_DAY
    return None


def _number(day: date) -> int:
    """Its month, counted from the first one of all years."""
    return day.year * YEAR + day.month - 1


def _first_of(number: int) -> date:
    return date(number // YEAR, number % YEAR + 1, 1)
