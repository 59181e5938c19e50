"""What must hold when everything is quiet again, whatever was killed on the way."""

import json
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.endurance.facts import Fact
from tilsvar.tests.servers.rows import count, rows, states


def quiet(office: Office) -> bool:
    """Nothing is pending, due, or to be tried again."""
    due = (flow.rung.c.state == "waiting", flow.rung.c.due_at <= office.clock.now())
    return not (
        count(office, flow.delivery, flow.delivery.c.state == "pending")
        or count(office, flow.rung, *due)
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
    expected = [each for fact in recorded for each in fact.reminders]
    assert Counter(reminders) == Counter(expected)

    mails = rows(office, flow.mail)
    assert len(mails) == sum(fact.mails for fact in recorded)
    assert {row.state for row in mails} <= {"sent", "unknown"}

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
        f"{len(mails)} mails, {marked} of them cut off, {twice} taken twice"
    )


def _events(office: Office) -> int:
    with office.engine.connect().execution_options(read_only=True) as connection:
        return len(connection.execute(select(flow.event.c.id)).all())
