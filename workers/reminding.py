"""Turns what the clock has told into reminders: who hears of it, at once or in the next digest."""

from datetime import datetime

from ..commands.comments import hearing
from ..commands.watching import watches_of
from ..domain.entity import Entity
from ..domain.events import Bell
from ..domain.ladders import Channel
from ..domain.watches import Watch
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from .planning import ENTITIES
from .reminders import Reminders


def remind(work: UnitOfWork, event: Bell, at: datetime) -> None:
    """Write the reminders that follow from a bell of the clock, heard at `at` (UTC)."""
    entity = work.get(ENTITIES[event.about], event.subject)
    told = _told(work, entity, event)
    if not told:
        return
    ladder = work.ladders.ladder(told[0].ladder, told[0].key)
    if not ladder.has(event.rung):
        return  # taken off the ladder between the bell and now
    rung = ladder.rung(event.rung)
    if rung.channel is Channel.CALENDAR:
        return
    day = local_day(at, work.office.zone)
    heard = {who: hearing(work, who, entity, day) for who in rung.to}
    reminders = Reminders(work, event, event.rung, at, told)
    for who, people in heard.items():
        if not people and not work.roll.hears(who, entity, day):
            reminders.note_nobody(who)
    # In the same order each time, since a digest is locked while a line is added.
    everyone = {person.key: person for people in heard.values() for person in people}
    for _, person in sorted(everyone.items()):
        if rung.channel is Channel.AT_ONCE:
            reminders.mail(person)
        else:
            reminders.collect(person)


def _told(work: UnitOfWork, entity: Entity, event: Bell) -> list[Watch]:
    """The watches that the bell spoke of and that still hold, under the same version."""
    then = dict(zip(event.objects, event.versions, strict=True))
    watches = watches_of(work, entity)
    return [watch for watch in watches if then.get(watch.key) == watch.version]
