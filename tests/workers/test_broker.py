"""The real brokers: dramatiq in this process, and on a real Redis that may be killed."""

from collections.abc import Iterator
from contextlib import contextmanager

import dramatiq
import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import set_deadline
from tilsvar.domain.dates import Edtf
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import MakeApp, settle_in
from tilsvar.tests.servers.ports import until
from tilsvar.tests.servers.redis_server import RedisServer
from tilsvar.tests.servers.rows import make_late, states
from tilsvar.workers.broker import start_worker
from tilsvar.workers.relay import sweep
from tilsvar.workers.ticking import tick


@contextmanager
def working(app: App, threads: int = 2) -> Iterator[dramatiq.Worker]:
    assert app.broker is not None
    worker = start_worker(app.broker, threads)
    try:
        yield worker
    finally:
        worker.stop()


def set_deadlines(office: Office, number: int, due: str = "2023-02-03") -> None:
    """One fact a transaction, each with a rung that is due today."""
    for n in range(number):
        with office.work(by="SEK1") as work:
            set_deadline(work, key=f"D{n}", title=f"Frist {n}", due=Edtf(due))
            work.commit()


def all_mailed(office: Office, facts: int) -> bool:
    """Each fact was planned, rang at once, and went to the secretariat and the member."""
    return states(office, flow.delivery) == {"done": 2 * facts} and states(office, flow.mail) == {
        "sent": 2 * facts
    }


@pytest.fixture
def redis(redis_server: RedisServer) -> Iterator[RedisServer]:
    """The run's Redis, empty, and running again afterwards."""
    redis_server.empty()
    yield redis_server
    if not redis_server.running:
        redis_server.start()


def test_from_fact_to_mail_in_one_process(make_app: MakeApp, database_url: str) -> None:
    """Deadlines of today become known at noon: reminders to the secretariat and the member."""
    app = make_app(database_url, works_here=True)
    settle_in(app.office)

    with working(app):
        set_deadlines(app.office, 5)
        until(lambda: all_mailed(app.office, 5), "ten mails")


def test_from_fact_to_mail_over_redis(
    make_app: MakeApp, database_url: str, redis: RedisServer
) -> None:
    """The process that records has no workers; another one does the work."""
    web = make_app(database_url, redis_url=redis.url)
    worker = make_app(database_url, redis_url=redis.url, works_here=True)
    settle_in(web.office)

    with working(worker, threads=4):
        set_deadlines(web.office, 5)
        until(lambda: all_mailed(web.office, 5), "ten mails")


def test_a_fact_is_recorded_although_redis_is_down(
    make_app: MakeApp, database_url: str, redis: RedisServer
) -> None:
    web = make_app(database_url, redis_url=redis.url)
    settle_in(web.office)
    redis.kill()

    set_deadlines(web.office, 3)

    assert states(web.office, flow.delivery) == {"pending": 3}
    make_late(web.office, flow.delivery)
    assert sweep(web.office) == 3  # it rings in vain, and what it rang for stays pending
    assert states(web.office, flow.delivery) == {"pending": 3}


def test_what_a_redis_without_memory_forgot_is_done_all_the_same(
    make_app: MakeApp, database_url: str, redis: RedisServer
) -> None:
    """All messages are gone before a worker comes; the rows in the database are not."""
    web = make_app(database_url, redis_url=redis.url)
    settle_in(web.office)
    set_deadlines(web.office, 20)
    redis.empty()

    worker = make_app(database_url, redis_url=redis.url, works_here=True)
    with working(worker):
        make_late(web.office, flow.delivery)
        assert sweep(web.office) == 20
        until(lambda: all_mailed(web.office, 20), "forty mails")


def test_a_redis_that_is_killed_in_the_middle_loses_nothing(
    make_app: MakeApp, database_url: str, redis: RedisServer
) -> None:
    web = make_app(database_url, redis_url=redis.url)
    worker = make_app(database_url, redis_url=redis.url, works_here=True)
    settle_in(web.office)

    with working(worker):
        set_deadlines(web.office, 10)
        redis.kill()
        with web.office.work(by="SEK1") as work:
            set_deadline(work, key="LATE", title="Frist", due=Edtf("2023-02-03"))
            work.commit()
        redis.start()

        def swept_and_done() -> bool:
            make_late(web.office, flow.delivery)
            make_late(web.office, flow.mail)
            sweep(web.office)
            tick(web.office)
            return all_mailed(web.office, 11)

        until(swept_and_done, "all twenty-two mails", within=60)
