"""Measures of a theme: who owns each, when it is followed up, and what came of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    MeasureBegun,
    MeasureCorrected,
    MeasureDone,
    MeasureDropped,
    MeasureFollowedUp,
    MeasurePlanned,
    MeasureReopened,
)


class MeasureStatus(StrEnum):
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


OPEN = (MeasureStatus.PLANNED, MeasureStatus.UNDER_WAY)


class MeasureClosed(DomainError):
    """The measure is closed: open it again first."""


class MeasureOpen(DomainError):
    """The measure is open."""


class UntitledMeasure(DomainError):
    """A measure needs a title that says what is to be done."""


class WhyDropped(DomainError):
    """Say why the measure is dropped: whoever asks about it later will want to know."""


@dataclass(eq=False)
class Measure(Entity):
    """A measure. `owner` is the organisation that is to carry it out, `responsible` who follows it.

    `version` goes up whenever the day to follow it up, or whether it is open, changes.
    """

    key: str
    theme: str
    title: str
    owner: str | None = None
    responsible: str | None = None
    status: MeasureStatus = MeasureStatus.PLANNED
    follow_up: Edtf | None = None
    done_on: Edtf | None = None
    why: str = ""
    note: str = ""
    source: str = ""
    version: int = 1

    @classmethod
    def plan(
        cls,
        key: str,
        theme: str,
        title: str,
        *,
        owner: str | None = None,
        responsible: str | None = None,
        follow_up: Edtf | None = None,
        note: str = "",
        source: str = "",
    ) -> "Measure":
        """Raises UntitledMeasure."""
        if not title.strip():
            raise UntitledMeasure
        measure = cls(key, theme, title, owner, responsible)
        measure.follow_up, measure.note, measure.source = follow_up, note, source
        measure.record(MeasurePlanned(key, theme, follow_up))
        return measure

    @property
    def open(self) -> bool:
        return self.status in OPEN

    @property
    def due(self) -> Edtf | None:
        """The day on which it is to be followed up, while it is open."""
        return self.follow_up if self.open else None

    def _require_open(self) -> None:
        if not self.open:
            raise MeasureClosed

    def begin(self) -> None:
        """Somebody has begun with it. Raises MeasureClosed."""
        self._require_open()
        if self.status is MeasureStatus.PLANNED:
            self.status = MeasureStatus.UNDER_WAY
            self.record(MeasureBegun(self.key))

    def followed_up(self, on: date, again: Edtf | None, note: str | None = None) -> None:
        """Somebody has looked at it and set the next day, if any. Raises MeasureClosed."""
        self._require_open()
        self.follow_up = again
        if note is not None:
            self.note = note
        self.version += 1
        self.record(MeasureFollowedUp(self.key, on, again))

    def done(self, on: Edtf) -> None:
        """It is carried out. Raises MeasureClosed."""
        self._require_open()
        self._close(MeasureStatus.DONE)
        self.done_on = on
        self.record(MeasureDone(self.key, on))

    def drop(self, why: str) -> None:
        """It will not be carried out. Raises MeasureClosed and WhyDropped."""
        self._require_open()
        if not why.strip():
            raise WhyDropped
        self._close(MeasureStatus.DROPPED)
        self.why = why.strip()
        self.record(MeasureDropped(self.key, self.why))

    def _close(self, status: MeasureStatus) -> None:
        self.status = status
        self.version += 1

    def reopen(self) -> None:
        """It was closed by mistake, or too early. Raises MeasureOpen."""
        if self.open:
            raise MeasureOpen
        self.status, self.done_on, self.why = MeasureStatus.UNDER_WAY, None, ""
        self.version += 1
        self.record(MeasureReopened(self.key))

    def correct(self, **values: object) -> None:
        """Put right what is registered. Raises UntitledMeasure."""
        if not str(values.get("title", self.title)).strip():
            raise UntitledMeasure
        changed = self.change(values)
        if changed:
            if "follow_up" in changed:
                self.version += 1
            self.record(MeasureCorrected(self.key, changed))
