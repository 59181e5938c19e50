"""The year's council meetings in one go: all of them are registered, or none.

A series is no recurrence: each meeting becomes one of its own, with its own key and UID. The
council's days follow no rule that RRULE could say, each of them is moved, cancelled and answered by
itself, and what clients do with single instances that differ from their rule (RECURRENCE-ID) is
where Outlook and Google disagree most.
"""

from collections import defaultdict
from collections.abc import Sequence

from ..domain.errors import DomainError
from ..domain.kinds import MeetingKind, MeetingStatus
from ..domain.meetings import Meeting, MeetingTime
from ..domain.numbered_meetings import last_number
from ..store.unit_of_work import UnitOfWork
from .keys import take_turn
from .meetings import schedule_meeting

TITLE = "Rådsmøte"
"""Titles that are stored are in bokmål, as the council's registers are."""


class NoExactDay(DomainError):
    """{on}: is no exact day; write one, as in 2023-03-10."""


class DayIsOver(DomainError):
    """{on}: is over; `tilsvar meeting schedule` registers a past meeting."""


class DayIsTaken(DomainError):
    """{on}: is the day of {meetings} already."""


class NamedTwice(DomainError):
    """{on}: is named twice."""


class SeriesRefused(DomainError):
    """No meeting was registered, for {found}:{listing}"""  # noqa: D400 - the list ends it

    def __init__(self, faults: Sequence[str | DomainError]) -> None:
        """Take all faults, each of which names its date."""
        self.reasons = tuple(faults)
        self.faults = tuple(map(str, faults))
        super().__init__(
            found="1 error" if len(self.faults) == 1 else f"{len(self.faults)} errors",
            listing="".join(f"\n  {fault}" for fault in self.faults),
        )


def schedule_series(
    work: UnitOfWork,
    *,
    times: Sequence[MeetingTime],
    title: str = TITLE,
    place: str = "",
    source: str = "",
) -> list[Meeting]:
    """Register council meetings at these times, numbered on from what the year has already.

    They get their numbers in the order of their days, which all lie ahead. Raises SeriesRefused
    with all that is wrong.
    """
    by_day = sorted(times, key=lambda each: each.on.sort_key())
    years = sorted({each.on.first.year for each in by_day})
    for year in years:
        take_turn(work, f"council meetings of {year}")
    known = [each for each in work.all(Meeting) if each.kind is MeetingKind.COUNCIL]
    if faults := _faults(work, by_day, known):
        raise SeriesRefused(faults)
    numbers = {year: last_number(known, year) for year in years}
    made = []
    for time in by_day:
        year = time.on.day.year
        numbers[year] += 1
        made.append(
            schedule_meeting(
                work,
                title=f"{title} {numbers[year]}/{year}",
                time=time,
                place=place,
                source=source,
            )
        )
    return made


def _faults(
    work: UnitOfWork, times: Sequence[MeetingTime], known: Sequence[Meeting]
) -> list[DomainError]:
    taken: dict[str, list[str]] = defaultdict(list)
    for meeting in known:
        if meeting.status is not MeetingStatus.CANCELLED:
            taken[meeting.time.on.text].append(f"{meeting.title} ({meeting.key})")
    faults: list[DomainError] = []
    for number, time in enumerate(times):
        said = time.on.text
        if not time.on.is_day:
            faults.append(NoExactDay(on=said))
        elif time.on.day < work.today:
            faults.append(DayIsOver(on=said))
        elif said in taken:
            faults.append(DayIsTaken(on=said, meetings=", ".join(taken[said])))
        elif number and times[number - 1].on == time.on:
            faults.append(NamedTwice(on=said))
    return faults
