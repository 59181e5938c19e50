"""What somebody has put off, and under which key: a letter's answers, a deadline, a draft."""

from datetime import date

from sqlalchemy import select

from ...domain.entity import Entity
from ...domain.watches import watched
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
        own = [each.key for each in watched(entity)] if entity else []
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


def may_be_put_off(entity: Entity) -> bool:
    """Whether anybody is reminded of it, so that there is something to put off."""
    return bool(watched(entity))


def title_of(work: UnitOfWork, key: str) -> str:
    """The title of the thing that holds the object, empty where there is none."""
    entity = find_watched(work, key.partition("/")[0])
    return " ".join(str(getattr(entity, "title", "")).split()) if entity else ""
