"""For whom and about what the council has nothing in its plan: nothing for half a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ..domain.areas import Area
from ..domain.communications import ActivityStatus, half_a_year_before
from ..domain.kinds import MeetingKind, MeetingStatus, OpEdStatus
from ..domain.target_groups import TargetGroup
from ..domain.themes import Theme
from ..store import tables
from ..store.communication_tables import activity as activities
from ..store.unit_of_work import UnitOfWork

COUNTED = (ActivityStatus.PLANNED, ActivityStatus.DONE)
HELD_WITH_OTHERS = (MeetingKind.DIALOGUE, MeetingKind.WORKSHOP)
"""The meetings in which the council speaks with others."""


@dataclass(frozen=True)
class Gap:
    """What is in use and has nothing; `last` is the day of what was done last, None for never."""

    key: str
    name: str
    last: date | None


@dataclass(frozen=True)
class Gaps:
    """The target groups, areas and themes without an area that have had nothing since a day."""

    groups: list[Gap]
    areas: list[Gap]
    themes: list[Gap]
    from_day: date


@dataclass(frozen=True)
class _Heard:
    """When something was last done, or is to be, for each target group, area and theme."""

    groups: dict[str, date]
    areas: dict[str, date]
    themes: dict[str, date]


def gaps(work: UnitOfWork) -> Gaps:
    """Whatever is in use and has had nothing since `from_day`, and has nothing coming."""
    from_day = half_a_year_before(work.today)
    heard = _heard(work)
    in_use = [each for each in work.all(Area) if each.used_on(work.today)]
    areas = {each.key for each in in_use}
    on_the_plan = [
        each
        for each in work.all(Theme)
        if each.area not in areas and each.active(area_in_use=False)
    ]
    groups = [each for each in work.all(TargetGroup) if not each.retired]

    def missing(parts: Iterable[tuple[str, str]], last: dict[str, date]) -> list[Gap]:
        return [
            Gap(key, name, last.get(key))
            for key, name in parts
            if key not in last or last[key] < from_day
        ]

    return Gaps(
        missing(((each.key, each.name) for each in groups), heard.groups),
        missing(((each.key, each.name) for each in in_use), heard.areas),
        missing(((each.key, each.title) for each in on_the_plan), heard.themes),
        from_day,
    )


def _heard(work: UnitOfWork) -> _Heard:
    """What is planned counts from its last day, and while it has no date, as of today."""
    found = _Heard({}, {}, {})
    row = activities.c
    query = select(row.target_groups, row.area, row.theme, row.when, row.done_on)
    for each in work.session.execute(query.where(row.status.in_(COUNTED))):
        on = each.done_on or each.when
        day = on.last if on else work.today
        for key in each.target_groups:
            _later(found.groups, key, day)
        _later(found.areas, each.area, day)
        _later(found.themes, each.theme, day)
    op_ed, meeting = tables.op_ed.c, tables.meeting.c
    published = select(op_ed.area, op_ed.published).where(
        op_ed.status == OpEdStatus.PUBLISHED, op_ed.published.is_not(None), op_ed.area.is_not(None)
    )
    held = select(meeting.area, meeting.on_date).where(
        meeting.kind.in_(HELD_WITH_OTHERS),
        meeting.status == MeetingStatus.HELD,
        meeting.area.is_not(None),
    )
    for area, on in (*work.session.execute(published), *work.session.execute(held)):
        _later(found.areas, area, on.last)
    return found


def _later(last: dict[str, date], key: str | None, day: date) -> None:
    if key and (key not in last or last[key] < day):
        last[key] = day
