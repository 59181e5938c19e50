"""What is watched of an entity as things stand around it.

An idea is watched for its rest, but nobody listens for its stakeholders yet. A theme that is set
aside, or of unknown stage in an area that is not used, is not watched, nor are its stakeholders.
"""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from ..domain.areas import Area
from ..domain.entity import Entity
from ..domain.measures import Measure
from ..domain.stages import Stage
from ..domain.theme_watches import QUIET, of_theme
from ..domain.themes import Theme
from ..domain.watches import Watch, watched
from ..store import theme_tables
from ..store.timelines import next_planned
from ..store.unit_of_work import UnitOfWork
from .stakeholders import stakeholders_of


def watches_of(work: UnitOfWork, entity: Entity) -> list[Watch]:
    """Every watch that the entity needs now, in the entity's own order."""
    match entity:
        case Theme():
            if is_worked_on(work, entity):
                return of_theme(entity, stakeholders_of(work, entity.key))
            return of_theme(entity, ()) if entity.is_idea else []
        case Measure():
            theme = work.look(Theme, entity.theme)
            return [] if theme is not None and theme.set_aside else watched(entity)
    return watched(entity)


def is_worked_on(work: UnitOfWork, theme: Theme) -> bool:
    """Whether the council works with the theme today."""
    area = work.look(Area, theme.area) if theme.area else None
    return theme.active(area_in_use=area is not None and area.used_on(work.today))


def worked_on(work: UnitOfWork) -> ColumnElement[bool]:
    """The same of every theme, as a query asks it."""
    theme = theme_tables.theme.c
    used = [each.key for each in work.all(Area) if each.used_on(work.today)]
    here = or_(
        and_(theme.stage.is_not(None), theme.stage != Stage.IDEA),
        and_(theme.stage.is_(None), theme.area.in_(used)),
    )
    return and_(theme.set_aside.is_(False), here)


def met_on(work: UnitOfWork, ladder: str, key: str, day: date) -> date | None:
    """The last day of a meeting that is planned, not before that day, with whoever is silent.

    Only under `QUIET` has the object with that key one: nobody need be reminded of a silence that
    is about to be broken. Once the meeting's day is over the clock looks again.
    """
    if ladder != QUIET:
        return None
    organisation = key.split("/")[1]
    line = work.succession.line(work.succession.on(organisation, work.today))
    meeting = next_planned(work, line)
    return meeting.last if meeting is not None and meeting.last >= day else None
