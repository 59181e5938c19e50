"""Stance over time: a row for each stakeholder of a theme, a step wherever what it means changed.

A step stands the higher the more the stakeholder supports the theme, and has a sign of its own, so
that nothing hangs on colours. What was known of an imprecise date, "in September 2020", could have
been so on any of its days: they are drawn as a span.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...domain.parties import Party
from ...domain.stakeholders import StanceValue
from ...domain.words import STANCES
from ...wording.dates import edtf, edtf_short
from ...wording.language import Language
from ...wording.numbers import capitalised
from .measuring import LINE, WIDTH, fitted, width_of

MOST = 15
"""How many stakeholders are drawn; the table has them all."""

HEIGHTS = {
    StanceValue.SUPPORTS: 0,
    StanceValue.PARTLY: 1,
    StanceValue.NEUTRAL: 2,
    StanceValue.UNKNOWN: 2,
    StanceValue.OPPOSED: 3,
}
SIGNS = {
    StanceValue.SUPPORTS: "+",
    StanceValue.PARTLY: "±",
    StanceValue.NEUTRAL: "0",
    StanceValue.UNKNOWN: "?",
    StanceValue.OPPOSED: "–",
}
LEVEL = 11
"""From one height of a row to the next."""

SIGN = 20
"""The room of one sign."""

NAME = LINE
"""The room of a stakeholder's name, above its steps."""

BELOW = 8
FOOT = LINE + 8
BETWEEN_LABELS = 10


@dataclass(frozen=True)
class Step:
    """A sign, centred at `x` and `y`, for what was known then."""

    sign: str
    value: str
    x: int
    y: int


@dataclass(frozen=True)
class Line:
    """What was so from `x` to `end`, at the height `y`; `span` is when it may have come about."""

    value: str
    x: int
    end: int
    y: int
    span: bool = False


@dataclass(frozen=True)
class StanceRow:
    label: str
    y: int
    steps: tuple[Step, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Tick:
    x: int
    label: str
    """Empty where there is no room for it."""


TableRow = tuple[str, str, str, str]
"""A stance in the table: whose, the date, which, and where it is known from."""


@dataclass(frozen=True)
class StancePicture:
    """The drawing with its table, each stakeholder's newest stance first.

    `more` is how many stakeholders stand in the table alone.
    """

    height: int
    text: str
    rows: tuple[StanceRow, ...]
    ticks: tuple[Tick, ...]
    legend: tuple[tuple[str, str], ...]
    table: tuple[TableRow, ...]
    more: int


def stance_picture(
    those: Sequence[Party], names: dict[str, str], today: date, lang: Language
) -> StancePicture | None:
    """The steps of these stakeholders until `today` (in Oslo); None where nobody's are known.

    `names` gives organisations by their keys.
    """
    known = [(each, _standing(each)) for each in those]
    known = [(each, stances) for each, stances in known if stances]
    if not known:
        return None
    first = min(each.first for _, stances in known for each in stances)
    scale = _Scale(date(first.year, 1, 1), max(today, date(first.year, 12, 31)))
    drawn = known[:MOST]
    rows, top = [], 0
    for each, stances in drawn:
        rows.append(_row(each, stances, top, scale, today))
        top += _height(stances)
    met = {each.value for _, stances in known for each in stances}
    return StancePicture(
        top + FOOT,
        _told(drawn, lang),
        tuple(rows),
        _ticks(scale),
        tuple((SIGNS[each], lang.text(STANCES[each])) for each in StanceValue if each in met),
        tuple(
            (
                _named(each, row.organisation, names),
                edtf_short(stance.as_of, lang),
                capitalised(lang.text(STANCES[stance.stance])),
                stance.source,
            )
            for each, _ in known
            for row, stance in each.stances
            if not stance.withdrawn
        ),
        len(known) - len(drawn),
    )


@dataclass(frozen=True)
class _Known:
    """A stance with the first and the last day on which it may have come about."""

    value: StanceValue
    first: date
    last: date


@dataclass(frozen=True)
class _Scale:
    start: date
    end: date

    def x(self, day: date) -> int:
        inside = min(max(day, self.start), self.end)
        return round(WIDTH * (inside - self.start).days / (self.end - self.start).days)


def _standing(party: Party) -> list[_Known]:
    """What was known, oldest first, in which order the rows' own dates put it."""
    return [
        _Known(each.stance, each.as_of.first, each.as_of.last)
        for _, each in reversed(party.stances)
        if not each.withdrawn
    ]


def _named(party: Party, told_by: str, names: dict[str, str]) -> str:
    """Whose stance it is, with whom it was that told it where that was a predecessor."""
    name = names.get(party.organisation, party.organisation)
    return name if told_by == party.organisation else f"{name} ({told_by})"


def _levels(stances: Sequence[_Known]) -> list[int]:
    """How far below the highest of them each stands, in levels."""
    every = [HEIGHTS[each.value] for each in stances]
    return [each - min(every) for each in every]


def _height(stances: Sequence[_Known]) -> int:
    return NAME + LEVEL * max(_levels(stances)) + SIGN + BELOW


def _row(party: Party, stances: list[_Known], top: int, scale: _Scale, today: date) -> StanceRow:
    former = f" ({', '.join(party.continued_from)})" if party.continued_from else ""
    base = top + NAME + SIGN // 2
    lines, heights = [], [base + LEVEL * each for each in _levels(stances)]
    for number, (each, y) in enumerate(zip(stances, heights, strict=True)):
        until = stances[number + 1].first if number + 1 < len(stances) else today
        if each.first != each.last:
            lines.append(Line(each.value.value, scale.x(each.first), scale.x(each.last), y, True))
        if scale.x(until) > scale.x(each.last):
            lines.append(Line(each.value.value, scale.x(each.last), scale.x(until), y))
    shown = stances[-(WIDTH // SIGN) :]
    places = spread([scale.x(each.last) for each in shown])
    steps = tuple(
        Step(SIGNS[each.value], each.value.value, x, y)
        for each, x, y in zip(shown, places, heights[-len(shown) :], strict=True)
    )
    return StanceRow(
        fitted(f"{party.organisation}{former}", WIDTH), top + NAME - 6, steps, tuple(lines)
    )


def spread(wanted: Sequence[int]) -> list[int]:
    """Where signs stand that would like to be there (ascending): inside, and none over another.

    There must be room for them all.
    """
    places = []
    left = SIGN // 2
    for each in wanted:
        places.append(max(each, left))
        left = places[-1] + SIGN
    right = WIDTH - SIGN // 2
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], right)
        right = places[number] - SIGN
    return places


def _ticks(scale: _Scale) -> tuple[Tick, ...]:
    """One at the start of every year, with as many labels as there is room for."""
    ticks: list[Tick] = []
    free = 0
    for year in range(scale.start.year, scale.end.year + 1):
        x, label = scale.x(date(year, 1, 1)), str(year)
        fits = x >= free and x + width_of(label) <= WIDTH
        if fits:
            free = x + width_of(label) + BETWEEN_LABELS
        ticks.append(Tick(x, label if fits else ""))
    return tuple(ticks)


def _told(known: Sequence[tuple[Party, list[_Known]]], lang: Language) -> str:
    parts = []
    for party, _ in known:
        said = [
            lang.text(
                "{stance} ({day})",
                stance=lang.text(STANCES[each.stance]),
                day=edtf(each.as_of, lang),
            )
            for _, each in reversed(party.stances)
            if not each.withdrawn
        ]
        parts.append(lang.text("{who}: {stances}", who=party.organisation, stances=", ".join(said)))
    return f"{'. '.join(parts)}."
