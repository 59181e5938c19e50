"""A fact through the unit of work against the same rows through a bare ORM session.

Ours is command, entity, event, deliveries and the ring, one transaction a fact. The bare way knows
its rows beforehand: simple classes mapped on the same tables, added to a session and committed.
"""

from collections.abc import Iterator
from functools import cache
from itertools import count, islice
from typing import Any
from uuid import uuid4

from sqlalchemy import MetaData
from sqlalchemy.orm import Session, registry, relationship

from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import work_out
from tilsvar.domain.kinds import DeadlineKind, DeadlineStatus, LetterKind
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.rules import CouncilRules
from tilsvar.store import flow, tables
from tilsvar.store.clock import machine_now
from tilsvar.store.unit_of_work import Office

from .measuring import Line, Way, compare
from .places import NOW, Place

MINISTRIES = ("HOD", "KD", "NFD")
DUE, SENT = Edtf("2023-03-08"), Edtf("2023-02-01")
TITLE = "Innspill til strategi for helsedata"
GOAL = 0.5


class Row:
    """A row of a table; its columns are given by name."""

    def __init__(self, **columns: Any) -> None:
        for name, value in columns.items():
            setattr(self, name, value)


class DeadlineRow(Row):
    pass


class LetterRow(Row):
    pass


class ObligationRow(Row):
    pass


class EventRow(Row):
    pass


class DeliveryRow(Row):
    pass


@cache
def map_rows() -> None:
    """Map the rows on copies of the tables, so that the domain's own mapping is left alone."""
    copies = MetaData()
    deadline, letter, obligation = (
        each.to_metadata(copies) for each in (tables.deadline, tables.letter, tables.obligation)
    )
    event, delivery = (each.to_metadata(copies) for each in (flow.event, flow.delivery))
    map_one = registry(metadata=copies).map_imperatively
    map_one(DeadlineRow, deadline)
    map_one(ObligationRow, obligation)
    map_one(LetterRow, letter, properties={"obligations": relationship(ObligationRow)})
    map_one(DeliveryRow, delivery)
    map_one(EventRow, event, properties={"deliveries": relationship(DeliveryRow)})


def measure(place: Place, facts: int, rounds: int) -> Iterator[Line]:
    """Facts per second, `facts` in each batch."""
    map_rows()
    with place.office() as office:
        with office.work(by="bench") as work:
            for key in MINISTRIES:
                work.add(Organisation.register(key, f"Departementet {key}", "ministry"))
            work.commit()
        keys = (f"X{number}" for number in count(1))
        kinds = (
            ("a deadline set: 3 rows", _our_deadline, _bare_deadline),
            ("a letter to three ministries: 6 rows", _our_letter, _bare_letter),
        )
        for what, ours, bare in kinds:
            found = compare(
                _batch(office, ours, keys, facts), _batch(office, bare, keys, facts), rounds
            )
            yield Line.of_speed(f"{what}, {place.name}", found, GOAL)


def _batch(office: Office, record: Any, keys: Iterator[str], facts: int) -> Way:
    def batch() -> int:
        for key in islice(keys, facts):
            record(office, key)
        return facts

    return batch


def _our_deadline(office: Office, key: str) -> None:
    with office.work(by="bench") as work:
        set_deadline(work, key=key, title=TITLE, due=DUE)
        work.commit()


def _bare_deadline(office: Office, key: str) -> None:
    row = DeadlineRow(
        key=key,
        kind=DeadlineKind.INTERNAL,
        title=TITLE,
        due=DUE,
        status=DeadlineStatus.OPEN,
        source="",
        version=1,
        uid=str(uuid4()),
        sequence=0,
        created=NOW,
        modified=NOW,
    )
    payload = {"deadline": key, "due": DUE.text}
    with Session(office.engine) as session:
        session.add_all([row, _event_row("DeadlineSet", "deadline", key, payload)])
        session.commit()


def _our_letter(office: Office, key: str) -> None:
    with office.work(by="bench") as work:
        send_letter(work, key=key, title=TITLE, sent=SENT, recipients=MINISTRIES)
        work.commit()


def _bare_letter(office: Office, key: str) -> None:
    obligations = [
        ObligationRow(
            key=f"{key}/{recipient}",
            recipient=recipient,
            position=position,
            expected=True,
            ruled=ANSWER_DUE,
            version=1,
            due_on=ANSWER_DUE.day,
        )
        for position, recipient in enumerate(MINISTRIES)
    ]
    row = LetterRow(
        key=key,
        kind=LetterKind.LETTER,
        title=TITLE,
        sent=SENT,
        outcome="",
        source="",
        withdrawn=False,
        obligations=obligations,
    )
    payload = {"letter": key, "recipients": list(MINISTRIES), "sent": SENT.text}
    with Session(office.engine) as session:
        session.add_all([row, _event_row("LetterSent", "letter", key, payload)])
        session.commit()


def _event_row(name: str, about: str, subject: str, payload: dict[str, Any]) -> EventRow:
    delivery = DeliveryRow(
        subscriber="plan_rungs", state="pending", attempts=0, next_attempt_at=machine_now()
    )
    return EventRow(
        at=NOW,
        name=name,
        version=1,
        about=about,
        subject=subject,
        payload=payload,
        by="bench",
        deliveries=[delivery],
    )


ANSWER_DUE = work_out(CouncilRules().answer_rule(LetterKind.LETTER), SENT, CouncilRules().calendar)
