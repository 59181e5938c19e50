"""Rounds of the same work done two ways, one after the other, and what their ratio says.

A machine is never quite idle, and what disturbs one round disturbs both its halves. So the two
alternate, each goes first in turn, and the median of the rounds' ratios is what counts.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Self

Way = Callable[[], int]
"""Does a batch of the work and returns how many items that were."""


@dataclass(frozen=True)
class Line:
    """One line of the table; `ours`, `bare` and `unit` are as they are to be shown."""

    what: str
    ours: str
    bare: str
    unit: str
    ratio: float
    goal: float
    at_most: bool = False

    @property
    def met(self) -> bool:
        return self.ratio <= self.goal if self.at_most else self.ratio >= self.goal

    @classmethod
    def of_speed(cls, what: str, rounds: "list[Round]", goal: float) -> Self:
        """Ours in items per second over the bare way's: as high as possible."""
        ours, bare = (median(1 / getattr(each, way) for each in rounds) for way in ("ours", "bare"))
        ratio = median(each.bare / each.ours for each in rounds)
        return cls(what, f"{ours:,.0f}", f"{bare:,.0f}", "per second", ratio, goal)

    @classmethod
    def of_cost(cls, what: str, rounds: "list[Round]", goal: float) -> Self:
        """Our time for an item over the bare way's: as low as possible."""
        ours, bare = (median(getattr(each, way) for each in rounds) for way in ("ours", "bare"))
        ratio = median(each.ours / each.bare for each in rounds)
        return cls(what, f"{ours * 1e3:.3f}", f"{bare * 1e3:.3f}", "ms", ratio, goal, at_most=True)


@dataclass(frozen=True)
class Round:
    """Seconds per item, ours and the bare way's."""

    ours: float
    bare: float


def compare(
    ours: Way, bare: Way, rounds: int, prepare: Callable[[], object] = lambda: None
) -> list[Round]:
    """Measure both ways in turn; `prepare` is called before each batch and is not measured."""
    found = []
    for number in range(-1, rounds):
        if number % 2:
            second, first = _seconds(bare, prepare), _seconds(ours, prepare)
            found.append(Round(first, second))
        else:
            found.append(Round(_seconds(ours, prepare), _seconds(bare, prepare)))
    return found[1:]  # the first one warmed up


def _seconds(way: Way, prepare: Callable[[], object]) -> float:
    prepare()
    gc.collect()
    began = time.perf_counter()
    items = way()
    return (time.perf_counter() - began) / items


def table(lines: list[Line]) -> str:
    """The lines as text in columns."""
    rows = [("what", "ours", "bare", "", "ratio", "goal", "met")]
    rows += [
        (
            each.what,
            each.ours,
            each.bare,
            each.unit,
            f"{each.ratio:.2f}",
            f"{'≤' if each.at_most else '≥'} {each.goal:g}",
            "yes" if each.met else "NO",
        )
        for each in lines
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    left = {0, 3, 6}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at in left else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
