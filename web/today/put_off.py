"""What somebody has put off, and under which key: a letter's answers, a deadline, a draft."""

from datetime import date

from sqlalchemy import select

from ...commands.watching import watches_of
from ...domain.entity import Entity
from ...domain.events.themes import IDLE
from ...domain.themes import Theme
from ...reports.objects import find_watched
from ...store import flow
from ...store.unit_of_work import UnitOfWork
from ..once import once


@once
def held(work: UnitOfWork, today: date) -> dict[str, date | None]:
    """The keys of what is put off today, each with its day; None is until an answer comes.

    A letter whose open answers are all put off alike stands among them by its own key too.
    """
    snooze = flow.snooze.c
    query = select(snooze.key, snooze.until).where(snooze.ended.is_(None)).order_by(snooze.id)
    found = {
        row.key: row.until
        for row in work.session.execute(query)
        if row.until is None or today < row.until
    }
    for thing in {key.partition("/")[0] for key in found if "/" in key}:
        entity = find_watched(work, thing)
        own = [each.key for each in watches_of(work, entity)] if entity else []
        if own and all(each in found for each in own) and len({found[each] for each in own}) == 1:
            found[thing] = found[own[0]]
    return found


def resting(work: UnitOfWork) -> dict[str, date | None]:
    """The same as one counts it: a letter that is put off as a whole once."""
    found = held(work, work.today)
    return {
        key: until
        for key, until in found.items()
        if "/" not in key or key.partition("/")[0] not in found
    }


def may_be_put_off(work: UnitOfWork, entity: Entity) -> bool:
    """Whether anybody is reminded of it, so that there is something to put off."""
    return bool(watches_of(work, entity))


def title_of(work: UnitOfWork, key: str) -> str:
    """The title of the thing that holds the object, empty where there is none."""
    thing, _, part = key.partition("/")
    entity = find_watched(work, thing)
    title = " ".join(str(getattr(entity, "title", "")).split()) if entity else ""
    # A theme has stakeholders, of which each can be put off alone.
    who = part.split("/")[0] if isinstance(entity, Theme) and part != IDLE.strip("/") else ""
    return f"{title} ({who})" if who else title
