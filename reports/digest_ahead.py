"""The digests of a coming day: what is collected already, and what the clock will still add."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Row

from ..commands.watching import watches_of
from ..domain.kinds import Kind
from ..domain.pauses import Pause
from ..domain.people import Person
from ..domain.watches import bell
from ..store import flow
from ..store.pauses import load_pauses
from ..store.unit_of_work import UnitOfWork
from .coming import Coming, snoozed
from .objects import HOLDERS
from .sent_mail import lines_of, told_by_clock
from .tidings import Line, Message, digest_of

Told = dict[str, tuple[date, Coming | None]]
"""By the key of an object: the day on which the clock last told of it, and at which rung.

None stands for what went at once, which the digest leaves out.
"""


@dataclass
class DigestsAhead:
    """Fill it with all that the clock tells until that day; then ask for the day's digests."""

    work: UnitOfWork
    day: date
    _told: dict[str, Told] = field(default_factory=lambda: defaultdict(dict))
    _people: dict[str, Person] = field(default_factory=dict)

    def went_at_once(self, person: Person, each: Coming) -> None:
        """What went at once is not told again in a digest."""
        for watch in each.told:
            self._told[person.key][watch.key] = (each.day, None)

    def collect(self, person: Person, each: Coming) -> date:
        """The day of the digest in which that person reads of it."""
        day = self._day_for(person, each.day)
        if day == self.day:
            self._people[person.key] = person
            for watch in each.told:
                self._told[person.key][watch.key] = (each.day, each)
        return day

    def messages(self) -> Iterator[Message]:
        """The digests of the day."""
        waiting = self._waiting()
        for key in sorted({*self._people, *waiting}):
            person = self._people.get(key) or self.work.view(Person, key)
            told = self._told[key]
            before = [
                row
                for row in waiting.get(key, ())
                if row.key not in told or not told_by_clock(row.bell)
            ]
            lines = [*self._lines(told), *lines_of(self.work, before)]
            if lines:
                yield digest_of(person, lines)

    def _lines(self, told: Told) -> Iterator[Line]:
        """One line for all objects that the clock tells of together."""
        tellings = {id(each): each for _, each in told.values() if each is not None}
        for each in tellings.values():
            here = [watch for watch in each.told if told[watch.key][1] is each]
            event = bell(each.rung, here)
            yield Line(event.name, tuple(watch.key for watch in here), each.rung.name, event)

    def _day_for(self, person: Person, told: date) -> date:
        day = person.digest.first_day(told, self.work.calendar)
        if day == self.work.today and person.key in self._had_today:
            day = person.digest.first_day(day + timedelta(days=1), self.work.calendar)
        for pause in self._pauses:
            if pause.covers(day):
                day = person.digest.first_day(pause.last + timedelta(days=1), self.work.calendar)
        return day

    @cached_property
    def _pauses(self) -> tuple[Pause, ...]:
        return load_pauses(self.work.session)

    @cached_property
    def _had_today(self) -> set[str]:
        """Who has had today's digest already."""
        digest = flow.digest.c
        query = select(digest.person).where(
            digest.day == self.work.today, digest.state != "waiting"
        )
        return set(self.work.session.scalars(query))

    def _waiting(self) -> dict[str, list[Row[Any]]]:
        """By person: the reminders that wait for this day's digest and still hold, each once."""
        digest, reminder = flow.digest, flow.reminder
        query = (
            select(reminder, digest.c.day.label("digest_day"))
            .join(digest, digest.c.id == reminder.c.digest_id)
            .where(digest.c.state == "waiting", digest.c.day <= self.day)
            .order_by(reminder.c.recipient, reminder.c.at, reminder.c.version)
        )
        rows: Sequence[Row[Any]] = self.work.session.execute(query).all()
        found: dict[str, list[Row[Any]]] = {}
        for key, several in groupby(rows, key=lambda row: row.recipient):
            person = self.work.view(Person, key)
            ours = [row for row in several if self._goes(person, row) == self.day]
            last = {(row.key, _news(row)): row for row in ours}
            found[key] = [row for row in last.values() if self._holds(row)]
        return found

    def _goes(self, person: Person, row: Row[Any]) -> date:
        return self._day_for(person, max(row.digest_day, self.work.today))

    def _holds(self, row: Row[Any]) -> bool:
        """Whether it still needs telling; news needs it in any case."""
        if not told_by_clock(row.bell):
            return True
        if self._went_at_once(row):
            return False
        entity = self.work.view(HOLDERS[Kind(row.kind)], row.group)
        watches = {watch.key: watch.version for watch in watches_of(self.work, entity)}
        return watches.get(row.key) == row.version and not snoozed(self.work, row.key, self.day)

    def _went_at_once(self, row: Row[Any]) -> bool:
        """Whether the clock has told the same reader of it since, in a mail of its own."""
        reminder = flow.reminder.c
        since = select(reminder.bell).where(
            reminder.kind == row.kind,
            reminder.key == row.key,
            reminder.recipient == row.recipient,
            reminder.digest_id.is_(None),
            reminder.at >= row.at,
        )
        return any(told_by_clock(name) for name in self.work.session.scalars(since))


def _news(row: Row[Any]) -> str:
    """Which news it is; nothing where the clock tells, of whose tellings the last one counts."""
    return "" if told_by_clock(row.bell) else row.rung
