"""What must hold when everything is quiet again, whatever was killed on the way."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

from sqlalchemy import select

from tilsvar.domain.communications import Activity, ActivityStatus
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.endurance.facts import Fact, Reminder
from tilsvar.tests.servers.rows import count, rows, states
from tilsvar.workers.digests import DIGEST

NEXT_DIGEST = date(2023, 2, 6)
"""The day, after a weekend, on which what was suggested on the day itself is told of."""


def quiet(office: Office) -> bool:
    """Nothing is pending, due, or to be tried again."""
    now = office.clock.now()
    return not (
        count(office, flow.delivery, flow.delivery.c.state == "pending")
        or any(
            count(office, each, each.c.state == "waiting", each.c.due_at <= now)
            for each in (flow.rung, flow.digest)
        )
        or count(office, flow.mail, flow.mail.c.next_attempt_at.is_not(None))
    )


def accepted(log: Path) -> Counter[str]:
    """How often the mail server has taken each message; it writes that down before it says so."""
    lines = log.read_text("utf-8").splitlines() if log.exists() else []
    return Counter(json.loads(line)["message_id"] for line in lines)


def nothing_lost_and_nothing_twice(office: Office, recorded: list[Fact], log: Path) -> str:
    """Check it all; raises AssertionError, else answers with a sentence of counts."""
    assert states(office, flow.delivery).keys() == {"done"}

    reminders = [
        (row.kind, row.key, row.recipient, row.rung, row.version)
        for row in rows(office, flow.reminder)
    ]
    suggested = told_of_suggestions(office, recorded)
    expected = [each for fact in recorded for each in fact.reminders]
    assert Counter(reminders) == Counter([*expected, suggested])

    mails = rows(office, flow.mail)
    digests = {row.id for row in mails if row.kind == DIGEST}
    assert len(mails) - len(digests) == sum(fact.mails for fact in recorded)
    assert {row.state for row in mails} <= {"sent", "unknown"}
    collected = {each for fact in recorded if fact.collected for each in fact.reminders}
    each_in_its_mail(office, {*collected, suggested}, digests)

    arrived = accepted(log)
    ours = {f"<{row.id}@localhost>": row for row in mails}
    assert arrived.keys() <= ours.keys()
    for identity, row in ours.items():
        if row.cut_off_at is None:
            assert (row.state, arrived[identity]) == ("sent", 1), identity
        else:
            # Killed between the final dot and the mark: repeated once, and marked for ever.
            assert arrived[identity] <= 2, identity
            assert row.state == "unknown" or arrived[identity] >= 1, identity

    marked = sum(row.cut_off_at is not None for row in mails)
    twice = sum(number > 1 for number in arrived.values())
    return (
        f"{len(recorded)} facts, {_events(office)} events, {len(reminders)} reminders, "
        f"{len(mails)} mails with {len(digests)} digests, {marked} of them cut off, "
        f"{twice} taken twice"
    )


def told_of_suggestions(office: Office, recorded: list[Fact]) -> Reminder:
    """Each letter has suggested one activity; they are all one line in the next digest."""
    with office.reading() as work:
        found = work.all(Activity)
    assert Counter(each.about for each in found) == Counter(
        fact.suggests for fact in recorded if fact.suggests
    )
    assert {each.status for each in found} == {ActivityStatus.SUGGESTED}
    (digest,) = (
        row.id
        for row in rows(office, flow.digest)
        if (row.person, row.day) == ("SEK1", NEXT_DIGEST)
    )
    return ("activity", "suggestions", "SEK1", "suggested", digest)


def each_in_its_mail(office: Office, collected: set[Reminder], digests: set[str]) -> None:
    """Every line that was collected is in a digest that was sent, and nothing else is in one."""
    for row in rows(office, flow.reminder):
        assert row.mail_id is not None, row
        expected = (row.kind, row.key, row.recipient, row.rung, row.version) in collected
        assert (row.mail_id in digests) == (row.digest_id is not None) == expected, row
    assert states(office, flow.digest) == {"written": len(digests)}
    filled = {row.mail_id for row in rows(office, flow.reminder) if row.digest_id is not None}
    assert filled == digests


def _events(office: Office) -> int:
    with office.engine.connect().execution_options(read_only=True) as connection:
        return len(connection.execute(select(flow.event.c.id)).all())
