"""Points that the council raised in a letter, and whether others have taken them up since.

Whether a point was taken up can be seen in steps: every judgement is kept with its date, so that a
report of an earlier day says what was known then.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    PointCorrected,
    PointJudged,
    PointJudgementWithdrawn,
    PointRaised,
    PointRestored,
    PointWithdrawn,
)
from .notes import beginning, written

LONGEST_PLACE = 500
"""Characters that say where a point was taken up."""


class Uptake(StrEnum):
    """What has become of a point; not known as long as nobody has judged it."""

    TAKEN = "taken"
    PARTLY = "partly"
    NOT_TAKEN = "not_taken"
    UNKNOWN = "unknown"


SEEN_SOMEWHERE = (Uptake.TAKEN, Uptake.PARTLY)
"""What can only be said with the place where it is seen."""


class NothingRaised(DomainError):
    """Write what the letter asks for: the point is empty."""


class NowhereTakenUp(DomainError):
    """Say where it was taken up: a document and its page, or a web address."""


class PlaceTooLong(DomainError):
    """Where it was taken up is told in {length} characters. Write at most {most}."""


class JudgedBeforeSent(DomainError):
    """The letter was sent {sent}, so nobody can have answered its point {on}. Check the date."""


class PointIsWithdrawn(DomainError):
    """The point {point} is withdrawn. Take it back in before anything is changed."""


class NotJudged(DomainError):
    """Nothing is said of the point {point} that could be taken back."""


@dataclass(eq=False)
class Judgement:
    """What `by`, a person of ours, saw of a point: on which date, and where."""

    number: int
    uptake: Uptake
    on: Edtf
    where: str
    by: str
    withdrawn: bool = False


@dataclass(eq=False)
class Point(Entity):
    """One thing that a letter asks for or says. `number` is its place among those of the letter."""

    key: str
    letter: str
    number: int
    text: str
    withdrawn: bool = False
    why: str = ""
    judgements: list[Judgement] = field(default_factory=list)

    @classmethod
    def of(cls, key: str, letter: str, number: int, text: str) -> "Point":
        """A point of that letter. Raises NothingRaised and NoteTooLong."""
        point = cls(key, letter, number, _said(text))
        point.record(PointRaised(key, letter))
        return point

    @property
    def title(self) -> str:
        """How it begins, as lists name it."""
        return beginning(self.text)

    def judged(self, as_of: date | None = None) -> Judgement | None:
        """The newest judgement that was certain at the end of that day; None: nobody knows."""
        return newest_of(
            each
            for each in self.judgements
            if not each.withdrawn and (as_of is None or each.on.last <= as_of)
        )

    @property
    def uptake(self) -> Uptake:
        """What is known now."""
        newest = self.judged()
        return newest.uptake if newest else Uptake.UNKNOWN

    def judge(self, uptake: Uptake, on: Edtf, where: str, by: str, sent: Edtf) -> None:
        """Say what has become of it; the letter was `sent` on that date.

        Raises NowhereTakenUp, PlaceTooLong, JudgedBeforeSent and PointIsWithdrawn.
        """
        self._require_stands()
        place = " ".join(where.split())
        if uptake in SEEN_SOMEWHERE and not place:
            raise NowhereTakenUp
        if len(place) > LONGEST_PLACE:
            raise PlaceTooLong(length=len(place), most=LONGEST_PLACE)
        if on.last < sent.first:
            raise JudgedBeforeSent(sent=sent, on=on)
        self.judgements.append(Judgement(len(self.judgements) + 1, uptake, on, place, by))
        self.record(PointJudged(self.key, uptake.value, on))

    def withdraw_judgement(self) -> None:
        """What was said last was wrong: what was said before counts again. Raises NotJudged."""
        self._require_stands()
        newest = self.judged()
        if newest is None:
            raise NotJudged(point=self.key)
        newest.withdrawn = True
        self.record(PointJudgementWithdrawn(self.key, newest.on))

    def correct(self, **values: object) -> None:
        """Put right its words or its place. Raises PointIsWithdrawn and as `of` does."""
        self._require_stands()
        if "text" in values:
            values["text"] = _said(str(values["text"]))
        changed = self.change(values)
        if changed:
            self.record(PointCorrected(self.key, changed))

    def withdraw(self, why: str = "") -> None:
        """It was registered by mistake; what was written is kept."""
        if not self.withdrawn:
            self.withdrawn, self.why = True, " ".join(why.split())
            self.record(PointWithdrawn(self.key, self.why))

    def restore(self) -> None:
        if self.withdrawn:
            self.withdrawn, self.why = False, ""
            self.record(PointRestored(self.key))

    def _require_stands(self) -> None:
        if self.withdrawn:
            raise PointIsWithdrawn(point=self.key)


def newest_of(judgements: Iterable[Judgement]) -> Judgement | None:
    """The one of the latest date; of several alike the one that was said last."""
    return max(judgements, key=lambda each: (each.on.last, each.number), default=None)


def _said(text: str) -> str:
    plain = written(text)
    if not plain:
        raise NothingRaised
    return plain
