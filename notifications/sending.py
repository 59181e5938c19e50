"""Sends one row of the ledger: look again, claim, hand over, mark."""

from dataclasses import dataclass
from email.message import EmailMessage
from functools import cached_property
from typing import Any

import structlog
from sqlalchemy.engine import Row

from ..store.unit_of_work import Office, UnitOfWork
from ..wording.language import Language
from . import ledger
from .claims import Claims
from .composing import compose
from .desk import Desk
from .digest_composing import DIGEST, compose_digest
from .mailbox import Mailbox
from .message import build
from .transport import CutOff, Postponed, Refused, Transport, Unbuildable

log = structlog.get_logger()


@dataclass(frozen=True)
class PostOffice:
    """What sending needs: the data, the transport, the sender, and how links and words look."""

    office: Office
    transport: Transport
    sender: Mailbox
    base_url: str
    lang: Language

    @cached_property
    def claims(self) -> Claims:
        return Claims(self.office.engine)

    def send(self, mail_id: str) -> None:
        """Send that mail unless it is sent, claimed by another, or no longer wanted."""
        with self.office.work(by="clock") as work:
            row = ledger.take(work, mail_id)
            if row is None:
                return
            try:
                letter = self._write(work, row)
            except Refused as refusal:
                work.session.rollback()
                ledger.failed(self.office, mail_id, refusal.reason)
                return
            except Exception as error:
                # A fault in the mail's words counts as an attempt, else it would be tried for ever.
                log.exception("mail could not be written", mail=mail_id)
                work.session.rollback()
                ledger.postponed(self.office, row, f"{type(error).__name__}: {error}")
                return
            if letter is None:
                ledger.withdraw(work, mail_id)
            else:
                ledger.claim(work, row)
            work.session.commit()
        if letter is not None:
            self._hand_over(row, *letter)

    def _write(self, work: UnitOfWork, row: Row[Any]) -> tuple[EmailMessage, Mailbox] | None:
        """The message as of now and to whom, or None where nothing is left to remind of."""
        if row.reader_email is None:
            raise Unbuildable(reason=f"there is no person {row.person}")
        desk = Desk.of(work, row, self.base_url, self.lang)
        rendered = compose_digest(desk, row.id) if row.kind == DIGEST else compose(desk)
        if rendered is None:
            return None
        recipient = Mailbox(row.reader_name, row.reader_email)
        message = build(
            rendered,
            sender=self.sender,
            recipient=recipient,
            at=row.at,
            message_id=f"<{row.id}@{self.sender.domain}>",
            key=_key(row, self.office),
        )
        return message, recipient

    def _hand_over(self, row: Row[Any], message: EmailMessage, recipient: Mailbox) -> None:
        try:
            with self.claims.held(row.id):
                self.transport.send(
                    message, sender=self.sender.address, recipient=recipient.address
                )
        except Refused as refusal:
            ledger.failed(self.office, row.id, refusal.reason)
        except Postponed as delay:
            ledger.postponed(self.office, row, delay.reason)
        except CutOff as silence:
            ledger.cut_off(self.office, row, silence.reason)
        else:
            ledger.sent(self.office, row.id)


def _key(row: Row[Any], office: Office) -> str:
    """What names the mail to a person: day, kind, object, recipients, rung and reader."""
    day = row.at.astimezone(office.zone).date().isoformat()
    if row.kind == DIGEST:
        return f"{day} {row.kind} {row.person}"
    parts = [name.split("/", 1)[1] for name in sorted(row.about) if "/" in name]
    version = max(row.about.values())
    thing = "-".join([row.subject_key, *parts, *([f"v{version}"] if version > 1 else [])])
    return f"{day} {row.kind} {thing} {row.rung.lstrip('+')} {row.person}"
