"""Turns what the clock has told into reminders: who hears of it, one mail for each.

A reminder is a stored fact with a unique key (kind, object, recipient, rung, version), so that the
same delivery handled twice writes nothing twice.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy import insert, select

from ..domain.entity import Entity
from ..domain.events import Bell
from ..domain.people import Person
from ..domain.watches import Watch, watched
from ..store import flow
from ..store.clock import local_day, machine_now
from ..store.unit_of_work import GRACE, UnitOfWork
from .planning import ENTITIES

MAIL_IDS = UUID("6f1f6d1e-5f0a-4c56-9d55-5bb1a7b8b0c3")
"""Namespace of the mails' identities: the same reminder is the same Message-ID for ever."""


def remind(work: UnitOfWork, event: Bell, at: datetime) -> None:
    """Write the reminders and mails that follow from a bell of the clock, heard at `at` (UTC)."""
    entity = work.get(ENTITIES[event.about], event.subject)
    told = _told(entity, event)
    if not told:
        return
    reminding = _Reminding(work, event, at, told)
    day = local_day(at, work.office.zone)
    ladder = work.ladders.ladder(told[0].ladder, told[0].key)
    if not ladder.has(event.rung):
        return  # taken off the ladder between the bell and now
    for who in ladder.rung(event.rung).to:
        people = work.roll.hears(who, entity, day)
        for person in people:
            reminding.mail(person)
        if not people:
            reminding.note_nobody(who)


def _told(entity: Entity, event: Bell) -> list[Watch]:
    """The watches that the bell spoke of and that still hold, under the same version."""
    then = dict(zip(event.objects, event.versions, strict=True))
    return [watch for watch in watched(entity) if then.get(watch.key) == watch.version]


@dataclass(frozen=True)
class _Reminding:
    """One bell on its way to several people."""

    work: UnitOfWork
    event: Bell
    at: datetime
    told: list[Watch]

    def mail(self, person: Person) -> None:
        """One mail to that person for everything that they have not been reminded of."""
        fresh = self._fresh(person.key)
        if not fresh:
            return
        objects = [f"{watch.key}@{watch.version}" for watch in fresh]
        mail_id = str(uuid5(MAIL_IDS, "|".join([person.key, self.event.rung, *objects])))
        self.work.session.execute(
            insert(flow.mail).values(
                id=mail_id,
                kind=self.event.name,
                subject_key=self.event.subject,
                rung=self.event.rung,
                person=person.key,
                about={watch.key: watch.version for watch in fresh},
                at=self.at,
                state="pending",
                attempts=0,
                next_attempt_at=machine_now() + GRACE,
            )
        )
        self._note(fresh, person.key, mail_id)
        self.work.ring_after_commit("send", mail_id)

    def note_nobody(self, who: str) -> None:
        """Nobody holds that role on the day: that is noted, and nothing fails."""
        recipient = f"nobody:{who}"
        self._note(self._fresh(recipient), recipient, None)

    def _fresh(self, recipient: str) -> list[Watch]:
        return [watch for watch in self.told if not self._there(watch, recipient)]

    def _there(self, watch: Watch, recipient: str) -> bool:
        reminder = flow.reminder.c
        query = select(reminder.id).where(
            reminder.kind == watch.kind.value,
            reminder.key == watch.key,
            reminder.recipient == recipient,
            reminder.rung == self.event.rung,
            reminder.version == watch.version,
        )
        return self.work.session.execute(query).first() is not None

    def _note(self, watches: list[Watch], recipient: str, mail_id: str | None) -> None:
        rows = [
            {
                "kind": watch.kind.value,
                "key": watch.key,
                "recipient": recipient,
                "rung": self.event.rung,
                "version": watch.version,
                "at": self.at,
                "mail_id": mail_id,
            }
            for watch in watches
        ]
        if rows:
            self.work.session.execute(insert(flow.reminder), rows)
