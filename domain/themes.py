"""Themes that the council works with, from an idea to following up what came of it.

A theme's stage is told when it is registered, or not known; after that the decisions that stand
say it. A decision that was recorded wrongly is withdrawn, and the others say it again.
"""

from dataclasses import dataclass, field
from datetime import date

from . import theme_errors as wrong
from .dates import Edtf
from .entity import Entity
from .events import (
    DecisionTaken,
    DecisionWithdrawn,
    ThemeCorrected,
    ThemeRegistered,
    ThemeSetAside,
    ThemeStageChanged,
    ThemeTakenUp,
    ThemeTouched,
)
from .sentences import Word
from .stages import DecisionPoint, Outcome, Stage
from .words import STAGES

__all__ = ["Decision", "DecisionPoint", "Outcome", "Stage", "Theme"]


@dataclass(eq=False)
class Decision:
    """What was decided in a decision point; `by` is a person's key, empty for the council itself.

    `meeting` is the council meeting, `case` the number of the case there ("43/5/2021"). `in_force`
    says that the theme is set aside because of it: nobody has taken it up since.
    """

    point: DecisionPoint
    outcome: Outcome
    on: Edtf
    by: str = ""
    meeting: str | None = None
    case: str = ""
    note: str = ""
    withdrawn: bool = False
    why: str = ""
    in_force: bool = False

    @property
    def leads(self) -> bool:
        """Whether the theme went on because of it."""
        return not self.withdrawn and self.outcome is Outcome.ONWARD


@dataclass(eq=False)
class Theme(Entity):
    """A theme. `told` is the stage as it was registered, `stage` where it stands now.

    `touched` is the day on which something last happened in it; `touches` is the version of what
    reminders look at and goes up with it.
    """

    key: str
    title: str
    touched: date
    area: str | None = None
    told: Stage | None = None
    stage: Stage | None = None
    plan: str = ""
    goal: str = ""
    source: str = ""
    responsible: str | None = None
    touches: int = 1
    set_aside: bool = False
    decisions: list[Decision] = field(default_factory=list)

    @classmethod
    def register(
        cls,
        key: str,
        title: str,
        on: date,
        *,
        area: str | None = None,
        stage: Stage | None = Stage.IDEA,
        plan: str = "",
        goal: str = "",
        source: str = "",
        responsible: str | None = None,
    ) -> "Theme":
        """A theme that came up on that day in Oslo; a stage of None is not known.

        Raises UntitledTheme.
        """
        if not title.strip():
            raise wrong.UntitledTheme
        theme = cls(key, title, on, area, stage, stage, plan, goal, source, responsible)
        theme.record(ThemeRegistered(key, stage.value if stage else ""))
        return theme

    def active(self, *, area_in_use: bool) -> bool:
        """Whether the council works with it now; where no stage is known, its area says so."""
        if self.set_aside:
            return False
        return area_in_use if self.stage is None else self.stage is not Stage.IDEA

    @property
    def is_idea(self) -> bool:
        """Whether the council has yet to decide what becomes of it, and has not set it aside."""
        return self.stage is Stage.IDEA and not self.set_aside

    @property
    def standing(self) -> list[Decision]:
        """The decisions that count, in the order of their points, which is that of their days."""
        counted = [each for each in self.decisions if not each.withdrawn]
        return sorted(counted, key=lambda each: (each.point.place, each.on.sort_key()))

    @property
    def next_point(self) -> DecisionPoint | None:
        """The decision that comes next; none where the stage is not known or is the last."""
        return self.stage.next_point if self.stage else None

    def passed(self, point: DecisionPoint) -> Decision | None:
        """The decision that led it on from there, if it is recorded and stands."""
        return next((each for each in self.standing if each.leads and each.point is point), None)

    @property
    def undecided(self) -> list[DecisionPoint]:
        """The decision that is next, then those that it stands beyond without a record of them.

        Where no stage is known, any of them.
        """
        if self.stage is None:
            return list(DecisionPoint)
        following = [self.next_point] if self.next_point else []
        passed = [each for each in DecisionPoint if each.leads_to.place <= self.stage.place]
        return [*following, *(each for each in passed if self.passed(each) is None)]

    def decide(self, decision: Decision, today: date) -> None:
        """Record what was decided, on `today`.

        A decision that an earlier one waits for is refused. Where the theme stands beyond it and
        nobody has recorded it, it can be told afterwards. Raises IsSetAside, DecisionComesLater,
        PassedAlready and OutOfOrder.
        """
        if self.set_aside:
            raise wrong.IsSetAside
        self._require_place(decision)
        self._require_order(decision)
        self.decisions.append(decision)
        self.record(
            DecisionTaken(
                self.key,
                decision.point.value,
                decision.outcome.value,
                decision.on,
                decision.by,
                decision.meeting,
                decision.case,
            )
        )
        self._settle()
        if decision.outcome is Outcome.STOP:
            self.set_aside = decision.in_force = True
        self._moved(today)

    def _require_place(self, decision: Decision) -> None:
        point, stage = decision.point, self.stage
        if stage is None or stage is point.leads_from:
            return
        if stage.place < point.leads_from.place:
            first = stage.next_point
            raise wrong.DecisionComesLater(point=point, first=first, stage=Word(STAGES[stage]))
        if self.passed(point) or decision.outcome is not Outcome.ONWARD:
            raise wrong.PassedAlready(point=point)

    def _require_order(self, decision: Decision) -> None:
        """A later point is not passed before an earlier one, as far as their dates tell."""
        for each in self.standing:
            point = each.point
            early = point.place < decision.point.place and decision.on.last < each.on.first
            late = point.place > decision.point.place and decision.on.first > each.on.last
            if early or late:
                raise wrong.OutOfOrder(
                    point=decision.point, on=decision.on, other=point, other_on=each.on
                )

    def withdraw_decision(self, point: DecisionPoint, why: str, today: date) -> Decision:
        """The newest decision in that point was recorded wrongly; the stage is what the rest say.

        Raises WhyMissing and NoDecisionLeft.
        """
        if not why.strip():
            raise wrong.WhyMissing
        found = next((each for each in reversed(self.standing) if each.point is point), None)
        if found is None:
            raise wrong.NoDecisionLeft(point=point)
        found.withdrawn, found.why = True, why.strip()
        self.record(DecisionWithdrawn(self.key, point.value, found.on, found.why))
        self._settle()
        if found.in_force:
            self.set_aside = found.in_force = False
        self._moved(today)
        return found

    def _settle(self) -> None:
        """Where it stands: the furthest of what was told and what decisions say."""
        known = [
            each.point.leads_to if each.leads else each.point.leads_from for each in self.standing
        ]
        if self.told:
            known.append(self.told)
        stage = max(known, key=lambda each: each.place, default=None)
        if stage is not self.stage:
            before, self.stage = self.stage, stage
            self.record(
                ThemeStageChanged(
                    self.key, before.value if before else "", stage.value if stage else ""
                )
            )

    def _moved(self, on: date) -> None:
        """Something happened: its rest is counted from that day."""
        self.touched = max(self.touched, on)
        self.touches += 1

    def touch(self, on: date) -> None:
        """Something of what belongs to it happened on that day, a letter or a measure."""
        if on > self.touched:
            self._moved(on)
            self.record(ThemeTouched(self.key, on))

    def put_aside(self, why: str, today: date) -> None:
        """The council does not work with it for now. Raises IsSetAside and WhyMissing."""
        if self.set_aside:
            raise wrong.IsSetAside
        if not why.strip():
            raise wrong.WhyMissing
        self.set_aside = True
        self._moved(today)
        self.record(ThemeSetAside(self.key, why.strip()))

    def take_up(self, today: date) -> None:
        """The council works with it again. Raises IsNotSetAside."""
        if not self.set_aside:
            raise wrong.IsNotSetAside
        self.set_aside = False
        for each in self.decisions:
            each.in_force = False
        self._moved(today)
        self.record(ThemeTakenUp(self.key))

    def correct(self, **values: object) -> None:
        """Put right what is registered; a `stage` is what was told, decisions may say more.

        Raises UntitledTheme.
        """
        if not str(values.get("title", self.title)).strip():
            raise wrong.UntitledTheme
        if "stage" in values:
            values["told"] = values.pop("stage")
        changed = tuple("stage" if each == "told" else each for each in self.change(values))
        if changed:
            self.record(ThemeCorrected(self.key, changed))
            self._settle()
