"""The area of a meeting that names none itself: that of the themes it belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from ..domain.kinds import Kind
from ..domain.meetings import Meeting
from ..store.belonging_tables import belonging
from ..store.theme_tables import theme
from ..store.unit_of_work import UnitOfWork


def areas_of_meetings(work: UnitOfWork, meetings: Iterable[Meeting]) -> Mapping[str, str | None]:
    """By the meeting's key. Of themes in different areas nobody can tell which: it has none."""
    meetings = list(meetings)
    query = (
        select(belonging.c.key, theme.c.area)
        .join(theme, theme.c.key == belonging.c.theme)
        .where(
            belonging.c.kind == Kind.MEETING,
            belonging.c.key.in_([each.key for each in meetings if each.area is None]),
            theme.c.area.is_not(None),
        )
    )
    of_themes: dict[str, set[str]] = defaultdict(set)
    for key, area in work.session.execute(query):
        of_themes[key].add(area)
    told = {key: areas.pop() for key, areas in of_themes.items() if len(areas) == 1}
    return {each.key: each.area or told.get(each.key) for each in meetings}
