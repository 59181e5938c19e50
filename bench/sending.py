"""The post office against a bare loop that claims, builds, sends and marks.

Both render the same words from the same templates, build the same message and hand it to the same
sink over one kept connection, with one commit to claim and one to mark for each mail. The bare loop
has what the mail tells at hand; the post office looks it up and checks that it still holds.
"""

import smtplib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from uuid import uuid4

from sqlalchemy import insert

from tilsvar.notifications import ledger
from tilsvar.notifications.composing import compose
from tilsvar.notifications.desk import Desk
from tilsvar.notifications.message import build
from tilsvar.notifications.sending import PostOffice
from tilsvar.notifications.smtp import SmtpTransport
from tilsvar.notifications.smtp_server import SmtpServer
from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.store.unit_of_work import Office
from tilsvar.wording.language import language

from .bare_ledger import claim, mark
from .furnishing import SENDER, furnish, reader
from .measuring import Line, Way, compare
from .places import NOW, Place
from .smtp_sink import running_sink
from .sorts_of_mail import AS_IN_THE_REGISTER, LETTER_TO_THREE, SITE, Sort

READER = "SEK1"
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
                "person": READER,
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
    engine, to = pile.office.engine, reader(READER)

    def batch() -> int:
        for mail_id, sort in pile.mails:
            with engine.begin() as database:
                row = claim(database, mail_id)
            message = build(
                sort.render(row.subject_key),
                sender=SENDER,
                recipient=to,
                at=row.at,
                message_id=f"<{row.id}@{SENDER.domain}>",
                key=f"2023-02-03 {row.kind} {row.subject_key} {row.rung} {row.person}",
            )
            connection.sendmail(SENDER.address, to.address, message.as_bytes())
            with engine.begin() as database:
                mark(database, mail_id)
        return len(pile.mails)

    return batch


def _same_words(post: PostOffice, pile: Pile) -> None:
    """Make sure that both ways say the same, so that they have the same to do."""
    pile.pile_up()
    for mail_id, sort in pile.mails:
        with post.office.work(by="bench") as work:
            row = ledger.take(work, mail_id)
            if row is None:
                raise AssertionError(mail_id)
            desk = Desk.of(work, row, SITE, post.lang)
            if compose(desk) != sort.render(row.subject_key):
                raise AssertionError(sort.event)


def measure(place: Place, sent: int, rounds: int) -> Iterator[Line]:
    """Mails per second, `sent` in each batch: mixed as in the register, and the dearest sort."""
    mixed = [sort for sort, _ in zip(cycle(AS_IN_THE_REGISTER), range(sent), strict=False)]
    with place.office() as office, running_sink() as sink:
        furnish(office, [READER])
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
