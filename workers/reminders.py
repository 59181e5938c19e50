"""The rows of who was told what: by a mail of its own, in a digest, or that nobody was there.

A reminder is a stored fact with a unique key (kind, object, recipient, rung, version), so that the
same delivery handled twice writes nothing twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import uuid5

from sqlalchemy import insert, select

from ..domain.events import Event
from ..domain.kinds import Kind
from ..domain.people import Person
from ..store import flow
from ..store.unit_of_work import UnitOfWork
from .digests import digest_for
from .mail_rows import MAIL_IDS, write_mail


class Thing(Protocol):
    """What somebody is told of: an object under one version, and the entity that holds it."""

    @property
    def kind(self) -> Kind: ...
    @property
    def key(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def version(self) -> int: ...


@dataclass(frozen=True)
class Reminders:
    """One event about some things, on its way to several people; `at` is a moment in UTC.

    `rung` names the rung of the ladder, or what else makes the news different from the last.
    """

    work: UnitOfWork
    event: Event
    rung: str
    at: datetime
    things: Sequence[Thing]

    def mail(self, person: Person) -> None:
        """One mail to that person for everything that they have not been told."""
        fresh = self._fresh(person.key)
        if not fresh:
            return
        objects = [f"{each.key}@{each.version}" for each in fresh]
        mail_id = str(uuid5(MAIL_IDS, "|".join([person.key, self.rung, *objects])))
        write_mail(
            self.work,
            mail_id,
            kind=self.event.name,
            subject_key=self.event.subject,
            rung=self.rung,
            person=person.key,
            about={each.key: each.version for each in fresh},
            at=self.at,
        )
        self._note(fresh, person.key, mail_id=mail_id)

    def collect(self, person: Person, known: datetime | None = None) -> None:
        """A line in that person's next digest for each thing not yet told to them.

        What became `known` (UTC) after the hour of today's digest is not for today.
        """
        if fresh := self._fresh(person.key):
            digest = digest_for(self.work, person, known)
            self._note(fresh, person.key, digest_id=digest)

    def note_nobody(self, who: str) -> None:
        """Nobody holds that role on the day: that is noted, and nothing fails."""
        recipient = f"nobody:{who}"
        self._note(self._fresh(recipient), recipient)

    def _fresh(self, recipient: str) -> list[Thing]:
        return [each for each in self.things if not self._there(each, recipient)]

    def _there(self, thing: Thing, recipient: str) -> bool:
        reminder = flow.reminder.c
        query = select(reminder.id).where(
            reminder.kind == thing.kind.value,
            reminder.key == thing.key,
            reminder.recipient == recipient,
            reminder.rung == self.rung,
            reminder.version == thing.version,
        )
        return self.work.session.execute(query).first() is not None

    def _note(
        self,
        things: Sequence[Thing],
        recipient: str,
        *,
        mail_id: str | None = None,
        digest_id: int | None = None,
    ) -> None:
        rows = [
            {
                "kind": thing.kind.value,
                "key": thing.key,
                "group": thing.group,
                "bell": self.event.name,
                "recipient": recipient,
                "rung": self.rung,
                "version": thing.version,
                "at": self.at,
                "mail_id": mail_id,
                "digest_id": digest_id,
            }
            for thing in things
        ]
        if rows:
            self.work.session.execute(insert(flow.reminder), rows)
