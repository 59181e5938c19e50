"""A morning's digests against the bare queries, and among ever more that is not due.

A digest is to cost what it tells, and nothing for all else. Ours is the whole way: the tick finds
what is due, each digest becomes a mail, is looked up, checked and put into words, claimed, handed
to a transport that drops it, and marked. The bare way finds, writes, reads the reminders and what
they are about by one query for each table, renders what it knows beforehand, claims and marks.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from itertools import cycle, islice

from sqlalchemy import Date, bindparam, delete, insert, select, text, update

from tilsvar.notifications.sending import PostOffice
from tilsvar.store import flow
from tilsvar.store.types import UtcMoment
from tilsvar.store.unit_of_work import Office
from tilsvar.wording.language import language
from tilsvar.workers.digests import write_digest
from tilsvar.workers.ticking import tick

from .bare_digest import message, read, write
from .bare_ledger import claim, mark
from .due_scan import by_day, fill_with_rungs
from .furnishing import SENDER, furnish
from .measuring import Line, Way, compare
from .places import NOW, Place
from .sorts_of_mail import AS_IN_THE_REGISTER, SITE, TODAY, Sort

GOAL = 3.0
GOAL_BY_SIZE = 1.5

OTHER_DIGESTS = text("""
    WITH RECURSIVE n(i) AS (
        SELECT CAST(:first AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i < :last
    )
    INSERT INTO digest (id, person, day, due_at, state)
    SELECT i + 1000000, 'P' || i, :day, :due, 'waiting' FROM n
""").bindparams(bindparam("day", type_=Date()), bindparam("due", type_=UtcMoment))
OTHER_REMINDERS = text("""
    INSERT INTO reminder
        (kind, key, "group", bell, recipient, rung, version, at, digest_id)
    SELECT 'deadline', 'T' || id, 'T' || id, 'DeadlineNearing', person, '-7d', 1, :at, id
    FROM digest WHERE id >= 1000000
""").bindparams(bindparam("at", type_=UtcMoment))


@dataclass
class Bell:
    """Keeps what is rung for, so that the round itself answers it."""

    rung: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def ring(self, actor: str, keys: list[str]) -> None:
        self.rung[actor] += keys

    def taken(self, actor: str) -> list[str]:
        return self.rung.pop(actor, [])


@dataclass
class Basket:
    """A transport that takes every message and keeps the last."""

    last: EmailMessage | None = None

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:
        del sender, recipient
        self.last = message

    def close(self) -> None:
        pass


class Morning:
    """So many people with so many things each in their digest, and `others` that are not due."""

    def __init__(self, office: Office, people: int, things: int, others: int) -> None:
        self.bell, self.basket = Bell(), Basket()
        self.office = replace(office, doorbell=self.bell)
        self.post = PostOffice(self.office, self.basket, SENDER, SITE, language("nb"))
        # From the rarest sort on, so that even a few things are of several sorts.
        sorts = list(islice(cycle(AS_IN_THE_REGISTER[::-1]), things))
        self.told = {
            f"SEK{number}": [(f"X{number}-{at}", sort) for at, sort in enumerate(sorts)]
            for number in range(people)
        }
        furnish(self.office, self.told)
        self._collect()
        self._surround(others)

    def _collect(self) -> None:
        """Everything is recorded, and told of in the digests of this morning."""
        with self.office.work(by="bench") as work:
            for key, sort in (each for things in self.told.values() for each in things):
                sort.record(work, key)
            work.commit()
        with self.office.engine.begin() as connection:
            connection.execute(update(flow.delivery).values(state="done"))
            for number, (person, things) in enumerate(self.told.items(), start=1):
                new = {"id": number, "person": person, "day": TODAY, "due_at": NOW}
                connection.execute(insert(flow.digest).values(**new, state="waiting"))
                connection.execute(insert(flow.reminder), _reminders(number, person, things))

    def _surround(self, others: int) -> None:
        """As many rungs, digests and reminders as there are for other days."""
        fill_with_rungs(self.office, others)
        with self.office.engine.begin() as connection:
            for numbers in by_day(others):
                connection.execute(OTHER_DIGESTS, numbers)
            connection.execute(OTHER_REMINDERS, {"at": NOW})
            if self.office.engine.name == "postgresql":
                connection.execute(text("ANALYZE digest"))
                connection.execute(text("ANALYZE reminder"))

    def dawn(self) -> None:
        """Let it be the moment before the digests are found."""
        self.bell.rung.clear()
        digest, reminder = flow.digest.c, flow.reminder.c
        ours = list(range(1, len(self.told) + 1))
        with self.office.engine.begin() as connection:
            connection.execute(
                update(flow.reminder).where(reminder.digest_id.in_(ours)).values(mail_id=None)
            )
            connection.execute(delete(flow.mail))
            connection.execute(
                update(flow.digest).where(digest.id.in_(ours)).values(state="waiting")
            )

    def ours(self) -> int:
        tick(self.office)
        for digest_id in self.bell.taken("digest"):
            with self.office.work(by="clock") as work:
                write_digest(work, int(digest_id))
                work.commit()
        sent = self.bell.taken("send")
        for mail_id in sent:
            self.post.send(mail_id)
        return self._all(len(sent))

    def bare(self) -> int:
        digest, engine = flow.digest.c, self.office.engine
        due = select(flow.digest).where(flow.WAITING, digest.due_at <= NOW).order_by(digest.person)
        with engine.connect().execution_options(read_only=True) as connection:
            rows = connection.execute(due).all()
        for row in rows:
            with engine.begin() as connection:
                mail_id = write(connection, row.id, row.person)
            with engine.begin() as connection:
                claim(connection, mail_id)
                read(connection, mail_id, self.told[row.person])
            self.basket.last = message(mail_id, row.person, self.told[row.person])
            with engine.begin() as connection:
                mark(connection, mail_id)
        return self._all(len(rows))

    def _all(self, found: int) -> int:
        if found != len(self.told):
            raise AssertionError(found)
        return found

    def said(self, way: Way) -> bytes:
        """The last message of a round."""
        self.dawn()
        way()
        if self.basket.last is None:
            raise AssertionError
        return self.basket.last.as_bytes()


def _reminders(
    digest_id: int, person: str, things: Sequence[tuple[str, Sort]]
) -> list[dict[str, object]]:
    return [
        {
            "kind": sort.kind.value,
            "key": key,
            "group": thing,
            "bell": sort.event,
            "recipient": person,
            "rung": sort.rung,
            "version": version,
            "at": NOW,
            "digest_id": digest_id,
        }
        for thing, sort in things
        for key, version in sort.about(thing).items()
    ]


def measure(
    place: Place, people: int, things: int, others: tuple[int, int], rounds: int
) -> Iterator[Line]:
    """Milliseconds for a digest, among few others and among many."""
    with ExitStack() as stack:
        few, many = (
            Morning(stack.enter_context(place.office()), people, things, each) for each in others
        )
        if few.said(few.ours) != few.said(few.bare):
            raise AssertionError
        found = compare(few.ours, few.bare, rounds, few.dawn)
        what = f"digests of {people} people with {things} items each, {place.name}"
        yield Line.of_cost(what, found, GOAL)

        def dawn() -> None:
            few.dawn()
            many.dawn()

        by_size = compare(many.ours, few.ours, rounds, dawn)
        what = f"our digests, {others[1]:,} other reminders against {others[0]:,}, {place.name}"
        yield Line.of_cost(what, by_size, GOAL_BY_SIZE)
