"""What stands in the flow's tables, read on its own connection."""

from typing import Any

from sqlalchemy import Table, func, select, update
from sqlalchemy.engine import Row

from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.store.unit_of_work import Office


def rows(office: Office, table: Table, *where: Any) -> list[Row[Any]]:
    with office.engine.connect().execution_options(read_only=True) as connection:
        return list(connection.execute(select(table).where(*where).order_by(table.c.id)))


def the_row(office: Office, table: Table, *where: Any) -> Row[Any]:
    found = rows(office, table, *where)
    assert len(found) == 1, found
    return found[0]


def count(office: Office, table: Table, *where: Any) -> int:
    with office.engine.connect().execution_options(read_only=True) as connection:
        return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0


def states(office: Office, table: Table) -> dict[str, int]:
    """How many rows are in which state."""
    query = select(table.c.state, func.count()).group_by(table.c.state)
    with office.engine.connect().execution_options(read_only=True) as connection:
        return dict(connection.execute(query).all())


def make_late(office: Office, table: Table) -> None:
    """The waiting times of the machine's clock are over: every next attempt is now."""
    with office.engine.begin() as connection:
        connection.execute(
            update(table)
            .where(table.c.next_attempt_at.is_not(None))
            .values(next_attempt_at=machine_now())
        )


def abandon_claims(office: Office) -> None:
    """Every claim of a mail has run out, as a minute after its process died."""
    with office.engine.begin() as connection:
        connection.execute(
            update(flow.mail)
            .where(flow.mail.c.state == "sending")
            .values(claimed_until=machine_now(), next_attempt_at=machine_now())
        )


def the_holder(office: Office) -> str | None:
    """Who has the scheduler's lease."""
    with office.engine.connect().execution_options(read_only=True) as connection:
        return connection.scalar(select(flow.lease.c.holder))
