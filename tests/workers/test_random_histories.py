"""Whatever happens in whatever order: nothing lost, nothing twice, nothing needless."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Row

from tilsvar.bootstrap import bootstrap
from tilsvar.settings import Settings
from tilsvar.store import flow
from tilsvar.store.clock import FixedClock
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MORNING, HandBell, settle_in, with_bell
from tilsvar.tests.servers.rows import rows
from tilsvar.tests.workers.lived import STARTS, STEPS, Life, Step

Told = set[tuple[str, int, str, str]]


@contextmanager
def life(databases: Databases, start: date, *, outages: bool) -> Iterator[Life]:
    """A fresh system of its own, with the stories' council in it."""
    with TemporaryDirectory() as folder:
        url, bell = databases.migrated(Path(folder)), HandBell()
        own = Settings(database_url=url, mail_url=f"file:{folder}/outbox")
        app = with_bell(bootstrap(own, clock=FixedClock(MORNING)), bell)
        try:
            settle_in(app.office)
            yield Life(app, bell, start, outages)
        finally:
            app.close()
            databases.drop(url)


def reminders(lived: Life) -> list[Row[Any]]:
    return rows(lived.app.office, flow.reminder)


def told(lived: Life) -> Told:
    return {(row.key, row.version, row.rung, row.recipient) for row in reminders(lived)}


def each_rung_of_each_version_at_most_once(lived: Life) -> None:
    counted = Counter((r.key, r.version, r.rung, r.recipient) for r in reminders(lived))
    assert all(times == 1 for times in counted.values())
    mails = rows(lived.app.office, flow.mail)
    assert {mail.state for mail in mails} <= {"sent", "withdrawn"}


def nothing_for_what_was_closed(lived: Life) -> None:
    for mail in rows(lived.app.office, flow.mail, flow.mail.c.state == "sent"):
        open_then = lived.open_at(mail.at)
        assert all(open_then.get(key) == version for key, version in mail.about.items())


def one_reminder_of_an_object_at_a_time(lived: Life) -> None:
    at_once = Counter((row.key, row.recipient, row.at) for row in reminders(lived))
    assert all(times == 1 for times in at_once.values())


def test_a_lively_history_is_told_of_and_an_outage_swallows_some(sqlite: Databases) -> None:
    steps = [
        ("deadline", 0, 20),
        ("letter", 1, 20),
        ("pass", 0, 5),
        ("dark", 0, 0),
        ("pass", 0, 12),
        ("interim", 1, 10),
        ("light", 0, 0),
    ]
    with life(sqlite, STARTS[0], outages=False) as whole:
        whole.live(steps)
        uninterrupted = told(whole)
    with life(sqlite, STARTS[0], outages=True) as lived:
        lived.live(steps)
        after_outage = told(lived)

    assert after_outage < uninterrupted
    # What HOD promised meanwhile replaced the date; KD and the deadline were told of late.
    swallowed = {(key, rung) for key, _, rung, _ in uninterrupted - after_outage}
    assert swallowed == {("L1/HOD", "0d")}


def nothing_left_behind(lived: Life) -> None:
    """Every rung whose day has come is settled, and every delivery done."""
    open_now = lived.open_at(lived.app.office.clock.now())
    for row in rows(lived.app.office, flow.rung):
        if row.version == open_now.get(row.key) and row.day <= lived.today:
            assert row.state != "waiting", row
    deliveries = rows(lived.app.office, flow.delivery)
    assert {row.state for row in deliveries} <= {"done"}


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS, start=st.sampled_from(STARTS))
def test_through_any_history_with_outages_and_double_runs(
    sqlite: Databases, steps: list[Step], start: date
) -> None:
    with life(sqlite, start, outages=True) as lived:
        lived.live(steps)

        each_rung_of_each_version_at_most_once(lived)
        nothing_for_what_was_closed(lived)
        one_reminder_of_an_object_at_a_time(lived)
        nothing_left_behind(lived)
        after_outages = told(lived)
    with life(sqlite, start, outages=False) as whole:
        whole.live(steps)
        uninterrupted = told(whole)

    # An outage may swallow what a later rung replaced; it never adds anything.
    assert after_outages <= uninterrupted


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, start=st.sampled_from(STARTS))
def test_the_two_databases_tell_the_same(
    sqlite: Databases, postgres: Databases, steps: list[Step], start: date
) -> None:
    with life(sqlite, start, outages=True) as small, life(postgres, start, outages=True) as grown:
        small.live(steps)
        grown.live(steps)

        assert told(small) == told(grown)
