"""The post office against a bare loop that claims, builds, sends and marks.

Both render the same words from the same templates, build the same message and hand it to the same
sink over one kept connection, with one commit to claim and one to mark for each mail. The bare loop
has what the mail tells at hand; the post office looks it up and checks that it still holds.
"""

import smtplib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, insert, select, update
from sqlalchemy.engine import Row

from tilsvar.domain.kinds import Role
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.notifications import ledger
from tilsvar.notifications.claims import CLAIM
from tilsvar.notifications.composing import Desk, compose
from tilsvar.notifications.mailbox import Mailbox
from tilsvar.notifications.message import build
from tilsvar.notifications.sending import PostOffice
from tilsvar.notifications.smtp import SmtpTransport
from tilsvar.notifications.smtp_server import SmtpServer
from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.store.unit_of_work import Office
from tilsvar.wording.language import language

from .measuring import Line, Way, compare
from .places import NOW, Place
from .smtp_sink import running_sink
from .sorts_of_mail import AS_IN_THE_REGISTER, LETTER_TO_THREE, MINISTRIES, SITE, Sort

OTHER_ORGANISATIONS = 30
SENDER = Mailbox("Tilsvar", "tilsvar@ho21.example")
READER = Mailbox("Saksbehandler 1", "sek1@ho21.example")
GOAL = 0.9


@dataclass
class Pile:
    """Mails that wait in the ledger, each about an object of its own."""

    office: Office
    name: str
    sorts: list[Sort]
    mails: list[tuple[str, Sort]] = field(default_factory=list)

    def record_objects(self) -> None:
        """What the mails are about."""
        with self.office.work(by="bench") as work:
            for number, sort in enumerate(self.sorts):
                sort.record(work, self._key(number))
            work.commit()

    def pile_up(self) -> None:
        """Write a new pending mail about each object."""
        self.mails = [(str(uuid4()), sort) for sort in self.sorts]
        rows = [
            {
                "id": id_,
                "kind": sort.event,
                "subject_key": self._key(number),
                "rung": sort.rung,
                "person": "SEK1",
                "about": sort.about(self._key(number)),
                "at": NOW,
                "state": "pending",
                "attempts": 0,
                "next_attempt_at": machine_now(),
            }
            for number, (id_, sort) in enumerate(self.mails)
        ]
        with self.office.engine.begin() as connection:
            connection.execute(insert(flow.mail), rows)

    def _key(self, number: int) -> str:
        return f"{self.name}{number}"


def _ours(post: PostOffice, pile: Pile) -> Way:
    def batch() -> int:
        for mail_id, _ in pile.mails:
            post.send(mail_id)
        return len(pile.mails)

    return batch


def _bare(connection: smtplib.SMTP, pile: Pile) -> Way:
    def batch() -> int:
        for mail_id, sort in pile.mails:
            row = _claim(pile.office.engine, mail_id)
            message = build(
                sort.render(row.subject_key),
                sender=SENDER,
                recipient=READER,
                at=row.at,
                message_id=f"<{row.id}@{SENDER.domain}>",
                key=f"2023-02-03 {row.kind} {row.subject_key} {row.rung} {row.person}",
            )
            connection.sendmail(SENDER.address, READER.address, message.as_bytes())
            _mark(pile.office.engine, mail_id)
        return len(pile.mails)

    return batch


def _claim(engine: Engine, mail_id: str) -> Row[Any]:
    mail = flow.mail.c
    with engine.begin() as connection:
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


def _mark(engine: Engine, mail_id: str) -> None:
    with engine.begin() as connection:
        connection.execute(
            update(flow.mail)
            .where(flow.mail.c.id == mail_id)
            .values(state="sent", sent_at=NOW, claimed_until=None, next_attempt_at=None)
        )


def _furnish(office: Office) -> None:
    """A reader, and as many organisations as the register knows."""
    with office.work(by="bench") as work:
        work.add(Person.join("SEK1", READER.name, READER.address, Role.SECRETARIAT))
        for key, name in MINISTRIES.items():
            work.add(Organisation.register(key, name, "ministry"))
        for number in range(OTHER_ORGANISATIONS):
            work.add(Organisation.register(f"ORG{number}", f"Organisasjon {number}", "other"))
        work.commit()


def _same_words(post: PostOffice, pile: Pile) -> None:
    """Make sure that both ways say the same, so that they have the same to do."""
    pile.pile_up()
    for mail_id, sort in pile.mails:
        with post.office.work(by="bench") as work:
            row = ledger.take(work, mail_id)
            if row is None or compose(Desk(work, row, SITE, post.lang)) != sort.render(
                row.subject_key
            ):
                raise AssertionError(sort.event)


def measure(place: Place, sent: int, rounds: int) -> Iterator[Line]:
    """Mails per second, `sent` in each batch: mixed as in the register, and the dearest sort."""
    mixed = [sort for sort, _ in zip(cycle(AS_IN_THE_REGISTER), range(sent), strict=False)]
    with place.office() as office, running_sink() as sink:
        _furnish(office)
        transport = SmtpTransport(SmtpServer("127.0.0.1", sink.port))
        post = PostOffice(office, transport, SENDER, SITE, language("nb"))
        for what, pile in (
            ("mails, mixed as in the register", Pile(office, "X", mixed)),
            ("mails on letters to three ministries", Pile(office, "Y", [LETTER_TO_THREE] * sent)),
        ):
            pile.record_objects()
            _same_words(post, pile)
            with smtplib.SMTP("127.0.0.1", sink.port, SENDER.domain) as connection:
                found = compare(_ours(post, pile), _bare(connection, pile), rounds, pile.pile_up)
            yield Line.of_speed(f"{what}, {place.name}", found, GOAL)
        transport.close()
    if sink.taken != 2 * 2 * sent * (rounds + 1):
        raise AssertionError(sink.taken)
