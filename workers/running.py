"""The long-running parts of the system: workers and the scheduler, together or each alone."""

import signal
import threading
from dataclasses import dataclass, field

import dramatiq

from ..bootstrap import App, bootstrap
from ..settings import Settings
from ..store.migrate import migrate
from .broker import start_worker
from .scheduler import Scheduler

THREADS_HERE = 2
"""In one process on SQLite there is one writer at a time; more threads would only wait."""


@dataclass
class Background:
    """A worker and a scheduler beside the web in one process."""

    app: App
    worker: dramatiq.Worker | None = field(default=None, init=False)
    scheduler: Scheduler | None = field(default=None, init=False)

    def start(self) -> None:
        if self.app.broker is None:
            raise RuntimeError("this process was wired without a broker")
        self.worker = start_worker(self.app.broker, THREADS_HERE)
        self.scheduler = scheduler_of(self.app)
        self.scheduler.start()

    def stop(self) -> None:
        """Stop in the order of the flow, so that nothing new is rung for while workers end."""
        if self.scheduler is not None:
            self.scheduler.stop()
        if self.worker is not None:
            self.worker.stop()

    @property
    def alive(self) -> bool:
        """Whether the worker's threads still run."""
        return self.worker is not None and all(thread.is_alive() for thread in self.worker.workers)


def scheduler_of(app: App) -> Scheduler:
    """The scheduler of this system, which looks into the inbox where there is one."""
    return Scheduler(app.office, app.poll_inbox if app.settings.inbox_url else None)


def work(settings: Settings, threads: int = 8) -> None:
    """Work until told to stop. On Redis any number of these may run."""
    app = bootstrap(settings, works_here=True)
    migrate(app.office.engine)
    if app.broker is None:
        raise RuntimeError("a worker needs a broker")
    worker = start_worker(app.broker, threads)
    scheduler = None
    if settings.redis_url is None:
        # Without Redis nobody else can ring for this process; it sweeps for itself.
        scheduler = scheduler_of(app)
        scheduler.start()
    _until_stopped()
    if scheduler is not None:
        scheduler.stop()
    worker.stop()
    app.close()


def schedule(settings: Settings) -> None:
    """Tick and sweep until told to stop; a second scheduler waits for the first one's lease."""
    app = bootstrap(settings)
    migrate(app.office.engine)
    scheduler = scheduler_of(app)
    scheduler.start()
    _until_stopped()
    scheduler.stop()
    app.close()


def _until_stopped() -> None:
    stopped = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: stopped.set())
    while not stopped.wait(timeout=1):
        pass
