"""A lease: one holder of a role at a time among all processes, by one row in the database.

Two holders for a moment do no harm, since every tick and sweep may be repeated; the lease only
spares the work. It uses the machine's clock, whatever the domain's says.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Engine, delete, insert, update
from sqlalchemy.exc import IntegrityError

from ..store import flow
from ..store.clock import machine_now

LENGTH = timedelta(seconds=5)


@dataclass(frozen=True)
class Lease:
    """The right of `holder` to the role `name`, to be renewed well within `length`."""

    engine: Engine
    name: str
    holder: str
    length: timedelta = LENGTH

    def acquire(self) -> bool:
        """Take or renew the lease; False while another holder's has not run out."""
        now = machine_now()
        lease = flow.lease.c
        mine = update(flow.lease).where(
            lease.name == self.name, (lease.holder == self.holder) | (lease.expires_at <= now)
        )
        values = {"holder": self.holder, "expires_at": now + self.length}
        with self.engine.begin() as connection:
            if connection.execute(mine.values(**values)).rowcount:
                return True
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(flow.lease).values(name=self.name, **values))
        except IntegrityError:
            return False
        return True

    def release(self) -> None:
        """Let go, so that another need not wait for the lease to run out."""
        with self.engine.begin() as connection:
            connection.execute(
                delete(flow.lease).where(
                    flow.lease.c.name == self.name, flow.lease.c.holder == self.holder
                )
            )
