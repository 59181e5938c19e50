"""The plan of action of a period: its themes, how far each has come, and the measures in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.areas import Area
from ...domain.themes import Theme
from ...reports.plan_of_action import measures_of, themes_on
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..links import address
from ..names import Names
from ..standing import Standing
from .decisions import decision_short
from .listed import theme_standing
from .measures import MeasureLine, measure_lines

LATEST = 2
"""How many of a theme's decisions the plan shows."""


@dataclass(frozen=True)
class PlannedTheme:
    title: str
    href: str
    key: str
    goal: str
    responsible: str
    standing: Standing
    decisions: list[str]
    measures: list[MeasureLine]


@dataclass(frozen=True)
class PlanOfAction:
    """`areas` are those of the plan that no theme of it belongs to."""

    name: str
    themes: list[PlannedTheme]
    areas: list[str]


def plan_of_action(
    name: str, themes: Sequence[Theme], work: UnitOfWork, names: Names, lang: Language
) -> PlanOfAction:
    """The plan of that name; what is set aside comes last in it."""
    those = themes_on(name, themes)
    measures = measures_of(work, [each.key for each in those])
    covered = {each.area for each in those}
    return PlanOfAction(
        name,
        [
            PlannedTheme(
                each.title,
                address(each),
                each.key,
                each.goal,
                names.people.get(each.responsible or "", ""),
                theme_standing(each, lang),
                [
                    decision_short(decision, names, lang)
                    for decision in reversed(each.standing[-LATEST:])
                ],
                measure_lines(measures[each.key], work, names, lang),
            )
            for each in those
        ],
        [each.name for each in work.all(Area) if each.plan == name and each.key not in covered],
    )
