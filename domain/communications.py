"""The activities of the communications plan: suggested, planned, done or dropped.

The council's own rule is that each says whom it is for and what they should know or do differently
afterwards (its sketch of a communications plan of 1 September 2021).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    ActivityBecameOpEd,
    ActivityCorrected,
    ActivityDone,
    ActivityDropped,
    ActivityLapsed,
    ActivityMoved,
    ActivityPlanned,
    ActivityReopened,
    ActivitySuggested,
)
from .kinds import Kind
from .target_groups import TargetGroup

__all__ = ["Activity", "ActivityStatus", "Channel", "TargetGroup"]


class Channel(StrEnum):
    """Where the council is heard; `post` is one on its own website."""

    OP_ED = "op_ed"
    POST = "post"
    SOCIAL_MEDIA = "social_media"
    INTERVIEW = "interview"
    PRESENTATION = "presentation"
    LETTER = "letter"
    MEETING = "meeting"
    OTHER = "other"


class ActivityStatus(StrEnum):
    SUGGESTED = "suggested"
    PLANNED = "planned"
    DONE = "done"
    DROPPED = "dropped"


class ChannelNeeded(DomainError):
    """Choose a channel: what is planned says where the council is heard."""


class TargetGroupNeeded(DomainError):
    """Choose at least one target group: what is planned says whom it is for."""


class WantedEffectNeeded(DomainError):
    """Say what they should know or do differently: the council wants that of all it plans."""


class PlannedAlready(DomainError):
    """{activity} is no suggestion any more: move or correct what is planned."""


class NotPlanned(DomainError):
    """{activity} is not planned: plan it, or take it up again, first."""


class NotOpen(DomainError):
    """{activity} is done or dropped already: take it up again first."""


class StillOpen(DomainError):
    """{activity} is neither done nor dropped, so there is nothing to take up again."""


OPEN = (ActivityStatus.SUGGESTED, ActivityStatus.PLANNED)

WEIGHED_WITHIN = timedelta(days=30)
"""What nobody has weighed for longer is asked about no more; it still stands in the plan."""

HALF_A_YEAR = 6
"""After so many months with nothing for somebody or about something the plan has a gap."""


def half_a_year_before(day: date) -> date:
    """The same day six months earlier, or the last one of that month: 31 August is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 - HALF_A_YEAR, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(eq=False)
class Activity(Entity):
    """Something that the council does, or may do, to be heard.

    `about` is what it comes from, "letter:L2022-06", and `suggested_on` the day in Oslo on which
    Tilsvar suggested it because of that: once after each thing. `when`
    is when it is to take place, `op_ed` the op-ed that it became. A suggestion has `lapsed` where
    what it comes from was taken back, and `with_op_ed` says that it was done by its op-ed being
    published. `version` goes up with each step and each new date.
    """

    key: str
    title: str
    channel: Channel | None = None
    target_groups: tuple[str, ...] = ()
    message: str = ""
    wanted_effect: str = ""
    theme: str | None = None
    area: str | None = None
    responsible: str | None = None
    when: Edtf | None = None
    status: ActivityStatus = ActivityStatus.SUGGESTED
    outcome: str = ""
    done_on: Edtf | None = None
    about: str = ""
    op_ed: str | None = None
    why_not: str = ""
    source: str = ""
    suggested_on: date | None = None
    lapsed: bool = False
    with_op_ed: bool = False
    version: int = 1

    @classmethod
    def suggest(
        cls,
        key: str,
        title: str,
        *,
        about: str = "",
        on: date | None = None,
        area: str | None = None,
        theme: str | None = None,
        responsible: str | None = None,
        source: str = "",
    ) -> "Activity":
        """Something to weigh; `on` is the day on which Tilsvar suggests it itself."""
        activity = cls(
            key,
            title,
            about=about,
            suggested_on=on,
            area=area,
            theme=theme,
            responsible=responsible,
            source=source,
        )
        kind, _, thing = about.partition(":")
        activity.record(ActivitySuggested(key, kind, thing))
        return activity

    @property
    def thing(self) -> tuple[Kind, str] | None:
        """What it comes from, as a kind and a key."""
        kind, _, key = self.about.partition(":")
        return (Kind(kind), key) if key else None

    @property
    def open(self) -> bool:
        return self.status in OPEN

    def overdue(self, on: date) -> bool:
        """Whether it is planned for a time that is over on that day."""
        planned = self.status is ActivityStatus.PLANNED
        return planned and self.when is not None and self.when.last < on

    @property
    def took_place(self) -> Edtf | None:
        """When it was done, or else when it is to take place."""
        return self.done_on or self.when

    def _step(self, status: ActivityStatus) -> None:
        self.status = status
        self.version += 1

    def require_complete(self) -> None:
        """Raises ChannelNeeded, TargetGroupNeeded and WantedEffectNeeded."""
        if self.channel is None:
            raise ChannelNeeded
        if not self.target_groups:
            raise TargetGroupNeeded
        if not self.wanted_effect.strip():
            raise WantedEffectNeeded

    def plan(self, **values: object) -> None:
        """It will be done, as `values` say. Raises PlannedAlready and what is missing."""
        if self.status is not ActivityStatus.SUGGESTED:
            raise PlannedAlready(activity=self.key)
        self.change(values)
        self.require_complete()
        self._step(ActivityStatus.PLANNED)
        self.record(ActivityPlanned(self.key, self.when))

    def unplan(self) -> None:
        """It is weighed again. Raises NotPlanned."""
        self._require_planned()
        self._step(ActivityStatus.SUGGESTED)
        self.record(ActivityReopened(self.key, suggested=True))

    def _require_planned(self) -> None:
        if self.status is not ActivityStatus.PLANNED:
            raise NotPlanned(activity=self.key)

    def move(self, when: Edtf | None) -> None:
        """Another date, or none yet. Raises NotPlanned."""
        self._require_planned()
        if when == self.when:
            return
        self.record(ActivityMoved(self.key, self.when, when))
        self.when = when
        self.version += 1

    def become(self, op_ed: str) -> None:
        if op_ed != self.op_ed:
            self.op_ed = op_ed
            self.record(ActivityBecameOpEd(self.key, op_ed))

    def finish(self, on: Edtf, outcome: str = "", *, with_op_ed: bool = False) -> None:
        """It was done; `outcome` says how it went. Raises NotPlanned."""
        self._require_planned()
        self._step(ActivityStatus.DONE)
        self.done_on, self.outcome, self.with_op_ed = on, outcome or self.outcome, with_op_ed
        self.record(ActivityDone(self.key, on))

    def drop(self, why: str = "") -> None:
        """It will not be done. Raises NotOpen."""
        if not self.open:
            raise NotOpen(activity=self.key)
        self._step(ActivityStatus.DROPPED)
        self.why_not = why
        self.record(ActivityDropped(self.key))

    def lapse(self) -> None:
        """What it was suggested after was taken back; what is decided already stays."""
        if self.status is ActivityStatus.SUGGESTED:
            self._step(ActivityStatus.DROPPED)
            self.lapsed = True
            self.record(ActivityLapsed(self.key))

    def reopen(self) -> None:
        """Take it up again: planned where it says all that a plan says. Raises StillOpen.

        A suggestion that lapsed is one again, since nobody has decided on it.
        """
        if self.open:
            raise StillOpen(activity=self.key)
        whole = self.channel is not None and self.target_groups and self.wanted_effect.strip()
        planned = whole and not self.lapsed
        self._step(ActivityStatus.PLANNED if planned else ActivityStatus.SUGGESTED)
        self.done_on, self.why_not, self.lapsed, self.with_op_ed = None, "", False, False
        suggested = self.status is ActivityStatus.SUGGESTED
        self.record(ActivityReopened(self.key, suggested=suggested))

    def correct(self, **values: object) -> None:
        """Put right what was registered; what is planned or done stays whole."""
        changed = self.change(values)
        if self.status in (ActivityStatus.PLANNED, ActivityStatus.DONE):
            self.require_complete()
        if changed:
            self.record(ActivityCorrected(self.key, changed))
