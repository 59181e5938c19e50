"""Bells lost, doubled and late, subscribers that fail, mail that is cut off: the same mails.

The machine's waiting times are cut short; everything else is as in the living system.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from pathlib import Path
from random import Random
from threading import Lock
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.domain.events import Event
from tilsvar.intake.register.reader import Register
from tilsvar.notifications.transport import CutOff, Transport
from tilsvar.settings import Settings
from tilsvar.store import flow
from tilsvar.store.doorbell import Doorbell
from tilsvar.tests.replay.outcome import UNTIL, Outcome
from tilsvar.tests.servers.rows import make_late
from tilsvar.workers import deliveries
from tilsvar.workers.broker import DramatiqDoorbell, declare_actors, open_broker
from tilsvar.workers.registry import Subscriber, subscriber_named
from tilsvar.workers.replay import play, wired


@dataclass
class UnreliableBell:
    """Loses one ring in five, brings one twice, and keeps one back until a later one.

    The relay, which finds what was lost, need not wait for it.
    """

    app: App
    bell: Doorbell
    chance: Random
    kept_back: list[tuple[str, str]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    faults: int = 0

    def ring(self, actor: str, keys: list[str]) -> None:
        with self.lock:
            for key in keys:
                self._ring(actor, key)
        hurry(self.app)

    def _ring(self, actor: str, key: str) -> None:
        late, self.kept_back = self.kept_back, []
        what = self.chance.randrange(5)
        self.faults += what < 3
        if what == 0:  # lost
            return
        if what == 1:
            self.kept_back.append((actor, key))
        else:
            self.bell.ring(actor, [key, key] if what == 2 else [key])
        for each in late:
            self.bell.ring(each[0], [each[1]])


@dataclass
class CutOffOnce:
    """Delivers every message, and falls silent after every third one's first time."""

    transport: Transport
    seen: set[str] = field(default_factory=set)
    faults: int = 0

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:
        self.transport.send(message, sender=sender, recipient=recipient)
        name = message["Message-ID"]
        if name not in self.seen:
            self.seen.add(name)
            if len(self.seen) % 3 == 0:
                self.faults += 1
                raise CutOff(reason="no answer")

    def close(self) -> None:
        self.transport.close()


@dataclass
class FailsOnce:
    """Lets every fourth subscriber do all its work and fail before it is committed, once."""

    seen: set[object] = field(default_factory=set)
    faults: int = 0

    def __call__(self, event: Event, name: str) -> Subscriber:
        subscriber = subscriber_named(event, name)
        if (event, name) in self.seen:
            return subscriber
        self.seen.add((event, name))
        return self._failing(subscriber) if len(self.seen) % 4 == 0 else subscriber

    def _failing(self, subscriber: Subscriber) -> Subscriber:
        def fail(*args: Any) -> None:
            self.faults += 1
            subscriber(*args)
            raise RuntimeError("a subscriber failed at the last moment")

        return fail


def hurry(app: App) -> None:
    """What waits for a later attempt may be tried at once."""
    for table in (flow.delivery, flow.mail):
        make_late(app.office, table)


def hurried(app: App, handler: Callable[[str], None]) -> Callable[[str], None]:
    def handle(key: str) -> None:
        handler(key)
        hurry(app)

    return handle


def test_the_same_mails_go_out_whatever_fails_on_the_way(
    example: Register, first: Outcome, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails = FailsOnce()
    # The registry is a table that is read by name; here is the one place where it is looked into.
    monkeypatch.setattr(deliveries, "subscriber_named", fails)
    with wired(Settings(), out) as healthy:
        broker = open_broker(None)
        bell = UnreliableBell(healthy, DramatiqDoorbell(broker), Random(2016))
        transport = CutOffOnce(healthy.post.transport)
        office = replace(healthy.office, doorbell=bell)
        post = replace(healthy.post, office=office, transport=transport)
        app = replace(healthy, office=office, post=post, broker=broker)
        handlers = app.handlers()
        declare_actors(broker, {name: hurried(app, each) for name, each in handlers.items()})

        summary = play(app, example, until=UNTIL, out=out)
        broker.close()

    assert min(bell.faults, transport.faults, fails.faults) > 20
    assert Outcome(out, summary).told == first.told
    assert summary.months == first.summary.months
