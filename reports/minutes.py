"""What stands around the council's meetings of a year: papers, minutes, comments and approval."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..domain.dates import Edtf
from ..domain.kinds import Step
from ..domain.meeting_cycle import Stage, cycle, next_council_meeting
from ..domain.meetings import Meeting
from ..store.unit_of_work import UnitOfWork
from .attendance_of_year import council_meetings


@dataclass(frozen=True)
class MinutesRow:
    """One council meeting. `comments` is None before its minutes are out and a day is agreed.

    `papers` and `minutes` are None where the meeting is older than what is followed here and
    nothing was registered; `missing` are the steps whose day has passed without them.
    """

    meeting: Meeting
    papers: Stage
    minutes: Stage
    comments: Edtf | None
    approved_in: str | None
    missing: tuple[Step, ...]


def minutes_of_year(work: UnitOfWork, year: int) -> tuple[MinutesRow, ...]:
    """The council meetings of that year, those ahead among them, by the days in Oslo."""
    return tuple(_rows(work, year))


def _rows(work: UnitOfWork, year: int) -> Iterator[MinutesRow]:
    every = council_meetings(work)
    for meeting in every:
        if meeting.time.on.day.year != year:
            continue
        stages = {
            each.step: each
            for each in cycle(meeting, next_council_meeting(meeting, every), work.calendar)
        }
        watched = [stages[Step.PAPERS], stages[Step.MINUTES]] if meeting.followed else []
        yield MinutesRow(
            meeting,
            stages[Step.PAPERS],
            stages[Step.MINUTES],
            meeting.comments_by,
            meeting.minutes_approved_in,
            tuple(each.step for each in watched if _missing(each, work.today)),
        )


def _missing(stage: Stage, today: date) -> bool:
    return not stage.done and stage.due is not None and stage.due.last < today
