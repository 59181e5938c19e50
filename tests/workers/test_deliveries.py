"""A delivery is done once, whatever is lost, repeated or dies on the way."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import NoReturn

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import LetterSent
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import count, make_late, rows, states, the_row
from tilsvar.workers.deliveries import MAX_ATTEMPTS, handle_delivery, try_again
from tilsvar.workers.relay import sweep

SENT = Edtf("2023-02-03")


class Died(BaseException):
    """As if the process had been killed at this point."""


@dataclass
class DeadlyClock:
    """A process that dies as soon as its work begins."""

    def now(self) -> NoReturn:
        raise Died


@pytest.fixture
def app(app: App) -> App:
    """A letter is the business of one subscriber here, so that a story follows one delivery."""
    subscribers = {**app.office.subscribers, "LetterSent": ("plan_rungs",)}
    office = replace(app.office, subscribers=subscribers)
    return replace(app, office=office, post=replace(app.post, office=office))


def send(office: Office, key: str = "L1") -> None:
    with office.work(by="SEK1") as work:
        send_letter(work, key=key, title="Brev", sent=SENT, recipients=["NFD"])
        work.commit()


def tell_of_a_letter_that_is_not_there(office: Office) -> int:
    """A fact whose subscriber must fail: what it is about does not exist."""
    with office.work(by="SEK1") as work:
        work.record(LetterSent("L9", ("NFD",), SENT))
        work.commit()
    return int(rows(office, flow.delivery)[-1].id)


def test_a_delivery_handled_twice_writes_once(office: Office) -> None:
    send(office)
    delivery = the_row(office, flow.delivery).id

    handle_delivery(office, delivery)
    planned = rows(office, flow.rung)
    handle_delivery(office, delivery)

    assert [row.rung for row in planned] == ["0d", "+10wd", "+30wd"]
    assert rows(office, flow.rung) == planned
    done = the_row(office, flow.delivery)
    assert (done.state, done.attempts, done.error) == ("done", 1, None)


def test_a_delivery_that_nobody_knows_is_nothing_to_do(office: Office) -> None:
    handle_delivery(office, 4711)

    assert count(office, flow.delivery) == 0


def test_reminders_written_once_stay_one_when_their_bell_is_heard_twice(
    app: App, bell: HandBell
) -> None:
    send(app.office)
    pass_time(app, bell, datetime(2023, 3, 3, 7, tzinfo=UTC))
    told = rows(app.office, flow.delivery)[-1].id
    with app.office.engine.begin() as connection:
        connection.execute(flow.delivery.update().values(state="pending"))

    handle_delivery(app.office, told)

    assert count(app.office, flow.reminder) == count(app.office, flow.mail) == 1
    assert states(app.office, flow.mail) == {"sent": 1}


def test_a_fault_is_stored_with_the_delivery_and_its_attempt(office: Office) -> None:
    delivery = tell_of_a_letter_that_is_not_there(office)

    handle_delivery(office, delivery)

    row = the_row(office, flow.delivery)
    assert (row.state, row.attempts) == ("pending", 1)
    assert row.error == "Unknown: There is no letter L9. Check the key."


def test_a_subscriber_that_always_fails_ends_as_failed_and_is_left_alone(
    office: Office, bell: HandBell
) -> None:
    delivery = tell_of_a_letter_that_is_not_there(office)

    for _ in range(MAX_ATTEMPTS + 3):
        handle_delivery(office, delivery)
    bell.lose()
    make_late(office, flow.delivery)
    sweep(office)

    row = the_row(office, flow.delivery)
    assert (row.state, row.attempts) == ("failed", MAX_ATTEMPTS)
    assert row.error == "Unknown: There is no letter L9. Check the key."
    assert bell.rings == []


def test_what_failed_can_be_tried_again_once_its_cause_is_gone(app: App, bell: HandBell) -> None:
    delivery = tell_of_a_letter_that_is_not_there(app.office)
    for _ in range(MAX_ATTEMPTS):
        handle_delivery(app.office, delivery)
    send(app.office, key="L9")

    try_again(app.office, delivery)
    sweep(app.office)
    answer(app, bell)

    assert states(app.office, flow.delivery) == {"done": 2}
    assert count(app.office, flow.rung, flow.rung.c.key == "L9/NFD") == 3


def test_one_that_fails_does_not_stop_the_others(app: App, bell: HandBell) -> None:
    tell_of_a_letter_that_is_not_there(app.office)
    send(app.office)

    answer(app, bell)

    assert states(app.office, flow.delivery) == {"pending": 1, "done": 1}


def test_a_process_that_dies_with_its_work_leaves_nothing_half_done(office: Office) -> None:
    send(office)
    delivery = the_row(office, flow.delivery).id

    with pytest.raises(Died):
        handle_delivery(replace(office, clock=DeadlyClock()), delivery)

    assert count(office, flow.rung) == 0
    row = the_row(office, flow.delivery)
    assert (row.state, row.attempts) == ("pending", 1)

    handle_delivery(office, delivery)
    assert states(office, flow.delivery) == {"done": 1}
    assert count(office, flow.rung) == 3


def test_work_that_kills_every_process_that_takes_it_ends_as_failed(office: Office) -> None:
    send(office)
    delivery = the_row(office, flow.delivery).id
    for _ in range(MAX_ATTEMPTS):
        with pytest.raises(Died):
            handle_delivery(replace(office, clock=DeadlyClock()), delivery)

    handle_delivery(replace(office, clock=DeadlyClock()), delivery)

    row = the_row(office, flow.delivery)
    assert (row.state, row.error) == ("failed", "the worker died with it each time")


def test_attempts_lie_further_and_further_apart(office: Office) -> None:
    delivery = tell_of_a_letter_that_is_not_there(office)
    waits = []
    for _ in range(3):
        before = the_row(office, flow.delivery).next_attempt_at
        handle_delivery(office, delivery)
        waits.append(the_row(office, flow.delivery).next_attempt_at - before)

    assert waits == sorted(waits)
    assert waits[0] < waits[1] < waits[2]


def test_a_fact_known_on_the_day_of_a_rung_still_rings_that_day(office: Office) -> None:
    """Registered at noon on the due date: the rung of this morning is not yet too late."""
    with office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Brev", sent=Edtf("2023-01-03"), recipients=["NFD"])
        work.commit()

    handle_delivery(office, the_row(office, flow.delivery).id)

    found = {row.rung: (row.day, row.state) for row in rows(office, flow.rung)}
    assert found["0d"] == (date(2023, 2, 3), "waiting")
