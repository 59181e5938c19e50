"""The broker: dramatiq in this process by default, Redis when the system has grown.

Its messages carry keys only. `max_retries=0` and no delays: attempts and back-off are in the
database, where a lost message cannot take them along (docs/decisions/0001).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import dramatiq
import structlog
from dramatiq.brokers.redis import RedisBroker
from dramatiq.brokers.stub import StubBroker
from dramatiq.errors import DramatiqError
from dramatiq.middleware import Callbacks, ShutdownNotifications, TimeLimit
from redis import RedisError

QUEUE = "tilsvar"
WORKER_TIMEOUT = 100  # milliseconds
TIME_LIMIT = 10 * 60 * 1000  # milliseconds
PREFETCH = 200
"""Messages that a worker fetches at a time: Redis is slow where each is asked for by itself."""

log = structlog.get_logger()

Handlers = dict[str, Callable[[str], None]]


def open_broker(redis_url: str | None, namespace: str = "tilsvar") -> dramatiq.Broker:
    """A broker in this process, or one on Redis that takes over quickly from a dead worker."""
    middleware: list[Any] = [TimeLimit(time_limit=TIME_LIMIT), ShutdownNotifications(), Callbacks()]
    if redis_url is None:
        return StubBroker(middleware=middleware)
    return RedisBroker(  # type: ignore[no-untyped-call]  # dramatiq leaves it untyped
        url=redis_url,
        middleware=middleware,
        namespace=namespace,
        heartbeat_timeout=15_000,
        maintenance_chance=1_000_000,
    )


@dataclass
class DramatiqDoorbell:
    """Rings by enqueuing one message a key.

    What was recorded is recorded: a Redis that is down must not make a command look as if it had
    failed. The relay and the next tick ring again.
    """

    broker: dramatiq.Broker

    def ring(self, actor: str, keys: list[str]) -> None:
        try:
            for key in keys:
                self.broker.enqueue(
                    dramatiq.Message(
                        queue_name=QUEUE, actor_name=actor, args=(key,), kwargs={}, options={}
                    )
                )
        except (RedisError, DramatiqError) as trouble:
            log.warning("nobody heard the bell", actor=actor, trouble=str(trouble))


def declare_actors(broker: dramatiq.Broker, handlers: Handlers) -> None:
    """One actor a name; each takes one key and must be safe to repeat."""
    for name, handler in handlers.items():
        dramatiq.actor(actor_name=name, queue_name=QUEUE, broker=broker)(handler)


def start_worker(broker: dramatiq.Broker, threads: int) -> dramatiq.Worker:
    """Workers in this process; without `process_boot` their time limits would never fire."""
    broker.emit_after("process_boot")
    worker = dramatiq.Worker(broker, worker_threads=threads, worker_timeout=WORKER_TIMEOUT)
    worker.queue_prefetch = PREFETCH
    worker.start()
    return worker
