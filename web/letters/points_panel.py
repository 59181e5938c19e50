"""The points that a letter raised, each with what has become of it, on the letter's own page."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from ...commands.points import points_of
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...domain.links import web_link
from ...domain.points import Judgement, Point, Uptake
from ...domain.words import UPTAKES
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..access import opener
from ..links import place
from ..standing import Standing

COLORS = {Uptake.TAKEN: "success", Uptake.PARTLY: "warning", Uptake.NOT_TAKEN: "danger"}


@dataclass(frozen=True)
class PointLine:
    """`where` is where it was taken up; `link` the same if that is a web address."""

    title: str
    href: str
    standing: Standing
    where: str
    link: str


@dataclass(frozen=True)
class PointsPanel:
    """`new` leads to the form for another one, empty for who may not."""

    lines: Sequence[PointLine]
    new: str


def points_panel(
    request: Request, found: Letter, work: UnitOfWork, lang: Language
) -> PointsPanel | None:
    """None where there is nothing to see and nothing to do."""
    new = f"/points/new?{urlencode({'letter': found.key})}"
    lines = [_line(each, lang) for each in points_of(work, found.key)]
    may = opener(request)(new) and not found.withdrawn
    return PointsPanel(lines, new if may else "") if lines or may else None


def _line(point: Point, lang: Language) -> PointLine:
    judged = point.judged()
    where = judged.where if judged else ""
    return PointLine(
        point.title,
        place(Kind.POINT, point.key),
        point_standing(point, lang),
        where,
        linked(where),
    )


def point_standing(point: Point, lang: Language) -> Standing:
    """What is known of it now, and since when."""
    if point.withdrawn:
        return Standing("withdrawn", "", lang.text("Withdrawn"))
    judged = point.judged()
    tag = capitalised(lang.text(UPTAKES[point.uptake]))
    return Standing(point.uptake.value, COLORS.get(point.uptake, ""), tag, seen(judged, lang))


def seen(judged: Judgement | None, lang: Language) -> str:
    return edtf_short(judged.on, lang) if judged else ""


def linked(where: str) -> str:
    """The same if it is a web address, else nothing."""
    try:
        return web_link(where)
    except TilsvarError:
        return ""
