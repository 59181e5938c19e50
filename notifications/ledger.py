"""The ledger of mail: each row goes pending → sending → sent, failed, unknown or withdrawn.

A row is claimed before anything leaves the house. One that a dead process left in "sending", or
that was cut off after the final dot, is "unknown": SMTP cannot tell (RFC 1047). It stays marked by
`cut_off_at`, and is repeated once, with the same Message-ID.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, exists, or_, select, update
from sqlalchemy.engine import Row

from ..store import flow, tables
from ..store.clock import machine_now
from ..store.engine import for_one_statement
from ..store.rules import STORED, rules_in
from ..store.unit_of_work import Office, UnitOfWork
from .claims import CLAIM

AFTER_CUT_OFF = timedelta(seconds=5)
MAX_ATTEMPTS = 12

# Written once: to build a statement takes longer than to run it. What mostly is not there at all,
# and what every mail needs, comes along, so that nobody has to ask for it.
_PUT_OFF = exists(select(flow.snooze.c.id).where(flow.STANDING)).correlate(None)
_ASKED_AGAIN = or_(
    exists(select(tables.letter.c.key).where(tables.FOLLOWING_UP)).correlate(None),
    exists(select(tables.follow_up.c.key).where(tables.DRAFTED)).correlate(None),
)
_TAKE = (
    select(
        flow.mail,
        tables.person.c.name.label("reader_name"),
        tables.person.c.email.label("reader_email"),
        tables.person.c.role.label("reader_role"),
        _PUT_OFF.label("anything_put_off"),
        _ASKED_AGAIN.label("anything_asked_again"),
        STORED.scalar_subquery().label("rules"),
    )
    .outerjoin(tables.person, tables.person.c.key == flow.mail.c.person)
    .where(
        flow.mail.c.id == bindparam("mail_id"),
        flow.mail.c.state.in_(("pending", "sending", "unknown")),
    )
    .with_for_update(of=flow.mail, skip_locked=True)
)
_WRITE = update(flow.mail).where(flow.mail.c.id == bindparam("mail_id"))


def back_off(attempts: int) -> timedelta:
    """Between attempts: 1, 2, 4 … minutes, four hours at most (RFC 5321 § 4.5.4.1)."""
    return min(timedelta(minutes=2 ** (attempts - 1)), timedelta(hours=4))


def take(work: UnitOfWork, mail_id: str) -> Row[Any] | None:
    """Lock the row, with its reader, if it is ours to send now; the work knows the rules then too.

    An abandoned claim becomes unknown first. The reader's columns are None where there is no such
    person.
    """
    row = work.session.execute(_TAKE, {"mail_id": mail_id}).first()
    if row is None:
        return None
    if row.state == "sending":
        if row.claimed_until is not None and row.claimed_until <= machine_now():
            _write(work, mail_id, **_cut_off(row, "the process died while it was sending"))
            work.session.commit()
        return None
    work.rules = rules_in(row.rules)
    return row


def claim(work: UnitOfWork, row: Row[Any]) -> None:
    """Count the attempt; from here on only this process may send it."""
    until = machine_now() + CLAIM
    _write(
        work,
        row.id,
        state="sending",
        attempts=row.attempts + 1,
        claimed_until=until,
        next_attempt_at=until,
    )


def withdraw(work: UnitOfWork, mail_id: str) -> None:
    """What it was about has been settled meanwhile: nothing goes out."""
    _write(work, mail_id, state="withdrawn", next_attempt_at=None)


def sent(office: Office, mail_id: str) -> None:
    _finish(office, mail_id, state="sent", sent_at=office.clock.now(), error=None)


def failed(office: Office, mail_id: str, reason: str) -> None:
    """No use trying again by itself; a person sees it and may."""
    _finish(office, mail_id, state="failed", error=reason)


def postponed(office: Office, row: Row[Any], reason: str) -> None:
    """Nothing was handed over: try again later, or give up after many attempts."""
    attempts = row.attempts + 1
    if attempts >= MAX_ATTEMPTS:
        _finish(office, row.id, state="failed", attempts=attempts, error=reason)
        return
    later = machine_now() + back_off(attempts)
    state = "unknown" if row.state == "unknown" else "pending"
    _finish(office, row.id, state=state, attempts=attempts, error=reason, next_attempt_at=later)


def cut_off(office: Office, row: Row[Any], reason: str) -> None:
    _finish(office, row.id, **_cut_off(row, reason))


def try_again(office: Office, mail_id: str) -> None:
    """A person asks for another round of attempts; the Message-ID stays the same."""
    mail = flow.mail.c
    with office.engine.begin() as connection:
        connection.execute(
            update(flow.mail)
            .where(
                mail.id == mail_id,
                mail.state.in_(("failed", "unknown")),
                mail.next_attempt_at.is_(None),
            )
            .values(state="pending", attempts=0, next_attempt_at=machine_now())
        )


def _cut_off(row: Row[Any], reason: str) -> dict[str, Any]:
    """The second time it stays unknown until a person decides."""
    now = machine_now()
    again = None if row.cut_off_at is not None else now + AFTER_CUT_OFF
    return {"state": "unknown", "cut_off_at": now, "error": reason, "next_attempt_at": again}


def _write(work: UnitOfWork, mail_id: str, **values: Any) -> None:
    work.session.execute(_WRITE, {"mail_id": mail_id, **values})


def _finish(office: Office, mail_id: str, **values: Any) -> None:
    unclaimed = {"claimed_until": None, "next_attempt_at": None}
    with for_one_statement(office.engine) as connection:
        connection.execute(_WRITE, {"mail_id": mail_id, **unclaimed, **values})
