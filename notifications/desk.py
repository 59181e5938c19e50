"""What whoever writes a mail has before them: what is told to whom, the data, and the language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.engine import Row

from ..commands.watching import watches_of
from ..domain.entity import Entity
from ..domain.kinds import Role
from ..domain.people import Person
from ..store.pauses import load_snooze
from ..store.unit_of_work import T, UnitOfWork
from ..wording.language import Language
from . import contexts
from .asked_again import AskedAgain

_ROLES = {
    Role.LEADER: contexts.Recipient.LEADER,
    Role.SECRETARIAT: contexts.Recipient.SECRETARIAT,
}


@dataclass(frozen=True)
class Telling:
    """One thing that is told to a person, by a mail of its own or as a line of a digest.

    `kind` is the name of the event; `key` the entity; `about` maps the keys of its objects to the
    versions of their dates; `at` is when it is told (UTC).
    """

    kind: str
    key: str
    rung: str
    about: Mapping[str, int]
    person: str
    role: Role | None
    at: datetime
    anything_put_off: bool

    @classmethod
    def of(cls, row: Row[Any]) -> "Telling":
        """What a row of the ledger tells, as `ledger.take` answers it."""
        return cls(
            row.kind,
            row.subject_key,
            row.rung,
            row.about,
            row.person,
            row.reader_role,
            row.at,
            row.anything_put_off,
        )


@dataclass(frozen=True)
class Desk:
    """`base_url` is where links begin."""

    work: UnitOfWork
    telling: Telling
    base_url: str
    lang: Language
    asked_again: AskedAgain

    @classmethod
    def of(cls, work: UnitOfWork, row: Row[Any], base_url: str, lang: Language) -> "Desk":
        """For the mail of that row, as `ledger.take` answers it."""
        asked_again = AskedAgain(work, anything=row.anything_asked_again)
        return cls(work, Telling.of(row), base_url, lang, asked_again)

    @property
    def key(self) -> str:
        return self.telling.key

    @property
    def today(self) -> date:
        return self.telling.at.astimezone(self.work.office.zone).date()

    def thing(self, cls: type[T]) -> T:
        """The entity that is told of, as it stands; raises Unknown.

        It is not locked: whatever changes a moment later was not known when the mail was claimed.
        """
        return self.work.view(cls, self.key)

    def still_watched(self, entity: Entity) -> set[str]:
        """The keys that still need the reminder, under the same version of the date."""
        about = self.telling.about
        return {
            each.key
            for each in watches_of(self.work, entity)
            if about.get(each.key) == each.version and not self._snoozed(each.key)
        }

    def _snoozed(self, key: str) -> bool:
        # Mostly nothing at all is put off, which the telling has brought along.
        if not self.telling.anything_put_off:
            return False
        snooze = load_snooze(self.work.session, key)
        return snooze is not None and snooze.holds(self.today)

    @property
    def reads_all(self) -> bool:
        """Whether the reader may open every page that the secretariat reads."""
        return self.telling.role in _ROLES

    @property
    def records(self) -> bool:
        """Whether the reader may open the forms in which things are recorded."""
        return self.telling.role is Role.SECRETARIAT

    def name_of(self, key: str) -> str:
        """The organisation's name, or the key where none is registered."""
        found = self.work.organisations.get(key)
        return found.name if found else key

    def reader(self, responsible: str | None) -> dict[str, Any]:
        """What every mail says about its reader and the address of the thing."""
        owner = self.work.look(Person, responsible) if responsible else None
        return {
            "key": self.key,
            "today": self.today,
            "role": self._role(responsible),
            "responsible": owner.name if owner else None,
        }

    def _role(self, responsible: str | None) -> contexts.Recipient:
        if self.telling.person == responsible:
            return contexts.Recipient.RESPONSIBLE
        role = self.telling.role
        return _ROLES.get(role, contexts.Recipient.MEMBER) if role else contexts.Recipient.MEMBER
