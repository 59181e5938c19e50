"""Dates to be met: internal ones, members' comments, and what others have announced."""

from dataclasses import dataclass
from datetime import date, datetime

from .calendar_item import CalendarItem
from .dates import Edtf
from .entity import Entity
from .events import (
    DeadlineCancelled,
    DeadlineCorrected,
    DeadlineMet,
    DeadlineMoved,
    DeadlineSet,
)
from .kinds import DeadlineKind, DeadlineStatus, Step


@dataclass(eq=False)
class Deadline(CalendarItem, Entity):
    """A date to be met, with a precision; `version` counts how often it has moved.

    `step` says which step of the consultation's plan it is, `planned` the day that the plan last
    gave it, and `meeting` the key of the meeting that it belongs to.
    """

    key: str
    kind: DeadlineKind
    title: str
    due: Edtf
    uid: str
    created: datetime
    modified: datetime
    consultation: str | None = None
    responsible: str | None = None
    status: DeadlineStatus = DeadlineStatus.OPEN
    met_on: Edtf | None = None
    source: str = ""
    version: int = 1
    sequence: int = 0
    step: Step | None = None
    planned: date | None = None
    meeting: str | None = None

    @classmethod
    def set(
        cls,
        key: str,
        kind: DeadlineKind,
        title: str,
        due: Edtf,
        *,
        uid: str,
        now: datetime,
        consultation: str | None = None,
        responsible: str | None = None,
        source: str = "",
        meeting: str | None = None,
    ) -> "Deadline":
        deadline = cls(
            key,
            kind,
            title,
            due,
            uid,
            now,
            now,
            consultation=consultation,
            responsible=responsible,
            source=source,
            meeting=meeting,
        )
        deadline.record(DeadlineSet(key, due))
        return deadline

    @property
    def open(self) -> bool:
        return self.status is DeadlineStatus.OPEN

    @property
    def ours(self) -> bool:
        """Whether the members are to do something by it, not only to know of it."""
        return self.kind in (DeadlineKind.INTERNAL, DeadlineKind.MINUTES_COMMENTS)

    def move(self, due: Edtf, now: datetime) -> None:
        if due == self.due:
            return
        self.record(DeadlineMoved(self.key, self.due, due))
        self.due = due
        self.version += 1
        self.moved(now)

    def meet(self, on: Edtf, now: datetime) -> None:
        """What it was for has been done, or has been published."""
        if self.status is DeadlineStatus.MET:
            return
        if self.status is DeadlineStatus.CANCELLED:
            # Calendars show it as cancelled until now.
            self.moved(now)
        else:
            self.touched(now)
        self.status, self.met_on = DeadlineStatus.MET, on
        self.record(DeadlineMet(self.key, on))

    def cancel(self, now: datetime, why: str = "") -> None:
        if self.status is DeadlineStatus.CANCELLED:
            return
        self.status = DeadlineStatus.CANCELLED
        self.moved(now)
        self.record(DeadlineCancelled(self.key, why))

    def reopen(self, now: datetime) -> None:
        """It was not met or dropped after all; its reminders start anew."""
        if not self.open:
            self.met_on = None
            self._open_again(self.due, now)

    def follow(self, step: Step, day: date, now: datetime, meeting: str | None = None) -> None:
        """Be that step of a plan; `day` is the day on which the plan puts it.

        A day that a person has chosen stays until the plan itself gives another one. What is met
        stays met, and what a person has cancelled stays cancelled.
        """
        first, was = self.step is None, self.planned
        if self.status is DeadlineStatus.MET:
            self.step = step
            return
        if self.status is DeadlineStatus.CANCELLED and (first or was is not None):
            return
        self.step, self.planned, self.meeting = step, day, meeting
        if self.status is DeadlineStatus.CANCELLED:
            self._open_again(Edtf.on(day), now)
        elif not first and day != was:
            self.move(Edtf.on(day), now)

    def leave_plan(self, now: datetime) -> None:
        """The plan has no such step any more; it comes back if the plan does."""
        if self.open:
            self.planned = self.meeting = None
            self.cancel(now)

    def _open_again(self, due: Edtf, now: datetime) -> None:
        self.status, self.due = DeadlineStatus.OPEN, due
        self.version += 1
        self.moved(now)
        self.record(DeadlineSet(self.key, due))

    def correct(self, now: datetime, **values: object) -> None:
        changed = self.change(values)
        if "kind" in changed:
            # Another kind is another ladder.
            self.version += 1
        if changed:
            self.touched(now)
            self.record(DeadlineCorrected(self.key, changed))
