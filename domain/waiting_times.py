"""How long one waits for something, where some are still waiting and some days are not exact.

Whoever still waits is not left out: that would count only the quick. The share still waiting after
so many days is the product-limit estimate of Kaplan and Meier (1958). A wait of which only bounds
are known is counted twice, once as short and once as long as it can have been; what both say is
certain, and what lies between is said as a span, never as one number.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

    @property
    def soonest(self) -> list[Step]:
        """The share that has come after so many days, each wait as short as it can have been."""
        return come([(each.shortest, each.over) for each in self.waits])

    @property
    def latest(self) -> list[Step]:
        """The same, each wait as long as it can have been."""
        return come([(each.longest, each.over) for each in self.waits])

    def after(self, share: float) -> Span:
        """After how many days that share (0 to 1) has come."""
        return Span(reached(self.soonest, share), reached(self.latest, share))

    @property
    def median(self) -> Span:
        return self.after(HALF)


def come(waits: Sequence[tuple[int, bool]]) -> list[Step]:
    """The Kaplan-Meier estimate, as the share that has come: steps by days, upwards.

    A wait that goes on is at risk through its last known day: who was sent something 30 days ago
    and has not answered counts among those who could have answered on day 30.
    """
    ended = Counter(days for days, over in waits if over)
    steps, still, share = [], len(waits), 1.0
    for days, leaving in sorted(Counter(days for days, _ in waits).items()):
        if ended[days]:
            share *= 1 - ended[days] / still
            steps.append(Step(days, 1 - share))
        still -= leaving
    return steps


def reached(steps: Iterable[Step], share: float) -> int | None:
    """The first day on which that share has come; None where it never does."""
    return next((each.days for each in steps if each.share >= share - ROUNDING), None)
