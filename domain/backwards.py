"""Planning backwards: from an external deadline to the council's own steps before it.

Papers go out 7 days before the last council meeting that can still adopt the response; then that
meeting; the members comment until 5 working days before the deadline, the leader approves 2 working
days before it, and the response is submitted. The days are defaults of the council's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import Edtf
from .due_dates import Period, PeriodUnit
from .kinds import Step
from .meeting_cycle import papers_due
from .working_days import WorkingCalendar

COMMENTS_BEFORE = 5  # working days
APPROVAL_BEFORE = 2  # working days
SHORT = timedelta(weeks=6)
"""A consultation shorter than this deserves a request for more time (utredningsinstruksen 3-3)."""

NORMAL = Period(3, PeriodUnit.MONTHS)
"""How long a consultation normally lasts, by the same rule."""


@dataclass(frozen=True)
class CouncilMeeting:
    """A council meeting with a known day."""

    key: str
    day: date


@dataclass(frozen=True)
class Planned:
    """One step with its day, and the meeting where it has to do with one."""

    step: Step
    day: date
    meeting: str | None = None


@dataclass(frozen=True)
class Plan:
    """The steps in their order, seen from a day.

    `meeting` is None where no meeting can be reached; `too_close` is then the one that could have
    been, had its papers gone out in time. `past` says that the deadline itself is over, so that the
    plan tells how it would have been. `short` says that the consultation is shorter than six weeks.
    """

    deadline: Edtf
    published: Edtf | None
    steps: tuple[Planned, ...]
    meeting: CouncilMeeting | None
    too_close: CouncilMeeting | None
    past: bool

    @property
    def short(self) -> bool:
        """Nothing is said about a consultation whose publication date is not known."""
        return self.published is not None and self.deadline.first - self.published.first < SHORT

    def day_of(self, step: Step) -> date | None:
        return next((each.day for each in self.steps if each.step is step), None)

    def wished(self, calendar: WorkingCalendar) -> date | None:
        """Until when more time would be asked for: the normal length; None where it is not short.

        For a period that is not one day, the length is counted from its last day.
        """
        if self.published is None or not self.short:
            return None
        return calendar.on_or_after(NORMAL.end(self.published.last, calendar))


def plan_backwards(
    deadline: Edtf,
    meetings: Sequence[CouncilMeeting],
    calendar: WorkingCalendar,
    *,
    today: date,
    published: Edtf | None = None,
    settled: str | None = None,
) -> Plan:
    """Propose the steps towards a deadline (its first day), seen from `today` (a day in Oslo).

    A meeting can adopt the response if its papers can still go out and if the members can comment
    after it. `settled` is the key of the meeting that the council has chosen already: it can adopt
    even if its papers are late. Once the deadline is over, `today` counts no more.
    """
    past = deadline.last < today
    comments = calendar.shift(deadline.first, -COMMENTS_BEFORE)
    candidates = sorted(
        (each for each in meetings if each.day <= comments), key=lambda each: (each.day, each.key)
    )
    since = max(date.min if past else today, published.first if published is not None else date.min)
    reachable = [
        each
        for each in candidates
        if each.key == settled or papers_due(each.day, calendar) >= since
    ]
    meeting = reachable[-1] if reachable else None
    ahead = [each for each in candidates if not past and each.day >= today]
    return Plan(
        deadline,
        published,
        _steps(deadline, comments, meeting, calendar),
        meeting,
        None if meeting or not ahead else ahead[-1],
        past,
    )


def _steps(
    deadline: Edtf, comments: date, meeting: CouncilMeeting | None, calendar: WorkingCalendar
) -> tuple[Planned, ...]:
    approval = calendar.shift(deadline.first, -APPROVAL_BEFORE)
    steps = [
        Planned(Step.COMMENTS, comments),
        Planned(Step.APPROVAL, approval),
        Planned(Step.SUBMISSION, calendar.on_or_before(deadline.first)),
    ]
    if meeting is not None:
        papers = papers_due(meeting.day, calendar)
        steps[:0] = [
            Planned(Step.PAPERS, papers, meeting.key),
            Planned(Step.MEETING, meeting.day, meeting.key),
        ]
    return tuple(steps)
