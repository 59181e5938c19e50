"""The plan of action of a period: which themes are on it, and the measures of each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from ..domain.areas import Area
from ..domain.errors import DomainError
from ..domain.measures import Measure
from ..domain.themes import Theme
from ..store import theme_tables
from ..store.unit_of_work import UnitOfWork


class NoSuchPlan(DomainError):
    """There is no plan of action {plan}: there are {plans}."""


def plans(themes: Sequence[Theme], areas: Sequence[Area]) -> list[str]:
    """The names of the plans, the newest first: by the last of their areas, then by name."""
    last = {area.plan: area.until.last.isoformat() for area in areas if area.plan and area.until}
    named = {each.plan for each in themes if each.plan} | {each.plan for each in areas if each.plan}
    return sorted(named, key=lambda name: (last.get(name, ""), name), reverse=True)


def newest_with_themes(known: Sequence[str], themes: Iterable[Theme]) -> str:
    """The first of these plans that has a theme, else the first; empty where there is none."""
    used = {each.plan for each in themes}
    return next((name for name in known if name in used), next(iter(known), ""))


def themes_on(plan: str, themes: Iterable[Theme]) -> list[Theme]:
    """The themes of that plan; what is set aside comes last in it."""
    those = [each for each in themes if each.plan == plan]
    return sorted(
        those, key=lambda each: (each.set_aside, each.area is None, each.title.casefold())
    )


def measures_of(work: UnitOfWork, themes: Iterable[str]) -> dict[str, list[Measure]]:
    """The measures of each of these themes, in the order in which they were planned."""
    keys = sorted(themes)
    found: dict[str, list[Measure]] = defaultdict(list)
    if keys:
        column = theme_tables.measure.c
        query = select(Measure).where(column.theme.in_(keys)).order_by(column.key)
        for each in work.session.scalars(query):
            found[each.theme].append(each)
    return found


def plan_asked_for(
    work: UnitOfWork, plan: str
) -> tuple[str, list[Theme], dict[str, list[Measure]]]:
    """The plan of that name, the newest with a theme where none is given. Raises NoSuchPlan."""
    every = work.all(Theme)
    known = plans(every, work.all(Area))
    name = plan or newest_with_themes(known, every)
    if name not in known:
        raise NoSuchPlan(plan=plan, plans=", ".join(known))
    those = themes_on(name, every)
    return name, those, measures_of(work, [each.key for each in those])
