"""A ring that fails: counted, put off further each time, left to a person, tried again."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select, text, update

from tilsvar.bootstrap import App
from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind, Kind
from tilsvar.reports.failures import Task, failed_tasks, failures
from tilsvar.store import flow, tables
from tilsvar.store.clock import FixedClock
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import rows, the_row
from tilsvar.workers.deliveries import MAX_ATTEMPTS
from tilsvar.workers.rung_attempts import DIED, ring_counted
from tilsvar.workers.ticking import tick
from tilsvar.workers.trying_again import NothingLikeThatFailed, try_failed_again

DAY = datetime(2023, 3, 10, 6, 30, tzinfo=UTC)
THAT_DAY = flow.rung.c.rung == "0d"


class Died(BaseException):
    """As if the process had been killed at this point."""


def watch(app: App, bell: HandBell) -> None:
    """A deadline of 10 March, of which the clock tells on the day alone."""
    with app.office.work(by="SEK1") as work:
        due, kind = Edtf("2023-03-10"), DeadlineKind.EXTERNAL_PUBLICATION
        set_deadline(work, key="D1", title="Rapport", due=due, kind=kind)
        work.commit()
    answer(app, bell)
    with app.office.engine.begin() as connection:
        connection.execute(delete(flow.rung).where(~THAT_DAY))


def lose(office: Office) -> None:
    """The deadline is gone from its table, so that whoever rings for it must fail."""
    with office.engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept AS SELECT * FROM deadline"))
        connection.execute(delete(tables.deadline))


def find(office: Office) -> None:
    with office.engine.begin() as connection:
        connection.execute(text("INSERT INTO deadline SELECT * FROM kept"))
        connection.execute(text("DROP TABLE kept"))


def set_clock(office: Office, to: datetime) -> None:
    assert isinstance(office.clock, FixedClock)
    office.clock.set(to)


def wear_out(app: App, bell: HandBell) -> list[timedelta]:
    """Ring until nobody rings any more; how long the clock waited each time."""
    waits: list[timedelta] = []
    while (row := the_row(app.office, flow.rung, THAT_DAY)).state == "waiting":
        if row.attempts:
            waits.append(row.due_at - app.office.clock.now())
        pass_time(app, bell, row.due_at)
    return waits


def told(office: Office) -> list[str]:
    return [row.rung for row in rows(office, flow.reminder)]


def test_a_ring_that_fails_once_is_rung_again_a_little_later(app: App, bell: HandBell) -> None:
    watch(app, bell)
    lose(app.office)

    pass_time(app, bell, DAY)

    row = the_row(app.office, flow.rung, THAT_DAY)
    assert (row.state, row.attempts, row.due_at) == ("waiting", 1, DAY + timedelta(seconds=10))
    assert row.error.startswith("Unknown: There is no deadline D1.")
    set_clock(app.office, DAY + timedelta(seconds=9))
    assert tick(app.office) == 0
    find(app.office)
    pass_time(app, bell, DAY + timedelta(seconds=10))
    assert told(app.office) == ["0d"]


def test_a_ring_that_always_fails_ends_as_failed_and_is_left_alone(
    app: App, bell: HandBell
) -> None:
    watch(app, bell)
    lose(app.office)

    waits = wear_out(app, bell)

    assert [wait.total_seconds() for wait in waits] == [10, 20, 40, 80, 160, 320, 640]
    row = the_row(app.office, flow.rung, THAT_DAY)
    assert (row.state, row.attempts) == ("failed", MAX_ATTEMPTS)
    set_clock(app.office, DAY + timedelta(days=30))
    assert tick(app.office) == 0
    with app.office.reading() as work:
        [failure] = failures(work)
        assert failed_tasks(work.session.connection()) == 1
    assert (failure.task, failure.kind, failure.about, failure.what) == (
        Task.RUNG,
        Kind.DEADLINE,
        "D1",
        "0d",
    )


def test_what_failed_is_told_once_a_person_has_it_tried_again(app: App, bell: HandBell) -> None:
    watch(app, bell)
    lose(app.office)
    wear_out(app, bell)
    find(app.office)
    row = the_row(app.office, flow.rung, THAT_DAY)

    try_failed_again(app.office, f"rung:{row.id}")
    pass_time(app, bell, app.office.clock.now())

    assert told(app.office) == ["0d"]
    assert the_row(app.office, flow.rung, THAT_DAY).state == "fired"
    with pytest.raises(NothingLikeThatFailed, match="failure list"):
        try_failed_again(app.office, f"rung:{row.id}")


def test_a_ring_that_kills_every_process_that_takes_it_ends_as_failed(
    app: App, bell: HandBell
) -> None:
    watch(app, bell)
    set_clock(app.office, DAY)

    class DeadlyOffice:
        engine, clock = app.office.engine, app.office.clock

        def work(self, by: str) -> None:
            raise Died(by)

    for _ in range(MAX_ATTEMPTS):
        with pytest.raises(Died):
            ring_counted(DeadlyOffice(), Kind.DEADLINE, "D1")  # type: ignore[arg-type]  # it dies of it
    tick(app.office)
    answer(app, bell)

    row = the_row(app.office, flow.rung, THAT_DAY)
    assert (row.state, row.error) == ("failed", DIED)
    assert told(app.office) == []


def test_a_failed_rung_gives_way_to_a_later_one_that_went_out_meanwhile(
    app: App, bell: HandBell
) -> None:
    with app.office.work(by="SEK1") as work:
        day = Edtf("2023-03-10")
        publish_consultation(work, key="C1", title="Høring", publisher="HOD", deadline=day)
        work.commit()
    answer(app, bell)
    with app.office.engine.begin() as connection:
        first = flow.rung.c.rung == "-21d"
        connection.execute(update(flow.rung).where(first).values(state="failed", error="x"))
        broken = connection.scalar(select(flow.rung.c.id).where(first))
    pass_time(app, bell, datetime(2023, 2, 24, 6, 30, tzinfo=UTC))
    assert told(app.office) == ["-14d"]

    try_failed_again(app.office, f"rung:{broken}")
    pass_time(app, bell, app.office.clock.now())

    assert told(app.office) == ["-14d"]
    assert the_row(app.office, flow.rung, first).state == "superseded"
    with app.office.reading() as work:
        assert failures(work) == []


def test_failed_deliveries_and_mails_are_told_and_tried_again_in_the_same_way(
    app: App, bell: HandBell
) -> None:
    watch(app, bell)
    pass_time(app, bell, DAY)
    with app.office.engine.begin() as connection:
        values = {"state": "failed", "error": "x"}
        connection.execute(update(flow.delivery).values(**values))
        connection.execute(update(flow.mail).values(next_attempt_at=None, **values))
    with app.office.reading() as work:
        found = failures(work)
    assert {each.task for each in found} == {Task.DELIVERY, Task.MAIL}
    assert {each.about for each in found if each.task is Task.DELIVERY} == {"D1"}

    for each in found:
        try_failed_again(app.office, each.key)

    with app.office.reading() as work:
        assert failures(work) == []
    pending = rows(app.office, flow.delivery, flow.delivery.c.state == "pending")
    assert len(pending) == len([each for each in found if each.task is Task.DELIVERY])
