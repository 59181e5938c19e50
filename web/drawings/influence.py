"""Influence by interest: the stakeholders of a theme in a field of three by three.

The keys stand one under the other in their cell, so that no two can overlap; a row of cells is as
high as its fullest one.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.parties import Party
from ...domain.stakeholders import Level, StakeholderRole
from ...domain.words import LEVELS, STAKEHOLDER_ROLES
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised
from .measuring import LINE, WIDTH, broken

MOST = 10
"""How many keys a cell shows; the table has them all."""

CELL = WIDTH // 3
PAD, MARK, HEAD = 6, 16, 24
"""Around the words of a cell, the room of a mark before a key, and of the name over a row."""
LEAST = 3 * LINE
"""How high a row is at least, without its name."""

MARKS = {
    StakeholderRole.OWNER: "square",
    StakeholderRole.INTERESTED: "circle",
    StakeholderRole.SOCIETY: "triangle",
}
"""By which shape a role is told; the key under the drawing says so in words."""


@dataclass(frozen=True)
class Placed:
    """One key in its cell, its words' left end at `x` and their base line at `y`.

    `whole` is the name behind it. `shape` is empty where the line goes on with the key before, or
    says how many more there are.
    """

    label: str
    whole: str
    shape: str
    x: int
    y: int


@dataclass(frozen=True)
class Cell:
    x: int
    y: int
    height: int
    strong: bool
    """Whether both are high: whom the council needs most."""


@dataclass(frozen=True)
class Head:
    label: str
    x: int
    y: int
    anchor: str


Row = tuple[str, str, str, str]
"""A row of the table: the organisation's name, its role, its influence and its interest."""


@dataclass(frozen=True)
class InfluenceField:
    """The drawing; `text` says in words what it shows, `unjudged` who is not in it yet."""

    height: int
    text: str
    cells: tuple[Cell, ...]
    heads: tuple[Head, ...]
    placed: tuple[Placed, ...]
    legend: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    unjudged: str


def influence_field(
    those: Sequence[Party], names: dict[str, str], lang: Language
) -> InfluenceField | None:
    """The field of these stakeholders; None where nobody's influence and interest are judged.

    `names` gives organisations by their keys.
    """
    judged: dict[tuple[Level, Level], list[Party]] = defaultdict(list)
    unjudged = []
    for each in those:
        if each.influence is None or each.interest is None:
            unjudged.append(each.organisation)
        else:
            judged[each.influence, each.interest].append(each)
    if not judged:
        return None
    cells, heads, placed, top = _rows(judged, names, lang)
    heads += _feet(top, lang)
    roles = {each.role for some in judged.values() for each in some}
    return InfluenceField(
        top + 2 * LINE + PAD,
        _told(judged, lang),
        tuple(cells),
        tuple(heads),
        tuple(placed),
        tuple(
            (MARKS[role], lang.text(STAKEHOLDER_ROLES[role]))
            for role in StakeholderRole
            if role in roles
        ),
        tuple(_row(each, names, lang) for some in _in_order(judged) for each in some),
        joined(unjudged, lang) if unjudged else "",
    )


Judged = dict[tuple[Level, Level], list[Party]]
DOWN, ACROSS = (Level.HIGH, Level.MEDIUM, Level.LOW), (Level.LOW, Level.MEDIUM, Level.HIGH)


def _in_order(judged: Judged) -> list[list[Party]]:
    return [
        judged[down, across] for down in DOWN for across in ACROSS[::-1] if judged[down, across]
    ]


def _rows(
    judged: Judged, names: dict[str, str], lang: Language
) -> tuple[list[Cell], list[Head], list[Placed], int]:
    """The cells from the top, with what stands in them, and where they end."""
    cells: list[Cell] = []
    heads: list[Head] = []
    placed: list[Placed] = []
    top = 0
    for down in DOWN:
        label = lang.text("{level} influence", level=lang.text(LEVELS[down]))
        heads.append(Head(capitalised(label), 0, top + HEAD - PAD, "start"))
        top += HEAD
        columns = [_column(judged[down, across], names) for across in ACROSS]
        height = max(LEAST, 2 * PAD + LINE * max(map(len, columns)))
        for number, (across, column) in enumerate(zip(ACROSS, columns, strict=True)):
            x, strong = CELL * number, down is across is Level.HIGH
            cells.append(Cell(x, top, height, strong))
            for line, said in enumerate(column):
                left, base = x + PAD + said.indent, top + LINE * (line + 1)
                placed.append(Placed(said.label, said.whole, said.shape, left, base))
        top += height
    return cells, heads, placed, top


@dataclass(frozen=True)
class _Line:
    label: str
    whole: str
    shape: str
    indent: int


def _column(those: Sequence[Party], names: dict[str, str]) -> list[_Line]:
    """The lines of a cell; a key that is too long for one takes several."""
    lines: list[_Line] = []
    shown = those if len(those) <= MOST else those[: MOST - 1]
    for each in shown:
        key, shape = each.organisation, MARKS[each.role]
        for label in broken(key, CELL - 2 * PAD - MARK):
            lines.append(_Line(label, names.get(key, key), shape, MARK))
            shape = ""
    if len(shown) < len(those):
        more = f"+ {len(those) - len(shown)}"
        lines.append(_Line(more, more, "", 0))
    return lines


def _feet(top: int, lang: Language) -> list[Head]:
    """What the columns mean, under the field."""
    feet = [
        Head(
            capitalised(lang.text(LEVELS[across])), CELL * number + CELL // 2, top + LINE, "middle"
        )
        for number, across in enumerate(ACROSS)
    ]
    return [*feet, Head(lang.text("Interest in the theme"), WIDTH // 2, top + 2 * LINE, "middle")]


def _told(judged: Judged, lang: Language) -> str:
    parts = [
        lang.text(
            "{influence} influence and {interest} interest: {who}",
            influence=lang.text(LEVELS[down]),
            interest=lang.text(LEVELS[across]),
            who=joined([each.organisation for each in judged[down, across]], lang),
        )
        for down in DOWN
        for across in ACROSS[::-1]
        if judged[down, across]
    ]
    return f"{'. '.join(map(capitalised, parts))}."


def _row(each: Party, names: dict[str, str], lang: Language) -> Row:
    influence, interest = each.influence or Level.LOW, each.interest or Level.LOW
    return (
        names.get(each.organisation, each.organisation),
        capitalised(lang.text(STAKEHOLDER_ROLES[each.role])),
        capitalised(lang.text(LEVELS[influence])),
        capitalised(lang.text(LEVELS[interest])),
    )
