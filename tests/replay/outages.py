"""What an outage may change in a replay, worked out from the same replay without any.

The rule: whatever falls into an outage and still holds when it is over is told then, and of several
rungs of one object only the most urgent; everything else is told as if nothing had happened.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Row

from tilsvar.bootstrap import App
from tilsvar.commands.watching import watches_of
from tilsvar.domain.entity import Entity
from tilsvar.domain.kinds import Kind
from tilsvar.intake.register.reader import Register
from tilsvar.settings import Settings
from tilsvar.store import flow
from tilsvar.store.clock import local_day
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.workers.planning import ENTITIES
from tilsvar.workers.replay import Outage, play, wired

from .outcome import UNTIL

SUGGESTED = "suggested"
COUNTED_BY_SUBSCRIBERS = (Kind.THEME.value, Kind.STAKEHOLDER.value)


class Told(NamedTuple):
    """One reminder: of what, under which version of its date, at which rung, to whom, when."""

    kind: str
    key: str
    version: int
    rung: str
    recipient: str
    at: datetime

    @property
    def news(self) -> bool:
        """An answer that has come, which is told whenever that is known."""
        return self.rung.startswith(("answer ", "reply "))


class Fired(NamedTuple):
    """One rung that the clock told of, with the group that holds its object."""

    kind: str
    group: str
    key: str
    version: int
    ladder: str
    rung: str
    at: datetime
    urgency: int


Versions = dict[tuple[str, str], int]


@dataclass
class Calm:
    """A replay without an outage: what was told, and what stood open after each instant."""

    told: list[Told] = field(default_factory=list)
    fired: list[Fired] = field(default_factory=list)
    open_since: list[tuple[datetime, Versions]] = field(default_factory=list)

    def open_at(self, moment: datetime) -> Versions:
        """The version of every open object's date as the facts stood at that moment."""
        found: Versions = {}
        for at, versions in self.open_since:
            if at > moment:
                break
            found = versions
        return found


def played(register: Register, out: Path, outages: Sequence[Outage] = ()) -> list[Told]:
    """Every reminder of a replay with these outages, after a look at what became of its mail."""
    with wired(Settings(), out) as app:
        play(app, register, until=UNTIL, out=out, outages=outages)
        assert not _unsent(app)
        return compared(_told(app))


def calm(register: Register, out: Path) -> Calm:
    """The replay that nothing disturbs."""
    found = Calm()
    with wired(Settings(), out) as app:
        seen: tuple[int, date] | None = None

        def look(done: int, _total: int) -> None:
            nonlocal seen
            now = app.office.clock.now()
            # The day alone may close something: an area is in use until a day known long before.
            if seen != (seen := (done, local_day(now, app.office.zone))):
                found.open_since.append((now, _open(app)))

        play(app, register, until=UNTIL, out=out, progress=look)
        found.told = _told(app)
        found.fired = _fired(app, found.told)
    return found


def expected(app: App, calm: Calm, outages: Sequence[Outage]) -> list[Told]:
    """What must be told where these outages come between; `app` holds the same people and rules."""
    missed: dict[Outage, list[Fired]] = defaultdict(list)
    undisturbed = set(calm.told)
    for rung in calm.fired:
        outage = _during(rung.at, outages)
        if outage is not None:
            missed[outage].append(rung)
            undisturbed -= {told for told in calm.told if _of(told) == _of(rung)}
    news = {told for told in calm.told if told.news and _during(told.at, outages)}
    undisturbed -= news
    with app.office.reading() as work:
        late = [
            told
            for outage, rungs in missed.items()
            for rung in _most_urgent(rungs, calm.open_at(outage[1]))
            for told in _to_each(work, rung, outage[1])
        ]
    late += [told._replace(at=outage[1]) for told in news if (outage := _during(told.at, outages))]
    return compared([*undisturbed, *late])


def compared(told: Iterable[Told]) -> list[Told]:
    """Reminders as an outage leaves them alone.

    A theme and its stakeholders count how often subscribers moved them, and what several facts of
    an outage moved is moved once: their versions may differ, and what is told of them and when may
    not. Suggestions are left out, since whatever waits when the digest goes is one line of it,
    however many there are and under the digest's own number: a rule with tests of its own.
    """
    return sorted(
        each._replace(version=0) if each.kind in COUNTED_BY_SUBSCRIBERS else each
        for each in told
        if each.rung != SUGGESTED
    )


def _during(at: datetime, outages: Iterable[Outage]) -> Outage | None:
    return next((each for each in outages if each[0] <= at <= each[1]), None)


def _of(each: Told | Fired) -> tuple[str, str, int, str]:
    return each.kind, each.key, each.version, each.rung


def _most_urgent(missed: Iterable[Fired], open_then: Versions) -> list[Fired]:
    """Of each object that is still open under the same version of its date, the last rung."""
    last: dict[tuple[str, str], Fired] = {}
    for rung in sorted(missed, key=lambda each: (each.at, each.urgency)):
        if open_then.get((rung.kind, rung.key)) == rung.version:
            last[rung.kind, rung.key] = rung
    return list(last.values())


def _to_each(work: UnitOfWork, fired: Fired, at: datetime) -> list[Told]:
    """Those who hold the rung's roles on the day on which it is told of at last."""
    day = local_day(at, work.office.zone)
    entity = _holder(work, fired)
    told = {}
    for who in work.ladders.ladder(fired.ladder, fired.key).rung(fired.rung).to:
        people = [each.key for each in work.roll.hears(who, entity, day)] or [f"nobody:{who}"]
        for key in people:
            told[key] = Told(fired.kind, fired.key, fired.version, fired.rung, key, at)
    return list(told.values())


def _holder(work: UnitOfWork, fired: Fired) -> Entity:
    found = [each for cls in ENTITIES.values() if (each := work.look(cls, fired.group))]
    assert len(found) == 1, fired
    return found[0]


def _open(app: App) -> Versions:
    with app.office.reading() as work:
        return {
            (watch.kind.value, watch.key): watch.version
            for cls in ENTITIES.values()
            for entity in work.all(cls)
            for watch in watches_of(work, entity)
        }


def _told(app: App) -> list[Told]:
    row = flow.reminder.c
    query = select(row.kind, row.key, row.version, row.rung, row.recipient, row.at)
    with app.office.engine.connect().execution_options(read_only=True) as connection:
        return sorted(Told(*each) for each in connection.execute(query))


def _fired(app: App, told: Sequence[Told]) -> list[Fired]:
    """The rungs that fired; they did so when the first reminder of them was written."""
    moments = {_of(each): each.at for each in told}
    with app.office.engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(select(flow.rung).where(flow.rung.c.state == "fired")).all()
    return [
        Fired(
            row.kind,
            row.group,
            row.key,
            row.version,
            row.ladder,
            row.rung,
            moments[row.kind, row.key, row.version, row.rung],
            row.urgency,
        )
        for row in rows
    ]


def _unsent(app: App) -> list[tuple[str, str, str]]:
    """The reminders that ought to be in a mail that has gone out, and are not.

    Nobody misses the papers of a meeting that is over, what is settled before the digest, or what
    has been told again until then.
    """
    reminder, mail = flow.reminder, flow.mail
    query = (
        select(reminder, mail.c.state)
        .outerjoin(mail, mail.c.id == reminder.c.mail_id)
        .where(~reminder.c.recipient.startswith("nobody:"))
        .order_by(reminder.c.at)
    )
    with app.office.engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(query).all()
        waiting = set(
            connection.scalars(select(flow.digest.c.id).where(flow.digest.c.state == "waiting"))
        )
    # What was settled meanwhile is not open at the very end.
    versions, last = _open(app), {_thing(row): row for row in rows}
    return [
        (row.key, row.rung, row.recipient)
        for row in rows
        if row.state != "sent"
        and row.digest_id not in waiting
        and row.bell != "PapersDue"
        and last[_thing(row)] is row
        and versions.get((row.kind, row.key)) == row.version
    ]


def _thing(row: Row[Any]) -> tuple[str, str, str, str]:
    """What is told once in a digest: an object, or the news of an answer about it."""
    news = row.rung if row.rung.startswith(("answer ", "reply ")) else ""
    return (row.kind, row.key, row.recipient, news)


def some_outages(chance: Random, first: datetime, last: datetime, number: int) -> list[Outage]:
    """Outages from some seconds to some months, one after the other, anywhere in that time."""
    length = (last - first) / number
    found = []
    for n in range(number):
        begin = first + length * n + length * chance.random() * 0.7
        left = first + length * (n + 1) - begin
        lasts = left * chance.random() ** 3
        found.append((_odd(begin), _odd(begin + lasts)))
    return found


def _odd(moment: datetime) -> datetime:
    """A moment at which nothing else happens: facts enter at midnight, reminders at half past."""
    return moment.replace(second=17, microsecond=0) + timedelta(minutes=moment.minute % 2)
