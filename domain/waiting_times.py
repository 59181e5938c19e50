"""How long one waits for something, where some are still waiting and some days are not exact.

Whoever still waits is not left out: that would count only the quick. The share still waiting after
so many days is the product-limit estimate of Kaplan and Meier (1958). Of a wait only bounds may be
known; then the estimate lies between two others, the highest and the lowest that any lengths within
the bounds can give. Where these agree a number is certain, else it is said as a span.

An answer weighs more the later it comes: it then stands for those, too, of whom nothing is known
any longer. All short or all long are therefore not the bounds.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby

HALF, QUARTER = 0.5, 0.25
ROUNDING = 1e-9


@dataclass(frozen=True)
class Wait:
    """One wait in days, between `shortest` and `longest`; `over` says whether it has ended."""

    shortest: int
    longest: int
    over: bool = True


@dataclass(frozen=True)
class Span:
    """Between so many days and so many; None where the end is not reached within what is known."""

    shortest: int | None
    longest: int | None

    @property
    def exact(self) -> bool:
        return self.shortest == self.longest


@dataclass(frozen=True)
class Step:
    """After so many days this share, 0 to 1, has come."""

    days: int
    share: float


@dataclass(frozen=True)
class WaitingTimes:
    """All waits of a group and what they say together."""

    waits: tuple[Wait, ...]

    @classmethod
    def of(cls, waits: Iterable[Wait]) -> "WaitingTimes":
        return cls(tuple(waits))

    @property
    def number(self) -> int:
        return len(self.waits)

    @property
    def over(self) -> int:
        return sum(each.over for each in self.waits)

    @property
    def waiting(self) -> int:
        return self.number - self.over

    @cached_property
    def soonest(self) -> list[Step]:
        """The most that can have come after so many days."""
        return _most(self.waits)

    @cached_property
    def latest(self) -> list[Step]:
        """What has certainly come after so many days."""
        exact = all(each.shortest == each.longest for each in self.waits)
        return self.soonest if exact else _least(self.waits)

    def after(self, share: float) -> Span:
        """After how many days that share (0 to 1) has come."""
        return Span(reached(self.soonest, share), reached(self.latest, share))

    @property
    def median(self) -> Span:
        return self.after(HALF)


def _most(waits: Sequence[Wait]) -> list[Step]:
    """The highest estimate for each day: what can have come by then came as late as it can have.

    Whoever still waits is at risk through their last known day: who was sent something 30 days ago
    and has not answered counts among those who could have answered on day 30.
    """
    begins = Counter(each.shortest for each in waits if each.over)
    ends = Counter(each.longest for each in waits if each.over)
    gone = Counter(each.shortest + 1 for each in waits if not each.over)
    steps, came, still, possible = [], 0.0, 1.0, 0
    at_risk = len(waits)
    for day in sorted({*begins, *ends, *gone}):
        at_risk -= gone[day]
        possible += begins[day]
        if not possible:
            continue
        share = 1 - still * (1 - possible / at_risk)
        if share > came:
            steps.append(Step(day, share))
            came = share
        still *= 1 - ends[day] / at_risk
        possible -= ends[day]
        at_risk -= ends[day]
    return steps


def _least(waits: Sequence[Wait]) -> list[Step]:
    """The lowest estimate for each day: only what has certainly come, as soon as it can have."""
    ended = sorted(Counter((each.longest, each.shortest) for each in waits if each.over).items())
    waiting = sorted(each.longest for each in waits if not each.over)
    soonest_to_come = list(accumulate((short for (_, short), _ in reversed(ended)), min))

    def reckoned(days: Iterable[int], still: float, came: int) -> tuple[float, int]:
        for day in days:
            still *= 1 - certain[day] / (len(waits) - came - bisect_left(waiting, day))
            came += certain[day]
        return still, came

    steps, certain, still, came = [], Counter[int](), 1.0, 0
    for day, those in groupby(ended, key=lambda each: each[0][0]):
        settled = sorted(each for each in certain if each < soonest_to_come[-1])
        still, came = reckoned(settled, still, came)
        for each in settled:
            del certain[each]
        for (_, shortest), number in those:
            certain[shortest] += number
            soonest_to_come.pop()
        steps.append(Step(day, 1 - reckoned(sorted(certain), still, came)[0]))
    return steps


def reached(steps: Iterable[Step], share: float) -> int | None:
    """The first day on which that share has come; None where it never does."""
    return next((each.days for each in steps if each.share >= share - ROUNDING), None)
