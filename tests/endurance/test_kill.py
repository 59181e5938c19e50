"""Processes are killed at random moments while facts come in; nothing is lost, nothing goes twice.

The seed is printed; TILSVAR_TEST_SEED repeats a run as far as the machine's own timing allows.
"""

import os
import random
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep
from urllib.request import urlopen

import pytest

from tilsvar.bootstrap import App
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.endurance.facts import Fact, facts
from tilsvar.tests.endurance.proof import accepted, nothing_lost_and_nothing_twice, quiet
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MORNING, MakeApp, set_clock, settle_in
from tilsvar.tests.servers.ports import NotInTimeError, answers, free_port, until
from tilsvar.tests.servers.programs import Program
from tilsvar.tests.servers.redis_server import RedisServer

SINK = Path(__file__).parents[1] / "notifications" / "smtp_sink.py"
FACTS = 200
KILLS = 6
THE_DAY_BEFORE = MORNING - timedelta(days=1)
ENOUGH = 90  # seconds until it must be quiet again: a dead process's claims and lease run out


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    seed = int(os.environ.get("TILSVAR_TEST_SEED") or random.SystemRandom().randrange(10**6))
    sys.stdout.write(f"{request.node.name}: TILSVAR_TEST_SEED={seed}\n")
    return random.Random(seed)


class Sink:
    """The mail server: a process of its own, which is never killed."""

    def __init__(self, folder: Path) -> None:
        self.port, self.log = free_port(), folder / "accepted.jsonl"
        command = [sys.executable, str(SINK), "--port", str(self.port), "--log", str(self.log)]
        self.program = Program(command, folder, name="sink")
        self.program.wait_for(lambda: answers(self.port))

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def wait_for_more(self, number: int) -> None:
        """Wait until so many more have been taken, or for some seconds where there are not."""
        wanted = accepted(self.log).total() + number
        try:
            until(lambda: accepted(self.log).total() >= wanted, "mail", within=8)
        except NotInTimeError:
            return


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[Sink]:
    found = Sink(tmp_path)
    yield found
    found.program.stop()


class Tilsvar:
    """Processes of the product under one set of settings."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self.folder = folder
        self.env = {**os.environ, "TILSVAR_NOW": MORNING.isoformat(), **settings}
        self.running: dict[str, tuple[Program, tuple[str, ...]]] = {}

    def start(self, name: str, *arguments: str) -> Program:
        command = [sys.executable, "-m", "tilsvar.cli", *arguments]
        program = Program(command, self.folder, name=name, env=self.env)
        self.running[name] = program, arguments
        return program

    def wake_up(self, now: datetime) -> None:
        """The same processes again, on another day."""
        self.env["TILSVAR_NOW"] = now.isoformat()
        for name, (_, arguments) in list(self.running.items()):
            self.start(name, *arguments)

    def kill_and_start_again(self, name: str) -> Program:
        program, arguments = self.running[name]
        program.kill()
        return self.start(name, *arguments)

    def stop(self) -> None:
        for program, _ in self.running.values():
            program.stop()


@contextmanager
def coming_in(office: Office, chance: random.Random) -> Iterator[list[Fact]]:
    """Record all facts in a thread, at an uneven pace; afterwards all are recorded."""
    recorded: list[Fact] = []
    pauses = [chance.uniform(0, 0.2) for _ in range(FACTS)]
    faults: list[BaseException] = []

    def enter() -> None:
        try:
            for fact, pause in zip(facts(FACTS), pauses, strict=True):
                fact.record(office)
                recorded.append(fact)
                sleep(pause)
        except BaseException as fault:  # noqa: BLE001 - handed to the test below
            faults.append(fault)

    thread = threading.Thread(target=enter)
    thread.start()
    try:
        yield recorded
    finally:
        thread.join()
    if faults:
        raise faults[0]
    assert len(recorded) == FACTS


def finish(app: App, recorded: list[Fact], sink: Sink, tilsvar: Tilsvar) -> None:
    """Leave everything alone until it is quiet, look at it all, and stop in good order.

    What was collected after the digest of the day is in that of the next working day.
    """
    for day in (MORNING, MORNING + timedelta(days=3)):
        if day != MORNING:
            tilsvar.stop()
            tilsvar.wake_up(day)
        set_clock(app.office, day)
        until(lambda: quiet(app.office), "quiet", within=ENOUGH)
    summary = nothing_lost_and_nothing_twice(app.office, recorded, sink.log)
    sys.stdout.write(summary + "\n")
    tilsvar.stop()
    for program, _ in tilsvar.running.values():
        # uvicorn passes on the signal that it was stopped by, once all is closed.
        assert program.process.returncode in (0, -signal.SIGTERM), program.said()


def test_one_process_on_sqlite_that_is_killed_again_and_again(
    sqlite: Databases, make_app: MakeApp, tmp_path: Path, sink: Sink, chance: random.Random
) -> None:
    url = sqlite.migrated(tmp_path)
    recording = make_app(url, now=THE_DAY_BEFORE)
    settle_in(recording.office)
    tilsvar = Tilsvar(tmp_path, {"TILSVAR_DATABASE_URL": url, "TILSVAR_MAIL_URL": sink.url})
    port = free_port()

    def ready() -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    try:
        program = tilsvar.start("serve", "serve", "--port", str(port))
        with coming_in(recording.office, chance) as recorded:
            for _ in range(KILLS):
                program.wait_for(ready)
                sink.wait_for_more(chance.randrange(1, 30))
                sleep(chance.uniform(0, 0.3))
                program = tilsvar.kill_and_start_again("serve")
        finish(recording, recorded, sink, tilsvar)
    finally:
        tilsvar.stop()


def test_workers_scheduler_and_redis_that_are_killed_in_turn(
    postgres_url: str, make_app: MakeApp, tmp_path: Path, sink: Sink, chance: random.Random
) -> None:
    redis = RedisServer()
    recording = make_app(postgres_url, redis_url=redis.url, now=THE_DAY_BEFORE)
    settle_in(recording.office)
    tilsvar = Tilsvar(
        tmp_path,
        {
            "TILSVAR_DATABASE_URL": postgres_url,
            "TILSVAR_REDIS_URL": redis.url,
            "TILSVAR_MAIL_URL": sink.url,
        },
    )
    victims = ["worker-1", "worker-2", "scheduler", "redis"]
    try:
        for name in ("worker-1", "worker-2"):
            tilsvar.start(name, "worker", "--threads", "2")
        tilsvar.start("scheduler", "scheduler")
        with coming_in(recording.office, chance) as recorded:
            for victim in chance.sample(victims, len(victims)) + chance.choices(victims, k=2):
                sink.wait_for_more(chance.randrange(1, 30))
                sleep(chance.uniform(0, 0.3))
                if victim == "redis":
                    redis.kill()
                    sleep(chance.uniform(0, 1))
                    redis.start()
                else:
                    tilsvar.kill_and_start_again(victim)
        finish(recording, recorded, sink, tilsvar)
    finally:
        tilsvar.stop()
        redis.stop()
