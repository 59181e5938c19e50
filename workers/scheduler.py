"""The one scheduler: ticks every minute, sweeps every second, in exactly one process at a time.

APScheduler keeps nothing: what is due stands in the database, so that downtime costs delay and
never a reminder. Both jobs only find and enqueue. Where there is an inbox, it is looked into every
minute too.
"""

import uuid
from collections.abc import Callable

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy.exc import SQLAlchemyError

from ..intake.inbox.port import InboxError
from ..store.unit_of_work import Office
from .freezing import look_for_quarter
from .lease import Lease
from .relay import sweep
from .reporting import look_for_reports
from .ticking import tick

TICK = 60  # seconds
SWEEP = 1  # seconds
log = structlog.get_logger()


class Scheduler:
    """Runs in this process whenever it holds the lease."""

    def __init__(self, office: Office, look_into_inbox: Callable[[], object] | None = None) -> None:
        self.office, self._look_into_inbox = office, look_into_inbox
        self.lease = Lease(office.engine, "scheduler", str(uuid.uuid4()))
        self._leads = False
        self._jobs = BackgroundScheduler(
            timezone="UTC",
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def start(self) -> None:
        self._jobs.add_job(self._sweep, "interval", seconds=SWEEP)
        self._jobs.add_job(self._tick, "interval", seconds=TICK)
        if self._look_into_inbox is not None:
            self._jobs.add_job(self._poll, "interval", seconds=TICK)
        self._jobs.start()

    def stop(self) -> None:
        self._jobs.shutdown(wait=True)
        self.lease.release()

    def _sweep(self) -> None:
        """Renew the lease and sweep; whoever has just become the leader looks at the clock too."""
        try:
            led, self._leads = self._leads, self.lease.acquire()
            if self._leads:
                sweep(self.office)
                if not led:
                    tick(self.office)
        except (SQLAlchemyError, OSError) as trouble:
            self._leads = False
            log.warning("the sweep must wait", trouble=str(trouble))

    def _tick(self) -> None:
        if not self._leads:
            return
        try:
            tick(self.office)
            look_for_quarter(self.office)
            look_for_reports(self.office)
        except (SQLAlchemyError, OSError) as trouble:
            log.warning("the tick must wait", trouble=str(trouble))

    def _poll(self) -> None:
        if not self._leads or self._look_into_inbox is None:
            return
        try:
            self._look_into_inbox()
        except (InboxError, SQLAlchemyError, OSError) as trouble:
            log.warning("the inbox must wait", trouble=str(trouble))
