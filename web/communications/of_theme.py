"""On the page of a theme: what is planned and was done to be heard on it."""

from urllib.parse import urlencode

from sqlalchemy import or_, select
from starlette.requests import Request

from ...domain.communications import Activity, ActivityStatus
from ...domain.themes import Theme
from ...store.communication_tables import activity as activities
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import opens
from ..deeds.acting import reader_of
from ..names import Names
from .listed import in_order
from .of_thing import NEW, Activities, activity_line

SHOWN = 10
"""How many of them the theme's page shows; the plan has them all."""


def theme_communications(
    request: Request, theme: Theme, work: UnitOfWork, _names: Names, lang: Language
) -> Activities:
    """Those of the theme itself, and those of its area that name no other theme."""
    row = activities.c
    of_area = (row.area == theme.area) & row.theme.is_(None) if theme.area else None
    its_own = row.theme == theme.key
    query = select(Activity).where(
        or_(its_own, of_area) if of_area is not None else its_own,
        row.status != ActivityStatus.DROPPED,
    )
    found = in_order(list(work.session.scalars(query)))
    filled = {"theme": theme.key, "area": theme.area or ""}
    may = opens(request, reader_of(request).role, NEW)
    return Activities(
        [activity_line(each, work, lang) for each in found[:SHOWN]],
        f"{NEW}?{urlencode({name: value for name, value in filled.items() if value})}"
        if may
        else "",
    )
