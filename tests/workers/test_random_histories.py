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
        app = with_bell(bootstrap(own, clock=FixedClock(MORNING)), bell, suggests=True)
        try:
            settle_in(app.office)
            yield Life(app, bell, start, outages)
        finally:
            app.close()
            databases.drop(url)


def reminders(lived: Life) -> list[Row[Any]]:
    return rows(lived.app.office, flow.reminder)


def told(lived: Life) -> Told:
    """News is the same whatever version of the date stands when it is told."""
    return {
        (row.key, 0 if is_news(row) else row.version, row.rung, row.recipient)
        for row in reminders(lived)
    }


def each_rung_of_each_version_at_most_once(lived: Life) -> None:
    counted = Counter((r.key, r.version, r.rung, r.recipient) for r in reminders(lived))
    assert all(times == 1 for times in counted.values())
    mails = rows(lived.app.office, flow.mail)
    assert {mail.state for mail in mails} <= {"sent", "withdrawn"}


def nothing_for_what_was_closed(lived: Life) -> None:
    sent = {row.id: row.at for row in rows(lived.app.office, flow.mail) if row.state == "sent"}
    for row in reminders(lived):
        if row.mail_id in sent and not is_news(row):
            assert lived.open_at(sent[row.mail_id]).get(row.key) == row.version


def is_news(row: Row[Any]) -> bool:
    """An answer, or a suggestion, that has come is told of though nothing is open any more."""
    return bool(row.rung.startswith(("answer ", "reply ", "suggested")))


def each_thing_once_in_a_digest(lived: Life) -> None:
    things = Counter(
        (row.mail_id, row.key) for row in reminders(lived) if row.mail_id and not is_news(row)
    )
    assert all(times == 1 for times in things.values())
    digests = rows(lived.app.office, flow.mail, flow.mail.c.kind == "Digest")
    a_day = Counter((row.person, row.rung) for row in digests)
    assert all(times == 1 for times in a_day.values())


def one_reminder_of_an_object_at_a_time(lived: Life) -> None:
    at_once = Counter(
        (row.key, row.recipient, row.at) for row in reminders(lived) if not is_news(row)
    )
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
    digests = rows(lived.app.office, flow.digest, flow.digest.c.day <= lived.today)
    assert {row.state for row in digests} <= {"written", "joined"}
    for row in reminders(lived):
        if row.mail_id is None and row.digest_id is not None:
            assert left_out_rightly(lived, row), row


def left_out_rightly(lived: Life, row: Row[Any]) -> bool:
    """Settled, put off, or told again until the digest went; news is left out if taken back."""
    if is_news(row) or not open_ever_since(lived, row):
        return True
    later = [
        each
        for each in reminders(lived)
        if (each.key, each.recipient) == (row.key, row.recipient) and each.at > row.at
    ]
    return bool(later) or bool(rows(lived.app.office, flow.snooze, flow.snooze.c.key == row.key))


def open_ever_since(lived: Life, row: Row[Any]) -> bool:
    return all(versions.get(row.key) == row.version for at, versions in lived.seen if at >= row.at)


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
        each_thing_once_in_a_digest(lived)
        nothing_left_behind(lived)
        after_outages = told(lived)
    with life(sqlite, start, outages=False) as whole:
        whole.live(steps)
        uninterrupted = told(whole)

    # An outage may swallow what a later rung replaced, and adds nothing. Only a deadline that was
    # set in it may climb a ladder that was edited in it, and then its rungs of the days between.
    added = {key for key, *_ in after_outages - uninterrupted}
    assert not added or (lived.edited_in_the_dark and all(key.startswith("D") for key in added))


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, start=st.sampled_from(STARTS))
def test_the_two_databases_tell_the_same(
    sqlite: Databases, postgres: Databases, steps: list[Step], start: date
) -> None:
    with life(sqlite, start, outages=True) as small, life(postgres, start, outages=True) as grown:
        small.live(steps)
        grown.live(steps)

        assert told(small) == told(grown)
