"""Opening the database: SQLite with one writer at a time, or Postgres."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from ..domain.errors import TilsvarError


class UnknownDatabase(TilsvarError):
    """TILSVAR_DATABASE_URL is {url}; write sqlite:///path/to/file.db or postgresql+psycopg://user@host/name."""


def open_database(url: str) -> Engine:
    """An engine for that URL; the folder of an SQLite file is made. Raises UnknownDatabase."""
    try:
        parsed = make_url(url)
    except Exception as error:
        raise UnknownDatabase(url=url) from error
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(url, parsed.database)
    if parsed.drivername == "postgresql+psycopg":
        return create_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True)
    raise UnknownDatabase(url=parsed.render_as_string(hide_password=True))


@contextmanager
def for_one_statement(engine: Engine) -> Iterator[Connection]:
    """A connection for a single statement, which is a transaction by itself.

    Postgres needs no word about where it begins and ends: one round trip instead of three.
    """
    if engine.name == "postgresql":
        with engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")
    else:
        with engine.begin() as connection:
            yield connection


def _open_sqlite(url: str, database: str | None) -> Engine:
    if not database or database == ":memory:":
        raise UnknownDatabase(url=url)
    Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": 30, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        # The driver must not begin transactions of its own; `_begin` below does it.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        # Not every build wipes what is deleted; who is erased must not lie on in a freed page.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # A deferred transaction that reads and then writes fails at once in WAL whatever the
        # timeout; taking the write lock first makes it wait its turn.
        options = connection.get_execution_options()
        connection.exec_driver_sql("BEGIN" if options.get("read_only") else "BEGIN IMMEDIATE")

    return engine
