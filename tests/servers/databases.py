"""A fresh, migrated database for a test: a copy of one that was migrated once."""

import shutil
from pathlib import Path
from typing import Protocol

from tilsvar.store.engine import open_database
from tilsvar.store.migrate import migrate
from tilsvar.tests.servers.postgres_server import PostgresServer


class Databases(Protocol):
    """Hands out databases of one sort."""

    def migrated(self, folder: Path) -> str:
        """The URL of a new database with the newest schema."""
        ...

    def empty(self, folder: Path) -> str:
        """The URL of a new database without a schema."""
        ...

    def drop(self, url: str) -> None: ...


class SqliteDatabases:
    def __init__(self, folder: Path) -> None:
        self._model = folder / "model.db"
        _migrate(f"sqlite:///{self._model}")

    def migrated(self, folder: Path) -> str:
        shutil.copy(self._model, folder / "tilsvar.db")
        return self.empty(folder)

    def empty(self, folder: Path) -> str:
        return f"sqlite:///{folder / 'tilsvar.db'}"

    def drop(self, url: str) -> None:
        """The folder goes with the test."""


class PostgresDatabases:
    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._model = server.new_database()
        _migrate(server.url(self._model))

    def migrated(self, folder: Path) -> str:  # noqa: ARG002 - only a file needs a folder
        return self._server.url(self._server.new_database(self._model))

    def empty(self, folder: Path) -> str:  # noqa: ARG002 - only a file needs a folder
        return self._server.url(self._server.new_database())

    def drop(self, url: str) -> None:
        self._server.drop_database(url.rpartition("/")[2])


def _migrate(url: str) -> None:
    engine = open_database(url)
    migrate(engine)
    engine.dispose()
