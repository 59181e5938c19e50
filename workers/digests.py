"""Collects reminders for a person's next digest, and writes the one mail when its hour has come.

A digest is a row per person and day. It waits as a rung does: the tick finds it, and what an outage
delays goes later that day, or joins the next one.
"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid5

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Row

from ..domain.dates import local_moment
from ..domain.people import Person
from ..store import flow
from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from .mail_rows import MAIL_IDS, write_mail
from .ringing import is_paused

DIGEST = "Digest"
"""How the ledger calls such a mail."""


def digest_for(work: UnitOfWork, person: Person, known: datetime | None = None) -> int:
    """The digest in which whatever is told to that person now is read: today's, or the next.

    What became `known` (UTC) after the hour of a day's digest is in the next one.
    """
    day = person.digest.first_day(work.today, work.calendar)
    if known is not None:
        day = max(day, _first_after(work, person, known))
    there = _row(work, person, day)
    if there is None:
        return _open(work, person, day)
    if there.state == "waiting":
        return int(there.id)
    following = person.digest.first_day(day + timedelta(days=1), work.calendar)
    there = _row(work, person, following)
    return int(there.id) if there is not None else _open(work, person, following)


def _first_after(work: UnitOfWork, person: Person, known: datetime) -> date:
    day = person.digest.first_day(local_day(known, work.office.zone), work.calendar)
    if known <= _moment(work, person, day):
        return day
    return person.digest.first_day(day + timedelta(days=1), work.calendar)


def _moment(work: UnitOfWork, person: Person, day: date) -> datetime:
    """When that person's digest of that day is due (UTC)."""
    return local_moment(day, person.digest.hour or work.rules.morning, work.office.zone)


def _row(work: UnitOfWork, person: Person, day: date) -> Row[int, str] | None:
    # Until our line is stored the digest must not be written; others may add theirs meanwhile.
    digest = flow.digest.c
    return work.session.execute(
        select(digest.id, digest.state)
        .where(digest.person == person.key, digest.day == day)
        .with_for_update(read=True)
    ).first()


def _open(work: UnitOfWork, person: Person, day: date) -> int:
    new = insert(flow.digest).values(
        person=person.key,
        day=day,
        due_at=_moment(work, person, day),
        state="waiting",
    )
    return int(work.session.execute(new.returning(flow.digest.c.id)).scalar_one())


def write_digest(work: UnitOfWork, digest_id: int) -> None:
    """Write the mail of that digest, once; a digest of a day that is over joins the next."""
    digest = flow.digest.c
    row = work.session.execute(
        select(flow.digest)
        .where(digest.id == digest_id, digest.state == "waiting", digest.due_at <= work.now)
        .with_for_update()
    ).first()
    if row is None or is_paused(work):
        return
    if row.day == work.today:
        _settle(work, row, "written")
        _write(work, row)
    else:
        _settle(work, row, "joined")
        _join_next(work, row)


def _settle(work: UnitOfWork, row: Row[Any], state: str) -> None:
    work.session.execute(update(flow.digest).where(flow.digest.c.id == row.id).values(state=state))


def _write(work: UnitOfWork, row: Row[Any]) -> None:
    reminder = flow.reminder.c
    lines = work.session.execute(
        select(reminder.key, reminder.version)
        .where(reminder.digest_id == row.id)
        .order_by(reminder.key, reminder.version)
    ).all()
    mail_id = str(uuid5(MAIL_IDS, f"{DIGEST}|{row.person}|{row.day.isoformat()}"))
    write_mail(
        work,
        mail_id,
        kind=DIGEST,
        subject_key=row.person,
        rung=row.day.isoformat(),
        person=row.person,
        about={line.key: line.version for line in lines},
        at=work.now,
    )
    work.session.execute(
        update(flow.reminder).where(reminder.digest_id == row.id).values(mail_id=mail_id)
    )


def _join_next(work: UnitOfWork, row: Row[Any]) -> None:
    person = work.look(Person, row.person)
    if person is None:
        return
    moved = update(flow.reminder).where(flow.reminder.c.digest_id == row.id)
    work.session.execute(moved.values(digest_id=digest_for(work, person)))
