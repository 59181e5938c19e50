"""What Tilsvar itself has tried in vain and left to a person: rings, deliveries and mails."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from ..domain.kinds import Kind
from ..store import flow
from ..store.unit_of_work import UnitOfWork


class Task(StrEnum):
    """What was to be done: ring for a day of the clock's list, handle an event, send a mail."""

    RUNG = "rung"
    DELIVERY = "delivery"
    MAIL = "mail"


@dataclass(frozen=True)
class Failure:
    """One task that has failed for good.

    `about` is the key of the object, `holder` that of the thing whose page tells of it; `what` is
    the rung, or the name of the subscriber; `at` is the moment (UTC) at which it was to be done.
    """

    task: Task
    id: str
    kind: Kind | None
    about: str
    holder: str
    what: str
    at: datetime
    error: str

    @property
    def key(self) -> str:
        """How a person names it to have it tried again."""
        return f"{self.task.value}:{self.id}"


def failures(work: UnitOfWork) -> list[Failure]:
    """Everything that has failed for good, in the order in which it was to be done."""
    found = [*_rungs(work.session), *_deliveries(work.session), *_mails(work.session)]
    return sorted(found, key=lambda each: (each.at, each.key))


def failed_tasks(connection: Connection) -> int:
    """How many there are."""
    return sum(
        connection.scalar(select(func.count()).select_from(table).where(flow.FAILED)) or 0
        for table in (flow.rung, flow.delivery, flow.mail)
    )


def _rungs(session: Session) -> Iterator[Failure]:
    for row in session.execute(select(flow.rung).where(flow.FAILED)):
        kind = Kind.LETTER if row.kind == Kind.OBLIGATION else Kind(row.kind)
        yield Failure(
            Task.RUNG, str(row.id), kind, row.key, row.group, row.rung, row.due_at, row.error or ""
        )


def _deliveries(session: Session) -> Iterator[Failure]:
    delivery, event = flow.delivery.c, flow.event.c
    query = select(
        delivery.id, delivery.subscriber, delivery.error, event.about, event.subject, event.at
    ).join_from(flow.delivery, flow.event)
    failed = select(delivery.id).where(flow.FAILED)
    for row in session.execute(query.where(delivery.id.in_(failed))):
        yield Failure(
            Task.DELIVERY,
            str(row.id),
            Kind(row.about),
            row.subject,
            row.subject,
            row.subscriber,
            row.at,
            row.error or "",
        )


def _mails(session: Session) -> Iterator[Failure]:
    for row in session.execute(select(flow.mail).where(flow.FAILED)):
        yield Failure(
            Task.MAIL,
            row.id,
            None,
            row.subject_key,
            row.subject_key,
            row.person,
            row.at,
            row.error or "",
        )
