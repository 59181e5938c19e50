"""What stands around every council meeting: papers before it, minutes after it, then approval.

Papers go out 7 days before the meeting, the minutes 10 working days after it; the members comment
on them for 5 working days, and the next council meeting approves them. All are the council's own
habits, not rules of law.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import Edtf
from .kinds import MeetingKind, MeetingStatus, Step
from .meetings import Meeting
from .working_days import WorkingCalendar

PAPERS_BEFORE = timedelta(days=7)
MINUTES_AFTER = 10  # working days
COMMENTS_AFTER = 5  # working days


@dataclass(frozen=True)
class Stage:
    """One step around a meeting: by when it is to be done, and when it was.

    `due` is None where it cannot be known yet; `agreed` says that a person has set it. `on` is when
    it was sent, where that is known. `meeting` is the key of the meeting that approves, or has
    approved, the minutes.
    """

    step: Step
    due: Edtf | None
    done: bool = False
    on: Edtf | None = None
    agreed: bool = False
    meeting: str | None = None


def papers_due(meeting: date, calendar: WorkingCalendar) -> date:
    """The day on which the papers go out at the latest: a working day at least 7 days before."""
    return calendar.on_or_before(meeting - PAPERS_BEFORE)


def minutes_due(meeting: date, calendar: WorkingCalendar) -> date:
    return calendar.shift(meeting, MINUTES_AFTER)


def comments_due(sent: date, calendar: WorkingCalendar) -> date:
    """Until when the members comment on minutes that went out on that day."""
    return calendar.shift(sent, COMMENTS_AFTER)


def next_council_meeting(meeting: Meeting, meetings: Iterable[Meeting]) -> Meeting | None:
    """The council meeting that follows this one and is not cancelled; its day may be open."""
    later = [
        each
        for each in meetings
        if each.kind is MeetingKind.COUNCIL
        and each.status is not MeetingStatus.CANCELLED
        and each.key != meeting.key
        and each.time.on.first > meeting.time.on.first
    ]
    return min(later, key=lambda each: (each.time.on.sort_key(), each.key), default=None)


def cycle(
    meeting: Meeting, following: Meeting | None, calendar: WorkingCalendar
) -> tuple[Stage, ...]:
    """The five stages of a council meeting, `following` being the next one; none for others.

    Without a fixed day nothing can be said of them, and a cancelled meeting has none.
    """
    off = meeting.status is MeetingStatus.CANCELLED
    if off or meeting.kind is not MeetingKind.COUNCIL or not meeting.time.on.is_day:
        return ()
    day = meeting.time.on.day
    minutes = minutes_due(day, calendar)
    comments = meeting.comments_by or Edtf.on(comments_due(minutes, calendar))
    approves = meeting.minutes_approved_in or (following.key if following else None)
    approval = following.time.on if following and following.key == approves else None
    sent = meeting.minutes_sent
    return (
        Stage(
            Step.PAPERS,
            Edtf.on(papers_due(day, calendar)),
            meeting.papers_sent is not None,
            meeting.papers_sent,
        ),
        Stage(Step.MEETING, meeting.time.on, meeting.status is MeetingStatus.HELD),
        Stage(Step.MINUTES, Edtf.on(minutes), meeting.minutes_are_out, sent),
        Stage(
            Step.COMMENTS,
            comments,
            meeting.minutes_approved_in is not None,
            agreed=meeting.comments_by is not None,
        ),
        Stage(Step.APPROVAL, approval, meeting.minutes_approved_in is not None, meeting=approves),
    )
