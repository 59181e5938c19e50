"""Contacts over time: how often the council and an organisation had to do with each other.

Bars by quarter, or by year where there are many; what went from us, what came to us and what was
together is told apart by patterns and in words. A date that could lie in several of them is in no
bar: it is counted beside the drawing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...domain.happenings import Direction
from ...domain.sentences import N_
from ...store.contact_counts import ContactCount
from ...wording.language import Language
from ...wording.numbers import capitalised
from .measuring import LINE, WIDTH, width_of

MOST = 12
"""How many bars are drawn, the last; the table has them all."""

PLOT = 120
"""How high the longest bar is."""

LEAST = 3
"""How high the smallest part of a bar is, so that it can be seen."""

WIDEST, MOST_APART, GAP = 36, 72, 6
"""How wide a bar is at most, and from one to the next; what is between two at least."""

TOP = LINE + 6
FLOOR = TOP + PLOT + 2 * LEAST
HEIGHT = FLOOR + LINE + 8

WAYS = (Direction.OUT, Direction.BOTH, Direction.IN)
"""From the bottom of a bar to its top, and in the columns of the table."""

SAID = {
    Direction.OUT: N_("from us"),
    Direction.BOTH: N_("together"),
    Direction.IN: N_("to us"),
}


@dataclass(frozen=True, order=True)
class Period:
    """A quarter of a year, 1 to 4, or a whole year where that is 0."""

    year: int
    quarter: int = 0

    def named(self, lang: Language) -> str:
        if not self.quarter:
            return str(self.year)
        return lang.text("quarter {number} of {year}", number=self.quarter, year=self.year)


@dataclass(frozen=True)
class Part:
    way: str
    y: int
    height: int


@dataclass(frozen=True)
class Bar:
    x: int
    width: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Label:
    """Words in the drawing, whose middle, or left end, is at `x`."""

    text: str
    x: int
    y: int
    anchor: str


TableRow = tuple[str | int, ...]
"""The name of a period, how many there were each way, and in all."""


@dataclass(frozen=True)
class ContactPicture:
    """The drawing with its table, the newest period first.

    `unplaced` is how many have a date too imprecise for the bars, `earlier` whether some of the
    periods stand in the table alone.
    """

    height: int
    floor: int
    text: str
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    legend: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    table: tuple[TableRow, ...]
    unplaced: int
    earlier: bool


Counts = Counter[tuple[Period, Direction]]


def contact_picture(
    counts: Sequence[ContactCount], today: date, lang: Language
) -> ContactPicture | None:
    """The bars until `today` (in Oslo); None where there was no contact."""
    if not counts:
        return None
    start = min(each.first for each in counts)
    by_quarter = (today.year - start.year + 1) * 4 <= MOST
    placed: Counts = Counter()
    unplaced = 0
    for each in counts:
        first, last = _period(each.first, by_quarter), _period(each.last, by_quarter)
        if first == last:
            placed[first, each.direction] += each.number
        else:
            unplaced += each.number
    end = max([today, *(each.last for each in counts)])
    periods = _from(_period(start, by_quarter), _period(end, by_quarter))
    shown = periods[-MOST:]
    bars, numbers = _bars(shown, placed)
    return ContactPicture(
        HEIGHT,
        FLOOR,
        _told(periods, placed, lang),
        bars,
        (*numbers, *_feet(shown)),
        tuple((way.value, lang.text(SAID[way])) for way in WAYS),
        tuple(capitalised(lang.text(SAID[way])) for way in WAYS),
        tuple(_table_row(each, placed, lang) for each in reversed(periods)),
        unplaced,
        len(shown) < len(periods),
    )


def _period(day: date, by_quarter: bool) -> Period:
    return Period(day.year, (day.month - 1) // 3 + 1 if by_quarter else 0)


def _from(first: Period, last: Period) -> list[Period]:
    """Every period between the two, both included."""
    if not first.quarter:
        return [Period(year) for year in range(first.year, last.year + 1)]
    every = [
        Period(year, quarter)
        for year in range(first.year, last.year + 1)
        for quarter in (1, 2, 3, 4)
    ]
    return [each for each in every if first <= each <= last]


def _total(period: Period, placed: Counts) -> int:
    return sum(placed[period, way] for way in WAYS)


def _step(shown: Sequence[Period]) -> int:
    return min(WIDTH // len(shown), MOST_APART)


def _bars(shown: Sequence[Period], placed: Counts) -> tuple[tuple[Bar, ...], list[Label]]:
    """The bars, and over each how many it stands for, where there is room."""
    step, most = _step(shown), max(1, *(_total(each, placed) for each in shown))
    bars, labels = [], []
    for number, period in enumerate(shown):
        y, parts = FLOOR, []
        for way in WAYS:
            if placed[period, way]:
                height = max(LEAST, PLOT * placed[period, way] // most)
                y -= height
                parts.append(Part(way.value, y, height))
        width = min(step - GAP, WIDEST)
        bars.append(Bar(step * number + (step - width) // 2, width, tuple(parts)))
        said = str(_total(period, placed))
        if parts and width_of(said) <= step:
            labels.append(Label(said, step * number + step // 2, y - 5, "middle"))
    return tuple(bars), labels


def _feet(shown: Sequence[Period]) -> list[Label]:
    """The years under the bars, as many as there is room for."""
    step, labels, free = _step(shown), [], 0
    for number, period in enumerate(shown):
        said = str(period.year)
        room, x = width_of(said), step * number + GAP // 2
        if period.quarter > 1 and number:
            continue
        if not period.quarter and room <= step:
            labels.append(Label(said, step * number + step // 2, FLOOR + LINE, "middle"))
        elif x >= free and x + room <= WIDTH:
            labels.append(Label(said, x, FLOOR + LINE, "start"))
            free = x + room + GAP
    return labels


def _table_row(period: Period, placed: Counts, lang: Language) -> TableRow:
    numbers = tuple(placed[period, way] for way in WAYS)
    return (capitalised(period.named(lang)), *numbers, sum(numbers))


def _told(periods: Sequence[Period], placed: Counts, lang: Language) -> str:
    parts = [
        lang.text(
            "{period}: {out} from us, {together} together, {in_} to us",
            period=each.named(lang),
            out=placed[each, Direction.OUT],
            together=placed[each, Direction.BOTH],
            in_=placed[each, Direction.IN],
        )
        for each in periods
        if _total(each, placed)
    ]
    said = "; ".join(parts) or lang.text("no contact with an exact date")
    return lang.text("{all}. The same numbers stand in the table below.", all=said)
