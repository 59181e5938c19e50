"""Feeds a register's dated facts to the real system in their order, under a simulated clock.

It is the demo, the regression test (the same input gives the same mails, byte for byte) and the
fault test: in an outage facts still enter, and what they ask for waits until it is over. Facts
without an hour enter at 00:00 in Oslo; the scheduler's tick is called at each
instant at which something is due; the clock moves only when nothing is pending any more.
"""

import shutil
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

import dramatiq
from dramatiq.brokers.redis import RedisBroker
from dramatiq.brokers.stub import StubBroker
from dramatiq.errors import QueueJoinTimeout
from sqlalchemy import bindparam, inspect, literal, select, union_all, update

from ..bootstrap import App, bootstrap
from ..domain.dates import local_moment
from ..domain.errors import TilsvarError
from ..intake.fact import BEGINNING, Fact
from ..intake.facts import facts_of
from ..intake.register.reader import Register
from ..settings import Settings
from ..store import flow
from ..store.clock import FixedClock, machine_now
from ..store.doorbell import SilentDoorbell
from ..store.migrate import migrate
from .broker import QUEUE, start_worker
from .relay import sweep
from .replay_output import Month, by_month, forget_the_machine, write_output
from .ticking import next_instant, tick

UIDS = uuid.UUID("a2f6a3a5-5f1c-4a07-8c39-0c8f3f6d5a11")
MIDNIGHT = hour(0, 0)
PATIENCE = 120  # seconds of the machine's time for one instant
LOOK = 0.002  # seconds between two looks at what is pending
A_DIGEST = "a digest"
LOOKS = 50  # before what may have been lost is swept up

_UNFINISHED = union_all(
    select(literal("a delivery")).where(flow.delivery.c.state == "pending"),
    select(literal("a mail")).where(flow.mail.c.next_attempt_at.is_not(None)),
    *(
        select(literal(what)).where(each.c.state == "waiting", each.c.due_at <= bindparam("now"))
        for what, each in (("a rung", flow.rung), (A_DIGEST, flow.digest))
    ),
).limit(1)

Progress = Callable[[int, int], None]
Outage = tuple[datetime, datetime]
"""From when until when (UTC; the end is not part of it) no worker and no scheduler runs."""


class NotEmpty(TilsvarError):
    """A replay needs a new database, and {url} has tables already. Name an empty one."""


class Stuck(TilsvarError):
    """The replay stopped at {moment}: {what} stayed pending for {seconds} seconds."""


@dataclass(frozen=True)
class Summary:
    """What a replay did: by month, how many facts there were and how many days were assumed."""

    months: Sequence[Month]
    facts: int
    assumed: int
    out: Path


def replay(
    register: Register,
    *,
    until: date,
    out: Path,
    settings: Settings,
    since: date | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Replay the register to the end of `until` (a day in Oslo) and write what came of it to `out`.

    Facts before `since` load silently: their reminders are known too late. Uses `out`/replay.db, or
    the settings' own database where it is empty; raises NotEmpty for any other, Stuck where work
    does not come to an end.
    """
    out.mkdir(parents=True, exist_ok=True)
    with wired(settings, out) as app:
        return play(app, register, until=until, out=out, since=since, progress=progress)


def play(
    app: App,
    register: Register,
    *,
    until: date,
    out: Path,
    since: date | None = None,
    progress: Progress | None = None,
    outages: Sequence[Outage] = (),
) -> Summary:
    """Replay on a system that is wired already, as `wired` does it; outages may not overlap."""
    _require_empty(app)
    shutil.rmtree(out / "mails", ignore_errors=True)
    migrate(app.office.engine)
    facts = [fact for fact in facts_of(register) if fact.day <= until]
    _Run(app, facts, since, until, progress, outages).run()
    write_output(app, out)
    months = by_month(app, since)
    forget_the_machine(app)
    return Summary(months, len(facts), sum(fact.assumed for fact in facts), out)


@contextmanager
def wired(settings: Settings, out: Path) -> Iterator[App]:
    """A system of its own for one replay: a simulated clock, derived ids, mail as files in `out`.

    On Redis it has a namespace of its own, which is empty again afterwards.
    """
    changes: dict[str, object] = {"mail_url": f"file:{out / 'mails'}", "now": None}
    if "database_url" not in settings.model_fields_set:
        changes["database_url"] = f"sqlite:///{out / 'replay.db'}"
    app = bootstrap(
        settings.model_copy(update=changes),
        clock=FixedClock(datetime.min.replace(tzinfo=UTC)),
        new_uid=lambda key: uuid.uuid5(UIDS, key),
        works_here=True,
        namespace=f"tilsvar-replay-{uuid.uuid4()}",
    )
    try:
        yield app
    finally:
        _leave_redis(app)
        app.close()


def _leave_redis(app: App) -> None:
    if isinstance(app.broker, RedisBroker):
        redis = app.broker.client
        if keys := list(redis.scan_iter(match=f"{app.broker.namespace}:*")):
            redis.delete(*keys)


def _require_empty(app: App) -> None:
    if inspect(app.office.engine).get_table_names():
        raise NotEmpty(url=app.office.engine.url.render_as_string(hide_password=True))


class _AllAtOnce(dramatiq.Middleware):
    """Lets the worker begin once all that is rung for at an instant stands in its queue.

    Else what follows from the first might come before the second, or after it, as it happens.
    """

    def __init__(self) -> None:
        self.ringing = Lock()

    def before_process_message(self, _broker: dramatiq.Broker, _message: Any) -> None:
        with self.ringing:
            pass


@dataclass
class _Run:
    app: App
    facts: list[Fact]
    since: date | None
    until: date
    progress: Progress | None
    outages: Sequence[Outage]
    clock: FixedClock = field(init=False)
    at_once: _AllAtOnce = field(default_factory=_AllAtOnce)

    def run(self) -> None:
        clock = self.app.office.clock
        if self.app.broker is None or not isinstance(clock, FixedClock):
            raise RuntimeError("a replay is wired with a broker and a clock of its own")
        self.clock = clock
        # One thread: the order of effects is then the order of their causes.
        self.app.broker.add_middleware(self.at_once)
        worker = start_worker(self.app.broker, 1)
        try:
            self._play()
        finally:
            worker.stop()

    def _play(self) -> None:
        end = self._midnight(self.until + timedelta(days=1))
        dated = [fact.day for fact in self.facts if fact.day != BEGINNING]
        earliest = max(min(dated, default=self.until), self.since or BEGINNING)
        waiting = [(self._midnight(max(fact.day, earliest)), fact) for fact in self.facts]
        done = 0
        while True:
            instants = [waiting[done][0]] if done < len(waiting) else []
            outage = self._outage()
            awaited = outage[1] if outage else next_instant(self.app.office)
            if awaited is not None and awaited < end:
                instants.append(awaited)
            if not instants:
                break
            self.clock.set(max(min(instants), self.clock.now()))
            if outage and not self._outage():
                self._catch_up()
            while done < len(waiting) and waiting[done][0] <= self.clock.now():
                self._enter(waiting[done][1])
                done += 1
            self._settle()
            if self.progress:
                self.progress(done, len(waiting))
        self.clock.set(end - timedelta(seconds=1))

    def _midnight(self, day: date) -> datetime:
        return local_moment(day, MIDNIGHT, self.app.office.zone)

    def _enter(self, fact: Fact) -> None:
        """Enter a fact and let all come of it before the next: the order is the same each time."""
        office = self.app.office
        if self._outage():
            office = replace(office, doorbell=SilentDoorbell())
        with self.at_once.ringing, office.work(by="import") as work:
            fact.enter_into(work)
            work.commit()
        if not self._outage():
            self._wait()

    def _settle(self) -> None:
        if not self._outage():
            with self.at_once.ringing:
                tick(self.app.office)
            self._wait()

    def _outage(self) -> Outage | None:
        """The outage that lasts now, if any."""
        now = self.clock.now()
        return next((each for each in self.outages if each[0] <= now < each[1]), None)

    def _catch_up(self) -> None:
        """What waits was recorded long ago by the machine's clock too: the relay finds it now."""
        delivery = flow.delivery
        with self.app.office.engine.begin() as connection:
            connection.execute(
                update(delivery)
                .where(delivery.c.state == "pending")
                .values(next_attempt_at=machine_now())
            )
        with self.at_once.ringing:
            sweep(self.app.office)
        self._settle()

    def _wait(self) -> None:
        """Wait until nothing is pending; lost rings are swept up meanwhile."""
        office = self.app.office
        started = time.monotonic()
        for look in count(1):
            heard_out = self._hear_out()
            pending = self._pending()
            if not pending:
                return
            # What is pending when all that was rung for is done, was not rung for.
            lost = look % LOOKS == 0 or (heard_out and pending != A_DIGEST)
            with self.at_once.ringing:
                if lost:
                    sweep(office)
                if lost or pending == A_DIGEST:
                    tick(office)
            if time.monotonic() - started > PATIENCE:
                raise Stuck(moment=self.clock.now(), what=pending, seconds=PATIENCE)
            time.sleep(LOOK)

    def _hear_out(self) -> bool:
        """Let the worker do all that was rung for; only a broker in this process can tell."""
        broker = self.app.broker
        if not isinstance(broker, StubBroker):
            return False
        with suppress(QueueJoinTimeout):
            broker.join(QUEUE, timeout=PATIENCE * 1000, fail_fast=False)
        return True

    def _pending(self) -> str:
        """What is still to do at this instant, in words, or nothing.

        One statement, so that it is one view of the data: looked at one after the other, a rung
        could become a delivery, and a delivery a rung, between the looks.
        """
        with self.app.office.engine.connect().execution_options(read_only=True) as connection:
            return connection.scalar(_UNFINISHED, {"now": self.clock.now()}) or ""
