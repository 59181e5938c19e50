"""The relay finds what the doorbell lost, and two relays do not get in each other's way."""

import threading

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import set_deadline
from tilsvar.domain.dates import Edtf
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, MakeApp, answer, settle_in, with_bell
from tilsvar.tests.servers.rows import count, make_late, rows, states
from tilsvar.workers.relay import BATCH, sweep


def set_deadlines(office: Office, number: int) -> None:
    with office.work(by="SEK1") as work:
        for n in range(number):
            set_deadline(work, key=f"D{n}", title="Frist", due=Edtf("2023-06-15"))
        work.commit()


def test_what_the_bell_lost_is_found_and_done(app: App, bell: HandBell) -> None:
    set_deadlines(app.office, 3)
    bell.lose()
    make_late(app.office, flow.delivery)

    assert sweep(app.office) == 3
    answer(app, bell)

    assert states(app.office, flow.delivery) == {"done": 3}
    assert count(app.office, flow.rung) == 9


def test_the_bell_gets_a_moment_before_the_relay_looks(office: Office) -> None:
    set_deadlines(office, 1)

    assert sweep(office) == 0


def test_what_was_swept_is_left_alone_for_a_while(office: Office) -> None:
    set_deadlines(office, 1)
    make_late(office, flow.delivery)

    assert (sweep(office), sweep(office)) == (1, 0)


def test_more_than_one_batch_is_swept_in_one_go(app: App, bell: HandBell) -> None:
    set_deadlines(app.office, 2 * BATCH + 1)
    bell.lose()
    make_late(app.office, flow.delivery)

    assert sweep(app.office) == 2 * BATCH + 1
    assert len(set(bell.of("handle"))) == 2 * BATCH + 1


def test_a_process_without_workers_records_and_another_one_does_the_rest(
    make_app: MakeApp, database_url: str, bell: HandBell
) -> None:
    """The command line writes beside the serving process; nobody tells that one but the relay."""
    command_line, serving = make_app(database_url), with_bell(make_app(database_url), bell)
    settle_in(command_line.office)

    set_deadlines(command_line.office, 2)
    assert bell.rings == []
    make_late(serving.office, flow.delivery)
    sweep(serving.office)
    answer(serving, bell)

    assert states(command_line.office, flow.delivery) == {"done": 2}


def test_rows_that_another_relay_holds_are_passed_over(on_postgres: App, bell: HandBell) -> None:
    office = on_postgres.office
    set_deadlines(office, 5)
    bell.lose()
    make_late(office, flow.delivery)
    ids = [row.id for row in rows(office, flow.delivery)]

    with office.engine.begin() as other:
        other.execute(
            flow.delivery.select().where(flow.delivery.c.id.in_(ids[:2])).with_for_update()
        )
        assert sweep(office) == 3

    assert sorted(map(int, bell.of("handle"))) == ids[2:]


def test_two_relays_share_the_work_and_ring_for_nothing_twice(
    make_app: MakeApp, database_url: str
) -> None:
    first_bell, second_bell = HandBell(), HandBell()
    first = with_bell(make_app(database_url), first_bell)
    second = with_bell(make_app(database_url), second_bell)
    settle_in(first.office)
    set_deadlines(first.office, 5 * BATCH)
    first_bell.lose()
    make_late(first.office, flow.delivery)

    threads = [threading.Thread(target=sweep, args=(each.office,)) for each in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    rung_for = first_bell.of("handle") + second_bell.of("handle")
    assert len(rung_for) == len(set(rung_for))
    make_late(first.office, flow.delivery)
    sweep(first.office)
    assert set(first_bell.of("handle") + second_bell.of("handle")) == {
        str(row.id) for row in rows(first.office, flow.delivery)
    }
