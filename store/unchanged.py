"""Whether the data still are what they were: what was counted then need not be counted again."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import text
from sqlalchemy.orm import Session

T = TypeVar("T")

_OF_POSTGRES = text("SELECT CAST(pg_current_snapshot() AS text)")


def state_of_the_data(session: Session) -> Hashable:
    """What is the same again only as long as no process has committed anything.

    SQLite tells it connection by connection, so it is compared only with what the same connection
    was told (`Connection.info` lives as long as that). What that connection itself has written it
    leaves out; that is counted beside it.
    """
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        return str(connection.scalar(_OF_POSTGRES))
    driver: Any = connection.connection.dbapi_connection
    others = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    return others, driver.total_changes


def while_unchanged(
    session: Session, what: Hashable, read: Callable[[], T], also: Hashable = None
) -> T:
    """What `read` gives, read anew only when anything was committed since, or `also` is another.

    For what is small and is never changed in place: it is kept with the connection that read it.
    """
    kept, stands = session.connection().info, (state_of_the_data(session), also)
    if what not in kept or kept[what][0] != stands:
        kept[what] = stands, read()
    known: T = kept[what][1]
    return known
