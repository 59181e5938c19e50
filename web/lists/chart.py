"""The bars of the unanswered report: how long each letter has waited, and how it stood."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.obligations import ObligationState
from ...reports.open_answers import OpenAnswer
from ...wording.language import Language
from ..names import Names

LEFT, RIGHT = 72, 502
"""Where sending and the end of the scale stand, in the drawing's own units, 560 wide."""

ROW, TOP, FOOT = 32, 14, 32
LONGEST = 12
"""How many letters are drawn, the oldest; all of them stand in the table."""

YEAR = 365  # days


@dataclass(frozen=True)
class Part:
    style: str
    x: int
    width: int


@dataclass(frozen=True)
class Bar:
    label: str
    days: int
    y: int
    end: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Tick:
    x: int
    anchor: str
    label: str


@dataclass(frozen=True)
class Chart:
    height: int
    text: str
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


def chart(rows: Sequence[OpenAnswer], names: Names, lang: Language) -> Chart | None:
    """The drawing, with the same told in words; none where nothing is unanswered."""
    drawn = rows[:LONGEST]
    if not drawn:
        return None
    years = max(1, -(-max(row.days_open for row in drawn) // YEAR))
    bars = tuple(_bar(row, number, years, names) for number, row in enumerate(drawn))
    told = [
        lang.text(
            "{who} {days} days, {state}",
            who=bar.label,
            days=bar.days,
            state=lang.text("interim reply, not final")
            if row.state is ObligationState.INTERIM
            else lang.text("past the due date")
            if row.state is ObligationState.OVERDUE
            else lang.text("before the due date"),
        )
        for bar, row in zip(bars, drawn, strict=True)
    ]
    sentence = lang.text("{all}. The same numbers stand in the table below.", all="; ".join(told))
    return Chart(TOP + ROW * len(bars) - ROW + 14 + FOOT + 14, sentence, _ticks(years, lang), bars)


def _x(days: int, years: int) -> int:
    return LEFT + round((RIGHT - LEFT) * days / (YEAR * years))


def _bar(row: OpenAnswer, number: int, years: int, names: Names) -> Bar:
    end = _x(row.days_open, years)
    due = row.due or row.sent.last
    turn = min(_x(max(0, (due - row.sent.last).days), years), end)
    style = {ObligationState.OVERDUE: "over", ObligationState.INTERIM: "interim"}.get(row.state)
    parts = [Part("in", LEFT, (turn if style else end) - LEFT)]
    if style:
        parts.append(Part(style, turn, end - turn))
    return Bar(
        names.label(row.department),
        row.days_open,
        TOP + ROW * number,
        end,
        tuple(part for part in parts if part.width > 0),
    )


def _ticks(years: int, lang: Language) -> tuple[Tick, ...]:
    marked = range(1, years + 1) if years <= 3 else (years // 2, years)  # noqa: PLR2004 - more labels than that collide
    return (
        Tick(LEFT, "start", lang.text("sent")),
        *(
            Tick(
                _x(YEAR * year, years),
                "middle",
                lang.plural("{n} year", "{n} years", year),
            )
            for year in marked
        ),
    )
