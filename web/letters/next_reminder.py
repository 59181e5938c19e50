"""When somebody is reminded of a thing next, which leads to the reminders of its own."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from sqlalchemy import Row, select

from ...commands.watching import watches_of
from ...domain.entity import Entity
from ...domain.kinds import Kind
from ...domain.sentences import N_
from ...domain.watches import Watch
from ...store import flow
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import with_weekday
from ...wording.language import Language
from ..facts import Fact

ABOUT = {
    "papers": N_("Next reminder of the papers"),
    "minutes": N_("Next reminder of the minutes"),
}


def next_reminder(entity: Entity, work: UnitOfWork, lang: Language) -> list[Fact]:
    """One fact for each date of the thing that is watched: of a meeting, papers and minutes.

    Of a meeting each says which of them it is.
    """
    rung = flow.rung.c
    query = select(rung.key, rung.version, rung.day, rung.state).where(rung.group == entity.key)
    written = work.session.execute(query).all()
    return [
        Fact(
            lang.text(ABOUT.get(each.ladder, N_("Next reminder"))),
            _told(each, [row for row in written if row.key == each.key], work, lang),
            ladder_of(each),
        )
        for each in watches_of(work, entity)
        # Each stakeholder of a theme has a page of its own.
        if each.kind is not Kind.STAKEHOLDER
    ]


def _told(
    watch: Watch, written: "Sequence[Row[str, int, date, str]]", work: UnitOfWork, lang: Language
) -> str:
    """The first day that waits."""
    waiting = [row.day for row in written if row.state == "waiting"]
    if not any(row.version == watch.version for row in written):
        # Recorded a moment ago: the clock's list follows, and will say the same.
        ladder = work.ladders.ladder(watch.ladder, watch.key)
        planned = ladder.days(watch.anchor, work.calendar)
        waiting += [day for _, day in planned if day >= work.today]
    return with_weekday(min(waiting), lang) if waiting else lang.text("none planned")


def ladder_of(watch: Watch) -> str:
    """Where the reminders of that date alone are chosen."""
    return f"/settings/ladders/{watch.ladder}/{quote(watch.key)}"
