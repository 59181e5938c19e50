"""A new row of the mail ledger; whoever writes one rings for it once it is stored."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import insert

from ..store import flow
from ..store.clock import machine_now
from ..store.unit_of_work import GRACE, UnitOfWork

MAIL_IDS = UUID("6f1f6d1e-5f0a-4c56-9d55-5bb1a7b8b0c3")
"""Namespace of the mails' identities: the same reminder is the same Message-ID for ever."""


def write_mail(
    work: UnitOfWork,
    mail_id: str,
    *,
    kind: str,
    subject_key: str,
    rung: str,
    person: str,
    about: Mapping[str, int],
    at: datetime,
    actor: str = "send",
    grace: timedelta = GRACE,
) -> None:
    """A mail that is to be sent; `about` maps keys of objects to the versions of their dates.

    `actor` is rung for it; the relay looks after `grace` whether it did anything.
    """
    work.session.execute(
        insert(flow.mail).values(
            id=mail_id,
            kind=kind,
            subject_key=subject_key,
            rung=rung,
            person=person,
            about=dict(about),
            at=at,
            state="pending",
            attempts=0,
            next_attempt_at=machine_now() + grace,
        )
    )
    work.ring_after_commit(actor, mail_id)
