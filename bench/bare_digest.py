"""A digest by the bare queries: written as a mail, read with what it is about, and rendered.

What is to be said is known beforehand.
"""

from collections.abc import Sequence
from email.message import EmailMessage
from uuid import uuid5

from sqlalchemy import Connection, insert, select, update

from tilsvar.domain.digests import Rhythm
from tilsvar.notifications import mails
from tilsvar.notifications.digest_contexts import Digest, DigestItem
from tilsvar.notifications.message import build
from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.workers.digests import DIGEST
from tilsvar.workers.mail_rows import MAIL_IDS

from .furnishing import SENDER, reader
from .places import NOW
from .sorts_of_mail import SITE, TODAY, Sort


def write(connection: Connection, digest_id: int, person: str) -> str:
    """The digest's mail."""
    reminder = flow.reminder.c
    mail_id = str(uuid5(MAIL_IDS, f"{DIGEST}|{person}|{TODAY.isoformat()}"))
    lines = connection.execute(
        select(reminder.key, reminder.version).where(reminder.digest_id == digest_id)
    )
    connection.execute(
        insert(flow.mail).values(
            id=mail_id,
            kind=DIGEST,
            subject_key=person,
            rung=TODAY.isoformat(),
            person=person,
            about={each.key: each.version for each in lines},
            at=NOW,
            state="pending",
            attempts=0,
            next_attempt_at=machine_now(),
        )
    )
    connection.execute(
        update(flow.digest).where(flow.digest.c.id == digest_id).values(state="written")
    )
    connection.execute(
        update(flow.reminder).where(reminder.digest_id == digest_id).values(mail_id=mail_id)
    )
    return mail_id


def read(connection: Connection, mail_id: str, things: Sequence[tuple[str, Sort]]) -> None:
    """The reminders of the mail, and the row of each thing that they are about."""
    connection.execute(select(flow.reminder).where(flow.reminder.c.mail_id == mail_id)).all()
    for table in dict.fromkeys(sort.table for _, sort in things):
        keys = [key for key, sort in things if sort.table is table]
        connection.execute(select(table).where(table.c.key.in_(keys))).all()


def message(mail_id: str, person: str, things: Sequence[tuple[str, Sort]]) -> EmailMessage:
    digest = Digest(
        today=TODAY,
        rhythm=Rhythm.DAILY,
        items=tuple(DigestItem(kind=sort.event, mail=sort.told(key)) for key, sort in things),
        url=f"{SITE}/",
    )
    return build(
        mails.digest(digest),
        sender=SENDER,
        recipient=reader(person),
        at=NOW,
        message_id=f"<{mail_id}@{SENDER.domain}>",
        key=f"{TODAY.isoformat()} {DIGEST} {person}",
    )
