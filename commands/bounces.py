"""Mails of ours that came back: counted by address, which is marked when it takes no mail."""

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, insert, select, update

from ..domain.events import AddressMarked, MailBounced
from ..store import flow
from ..store.unit_of_work import UnitOfWork

SOFT_LIMIT = 5
"""How many times an address may be full or busy before it counts as one that takes no mail."""

LONGEST_DIAGNOSTIC = 500


def record_bounce(
    work: UnitOfWork,
    *,
    recipient: str,
    message_id: str,
    hard: bool,
    code: str,
    diagnostic: str = "",
) -> bool:
    """A mail did not reach that address; whether it was a mail of ours.

    The address is marked after a failure for good, or after five for the time being, and the
    secretariat hears of it once. The same report counts once. `message_id` is that of our mail.
    """
    sent = _mail(work, message_id)
    if sent is None:
        return False
    address = recipient.strip().lower()
    if _seen(work, f"{sent.id} {address} {code} {hard}"):
        return True
    work.record(MailBounced(sent.person, code, hard))
    number = _count(work, address, code, diagnostic, hard=hard)
    if number is not None:
        work.record(AddressMarked(sent.person, code, number))
    return True


def _count(work: UnitOfWork, address: str, code: str, diagnostic: str, *, hard: bool) -> int | None:
    """One more failure of the address; its number if that is why it is marked now."""
    row, known = flow.bounced_address, _known(work, address)
    soft = (known.soft if known else 0) + (0 if hard else 1)
    marked = known.marked if known else None
    is_marked_now = marked is None and (hard or soft >= SOFT_LIMIT)
    values = {
        "soft": soft,
        "code": code,
        "diagnostic": diagnostic[:LONGEST_DIAGNOSTIC],
        "last_at": work.now,
        "marked": work.now if is_marked_now else marked,
    }
    if known is None:
        new = insert(row).values(address=address, **values).returning(row.c.id)
        number = int(work.session.scalars(new).one())
    else:
        number = int(known.id)
        work.session.execute(update(row).where(row.c.id == number).values(values))
    return number if is_marked_now else None


def marked_addresses(work: UnitOfWork) -> Sequence[Row[Any]]:
    """The addresses that take no mail, by address, each with its code and the server's words."""
    row = flow.bounced_address.c
    query = select(flow.bounced_address).where(row.marked.is_not(None)).order_by(row.address)
    return work.session.execute(query).all()


def marked_address(work: UnitOfWork, *, number: int) -> Row[Any] | None:
    """The marked address with that number, or None where it is not marked any more."""
    row = flow.bounced_address.c
    query = select(flow.bounced_address).where(row.id == number, row.marked.is_not(None))
    return work.session.execute(query).first()


def unmark_address(work: UnitOfWork, *, address: str) -> bool:
    """A person says that the address works; whether it was marked. Its count starts anew."""
    row = flow.bounced_address
    found = _known(work, address.strip().lower())
    if found is None or found.marked is None:
        return False
    work.session.execute(update(row).where(row.c.id == found.id).values(soft=0, marked=None))
    return True


def _mail(work: UnitOfWork, message_id: str) -> Row[Any] | None:
    """The row of the ledger that is named so; a message of somebody else has none."""
    left = message_id.strip().removeprefix("<").partition("@")[0]
    return work.session.execute(select(flow.mail).where(flow.mail.c.id == left)).first()


def _seen(work: UnitOfWork, report: str) -> bool:
    identity = hashlib.sha256(report.encode()).hexdigest()
    row = flow.bounce.c
    if work.session.execute(select(row.id).where(row.identity == identity)).first():
        return True
    work.session.execute(insert(flow.bounce).values(identity=identity, at=work.now))
    return False


def _known(work: UnitOfWork, address: str) -> Row[Any] | None:
    row = flow.bounced_address.c
    query = select(flow.bounced_address).where(row.address == address).with_for_update()
    return work.session.execute(query).first()
