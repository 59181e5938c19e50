"""One transaction: state, events and what subscribers still have to do about them, or nothing.

    with office.work(by="SEK1") as work:
        letter = work.get(Letter, "L2022-06")
        letter.take_reply("NFD", reply)
        work.commit()

Nothing is sent inside a transaction. After the commit the doorbell is rung, so that a worker looks
at once; if the ring is lost, the relay finds the same rows a moment later.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Self, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, insert, literal_column, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ..domain.audiences import Roll
from ..domain.entity import Entity
from ..domain.errors import TilsvarError
from ..domain.events import Event
from ..domain.ladders import LadderBook
from ..domain.organisations import Succession
from ..domain.people import Person
from ..domain.rules import CouncilRules
from ..domain.working_days import WorkingCalendar
from . import flow
from .calendar_change import changes_calendars, note_change
from .clock import Clock, local_day, machine_now
from .doorbell import Doorbell
from .event_log import to_row
from .ladders import load_ladders
from .loading import in_one_query, lock, locked, look, several
from .organisation_rows import OrganisationRow, read_organisations, succession_of
from .pauses import load_absences
from .projections import keep_in_step
from .rules import load_rules
from .spoken import spoken
from .unchanged import while_unchanged

GRACE = timedelta(seconds=2)
"""How long the doorbell has before the relay looks for what it may have lost."""

T = TypeVar("T", bound=Entity)
V = TypeVar("V")

_NEW_EVENTS = insert(flow.event).returning(flow.event.c.id, sort_by_parameter_order=True)
_NEW_DELIVERIES = insert(flow.delivery).returning(flow.delivery.c.id)


class Unknown(TilsvarError):
    """There is no {what} {key}. Check the key."""


class Taken(TilsvarError):
    """There is already a {what} {key}. Choose another key."""


@dataclass(frozen=True)
class Office:
    """What every unit of work needs: the database, the clock, and who subscribes to what."""

    engine: Engine
    clock: Clock
    zone: ZoneInfo
    subscribers: Mapping[str, tuple[str, ...]]
    doorbell: Doorbell
    new_uid: Callable[[str], UUID]
    language: str = "nb"
    """In which written Norwegian the council writes its own letters: nb or nn."""

    def work(self, by: str) -> "UnitOfWork":
        """A unit of work in the name of `by`: a person's key, "import" or "clock"."""
        return UnitOfWork(self, by)

    def reading(self) -> "UnitOfWork":
        """The same view of the data for looking only; it takes no lock and is never committed."""
        return UnitOfWork(self, "", read_only=True)


class UnitOfWork:
    """The door to the data for one transaction. Leaving it without `commit` changes nothing."""

    def __init__(self, office: Office, by: str, *, read_only: bool = False) -> None:
        self.office, self.by, self._read_only = office, by, read_only
        self.caused_by = by
        """Who recorded the fact that this work follows from; what is recorded here is by `by`."""
        # The session holds unchanged entities weakly; their events must not go with them.
        self._seen: dict[int, Entity] = {}
        self._locked: set[tuple[type[Entity], str]] = set()
        self._loose: list[Event] = []
        self._rings: dict[str, list[str]] = {}

    def __enter__(self) -> Self:
        engine = self.office.engine
        bind = engine.execution_options(read_only=True) if self._read_only else engine
        self.session = Session(bind, expire_on_commit=False, autoflush=False)
        self.now: datetime = self.office.clock.now()
        return self

    def __exit__(self, *_fault: object) -> None:
        self.session.close()

    @property
    def only_looks(self) -> bool:
        """Whether nothing can change in it, so that what was read once need not be read again."""
        return self._read_only

    @cached_property
    def today(self) -> date:
        """The day in the council's own time zone."""
        return local_day(self.now, self.office.zone)

    @cached_property
    def rules(self) -> CouncilRules:
        return load_rules(self.session)

    @cached_property
    def calendar(self) -> WorkingCalendar:
        return self.rules.calendar

    @cached_property
    def succession(self) -> Succession:
        """Who took over from whom, as far as it is known in this work."""
        return self._as_it_stands("succession", lambda: succession_of(self.organisations.values()))

    @cached_property
    def organisations(self) -> dict[str, OrganisationRow]:
        """Every organisation, by its key."""
        return self._as_it_stands("organisations", lambda: read_organisations(self.session))

    def _as_it_stands(self, what: str, read: Callable[[], V]) -> V:
        """A work that only looks takes what an earlier one has read, where nothing was written."""
        return while_unchanged(self.session, what, read) if self._read_only else read()

    @cached_property
    def people(self) -> list[Person]:
        return self.all(Person)

    @cached_property
    def roll(self) -> Roll:
        """Everybody with a role, and who is away when."""
        return Roll(self.people, load_absences(self.session))

    @cached_property
    def ladders(self) -> LadderBook:
        return load_ladders(self.session)

    def forget(self, *read: str) -> None:
        """Read these anew when they are asked for, since this work itself has changed them."""
        for each in read:
            self.__dict__.pop(each, None)

    def find(self, cls: type[T], key: str) -> T | None:
        """The entity, locked against other writers until the end, or None."""
        if self._read_only or (cls, key) in self._locked:
            return self.look(cls, key)
        # What was read before the lock was ours may be out of date by now: it is read again, after
        # what this work has changed itself is written. On Postgres the parts must be queried after
        # the lock is there, since a query that waits shows them as they were before it waited.
        self.session.flush()
        if in_one_query(cls) and self.office.engine.name == "postgresql":
            self.session.execute(lock(cls), {"key": key})
        found = self.session.scalars(locked(cls), {"key": key}).unique().one_or_none()
        self._locked.add((cls, key))
        return self._noted(found)

    def look(self, cls: type[T], key: str) -> T | None:
        """The entity as it stands, or None, for reading a name or a date off it; takes no lock.

        What is only looked at must not be locked: a mail that names a department would wait for a
        reply of that department, which waits for the letter of the mail.
        """
        return self._noted(look(self.session, cls, key))

    def view(self, cls: type[T], key: str) -> T:
        """The entity as it stands; takes no lock. Raises Unknown."""
        found = self.look(cls, key)
        if found is None:
            raise Unknown(what=spoken(cls), key=key)
        return found

    def bring(self, cls: type[T], keys: Iterable[str]) -> None:
        """Read these at once, as they stand, so that nothing more is asked when they are viewed."""
        for each in several(self.session, cls, keys):
            self._noted(each)

    def known(self, cls: type[T], key: str) -> str:
        """The key itself, if there is such an entity; takes no lock. Raises Unknown."""
        self.view(cls, key)
        return key

    def _noted(self, found: T | None) -> T | None:
        if found is not None:
            self._seen[id(found)] = found
        return found

    def get(self, cls: type[T], key: str) -> T:
        """The entity, locked against other writers until the end. Raises Unknown."""
        found = self.find(cls, key)
        if found is None:
            raise Unknown(what=spoken(cls), key=key)
        return found

    def all(self, cls: type[T]) -> list[T]:
        """Every entity of that class, by key; those added in this work too."""
        self.session.flush()
        found = list(self.session.scalars(select(cls).order_by(literal_column("key"))))
        self._seen.update((id(each), each) for each in found)
        return found

    def add(self, entity: Entity) -> None:
        """Bring in a new entity. Raises Taken where its key is in use."""
        key = entity.key
        taken = Taken(what=spoken(type(entity)), key=key)
        if self.session.get(type(entity), key) is not None:
            raise taken
        self.session.add(entity)
        try:
            self.session.flush()
        except IntegrityError as conflict:
            # Somebody else may have brought it in since we looked; any other conflict is a fault.
            self.session.rollback()
            if self.session.get(type(entity), key) is None:
                raise
            raise taken from conflict
        self._locked.add((type(entity), key))
        self._seen[id(entity)] = entity

    def record(self, event: Event) -> None:
        """Record an event that no entity tells."""
        self._loose.append(event)

    def new_uid(self, key: str) -> str:
        """A calendar identity for the object with that key, which names its kind too."""
        return str(self.office.new_uid(key))

    def ring_after_commit(self, actor: str, key: str) -> None:
        self._rings.setdefault(actor, []).append(key)

    def commit(self) -> None:
        """Write state, events and deliveries together; then ring."""
        events = self._collect()
        self.session.flush()
        if events:
            self._write(events)
            keep_in_step(self.session, events)
        if changes_calendars(events):
            note_change(self.session, self.now)
        self.session.commit()
        self._locked.clear()
        rings, self._rings = self._rings, {}
        for actor, keys in rings.items():
            self.office.doorbell.ring(actor, keys)

    def _collect(self) -> list[Event]:
        found, self._loose = self._loose, []
        for entity in self._seen.values():
            found.extend(entity.events)
            entity.events.clear()
        return found

    def _write(self, events: list[Event]) -> None:
        rows = [to_row(event, self.now, self.by) for event in events]
        ids = self.session.execute(_NEW_EVENTS, rows).scalars().all()
        later = machine_now() + GRACE
        deliveries = [
            {
                "event_id": id_,
                "subscriber": subscriber,
                "state": "pending",
                "attempts": 0,
                "next_attempt_at": later,
            }
            for id_, event in zip(ids, events, strict=True)
            for subscriber in self.office.subscribers.get(event.name, ())
        ]
        if deliveries:
            for id_ in self.session.execute(_NEW_DELIVERIES, deliveries).scalars():
                self.ring_after_commit("handle", str(id_))
