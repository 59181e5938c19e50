"""What every test starts from: no settings of this machine, real servers, loopback only.

With TILSVAR_TEST_STRICT set, a test that cannot run here is a failure and no skip.
"""

import os
import signal
import sys
from collections.abc import Generator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

from tilsvar.bootstrap import App, bootstrap
from tilsvar.settings import PREFIX, Settings
from tilsvar.store.clock import FixedClock
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.compiled import compile_once
from tilsvar.tests.servers.databases import Databases, PostgresDatabases, SqliteDatabases
from tilsvar.tests.servers.in_memory import write_to_memory
from tilsvar.tests.servers.office import MORNING, HandBell, MakeApp, settle_in, with_bell
from tilsvar.tests.servers.postgres_server import PostgresServer
from tilsvar.tests.servers.redis_server import RedisServer

OURS = PREFIX + "TEST_"
"""What the tests themselves listen to: TILSVAR_TEST_STRICT, …_SEED, …_PICTURES."""

STRICT = OURS + "STRICT"

AnyReport = TypeVar("AnyReport", pytest.TestReport, pytest.CollectReport)

settings.register_profile("tilsvar", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tilsvar")


def settings_of_this_machine() -> list[str]:
    return [each for each in os.environ if each.startswith(PREFIX) and not each.startswith(OURS)]


def pytest_configure() -> None:
    # Also before fixtures that start programs for a whole module.
    for name in settings_of_this_machine():
        del os.environ[name]
    write_to_memory()
    compile_once()
    sys.addaudithook(_loopback_only)
    # A run that is told to end stops the servers that it has started, as after Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def _loopback_only(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.connect" and isinstance(args[1], tuple):
        host = str(args[1][0])
        if not (host.startswith("127.") or host in ("::1", "localhost")):
            raise PermissionError(f"tests talk to loopback only, not to {host}")


LONG = (
    *("test_outages", "test_kill", "test_bokmaal_in_a_browser", "test_bench_runs"),
    *("test_english_in_a_browser", "test_nynorsk_in_a_browser", "test_wheel", "test_pictures"),
    *("test_pages_are_sound", "test_access", "test_same_bytes", "test_processes", "test_foresight"),
    *("test_other_readers_in_a_browser", "test_states_in_a_browser", "test_every_route"),
)
"""Files that take long, the longest first: no process shall be left with one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.path.stem, len(LONG)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _strictly((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _strictly((yield))


def _strictly(report: AnyReport) -> AnyReport:
    """A skip becomes a failure where everything is expected to be there."""
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get(STRICT):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped, and {STRICT} is set: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in settings_of_this_machine():
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    server = PostgresServer()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    server = RedisServer()
    yield server
    server.stop()


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """An empty Redis."""
    redis_server.empty()
    return redis_server.url


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    return SqliteDatabases(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def postgres(postgres_server: PostgresServer) -> Databases:
    return PostgresDatabases(postgres_server)


@pytest.fixture(params=["sqlite", "postgres"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Both sizes of database; a test that asks for this runs once on each."""
    found: Databases = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def database_url(databases: Databases, tmp_path: Path) -> Iterator[str]:
    """A fresh database with the newest schema, on SQLite and on Postgres."""
    url = databases.migrated(tmp_path)
    yield url
    databases.drop(url)


@pytest.fixture
def postgres_url(postgres: Databases, tmp_path: Path) -> Iterator[str]:
    """A fresh database with the newest schema, on Postgres only."""
    url = postgres.migrated(tmp_path)
    yield url
    postgres.drop(url)


@pytest.fixture
def make_app(tmp_path: Path) -> Iterator[MakeApp]:
    """Makes systems and closes them; their clocks stand still, mail goes to tmp_path/outbox."""
    made: list[App] = []

    def make(
        database_url: str, *, now: datetime = MORNING, works_here: bool = False, **chosen: Any
    ) -> App:
        values: dict[str, Any] = {
            "mail_url": f"file:{tmp_path / 'outbox'}",
            "files": tmp_path / "files",
        } | chosen
        app = bootstrap(
            Settings(database_url=database_url, **values),
            clock=FixedClock(now),
            works_here=works_here,
        )
        made.append(app)
        return app

    yield make
    for app in made:
        app.close()


@pytest.fixture
def bell() -> HandBell:
    return HandBell()


@pytest.fixture
def app(make_app: MakeApp, database_url: str, bell: HandBell) -> App:
    """A system with the stories' council in it; nothing happens until the bell is answered."""
    app = with_bell(make_app(database_url), bell)
    settle_in(app.office)
    return app


@pytest.fixture
def office(app: App) -> Office:
    return app.office


@pytest.fixture
def on_postgres(make_app: MakeApp, postgres_url: str, bell: HandBell) -> App:
    """The same as `app`, for what only several writers at a time can show."""
    app = with_bell(make_app(postgres_url), bell)
    settle_in(app.office)
    return app
