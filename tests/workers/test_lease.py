"""One scheduler at a time: whoever has the lease, until it lets go or dies."""

import threading
from datetime import timedelta

from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.rows import the_holder
from tilsvar.workers.lease import Lease

RUN_OUT = timedelta(seconds=-1)


def lease(office: Office, holder: str, length: timedelta = timedelta(minutes=1)) -> Lease:
    return Lease(office.engine, "scheduler", holder, length)


def test_the_first_to_come_has_it_and_the_second_waits(office: Office) -> None:
    assert lease(office, "one").acquire()
    assert not lease(office, "two").acquire()
    assert the_holder(office) == "one"


def test_the_holder_renews_its_own(office: Office) -> None:
    assert lease(office, "one").acquire()
    assert lease(office, "one").acquire()


def test_a_holder_that_has_died_is_followed_by_another(office: Office) -> None:
    assert lease(office, "dead", RUN_OUT).acquire()

    assert lease(office, "two").acquire()
    assert not lease(office, "dead").acquire()


def test_letting_go_makes_way_at_once(office: Office) -> None:
    lease(office, "one").acquire()

    lease(office, "one").release()

    assert lease(office, "two").acquire()


def test_nobody_can_let_go_of_another_ones_lease(office: Office) -> None:
    lease(office, "one").acquire()

    lease(office, "two").release()

    assert the_holder(office) == "one"


def test_of_many_that_ask_at_once_exactly_one_gets_it(office: Office) -> None:
    together, got = threading.Barrier(6), []

    def ask(name: str) -> None:
        mine = lease(office, name)
        together.wait(10)
        if mine.acquire():
            got.append(name)

    for _ in range(3):
        threads = [threading.Thread(target=ask, args=(str(n),)) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert len(got) == 1
        assert the_holder(office) == got.pop()
        with office.engine.begin() as connection:
            connection.execute(flow.lease.delete())


def test_of_many_that_wait_for_a_dead_holder_exactly_one_follows(office: Office) -> None:
    lease(office, "dead", RUN_OUT).acquire()
    together, got = threading.Barrier(6), []

    def ask(name: str) -> None:
        mine = lease(office, name)
        together.wait(10)
        if mine.acquire():
            got.append(name)

    threads = [threading.Thread(target=ask, args=(str(n),)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert len(got) == 1
