"""What a bare loop does to the ledger: claim a row before the mail is built, and mark it sent."""

from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.engine import Row

from tilsvar.notifications.claims import CLAIM
from tilsvar.store import flow
from tilsvar.store.clock import machine_now

from .places import NOW


def claim(connection: Connection, mail_id: str) -> Row[Any]:
    mail = flow.mail.c
    row = connection.execute(
        select(flow.mail)
        .where(mail.id == mail_id, mail.state == "pending")
        .with_for_update(skip_locked=True)
    ).one()
    connection.execute(
        update(flow.mail)
        .where(mail.id == mail_id)
        .values(
            state="sending",
            attempts=row.attempts + 1,
            claimed_until=machine_now() + CLAIM,
            next_attempt_at=machine_now() + CLAIM,
        )
    )
    return row


def mark(connection: Connection, mail_id: str) -> None:
    connection.execute(
        update(flow.mail)
        .where(flow.mail.c.id == mail_id)
        .values(state="sent", sent_at=NOW, claimed_until=None, next_attempt_at=None)
    )
