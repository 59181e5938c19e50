"""Sends one row of the ledger: look again, claim, hand over, mark."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from functools import cached_property
from typing import Any, Protocol

import structlog
from sqlalchemy.engine import Row

from ..store.unit_of_work import Office, UnitOfWork
from ..wording.language import Language
from . import digest_composing, ledger, marked_addresses
from .claims import Claims
from .composing import compose
from .desk import Desk
from .mailbox import Mailbox
from .message import build
from .rendered import Rendered
from .transport import CutOff, Postponed, Refused, Transport, Unbuildable

log = structlog.get_logger()


@dataclass(frozen=True)
class Outgoing:
    """A mail ready for its envelope; `key` names it to a person, `reply_to` is where answers go."""

    rendered: Rendered
    recipient: Mailbox
    key: str
    reply_to: Mailbox | None = None


class Writer(Protocol):
    """Writes mails that need more than this folder knows, such as a calendar's entry.

    It may change the data: what it writes is committed together with the claim.
    """

    def __call__(self, work: UnitOfWork, row: Row[Any]) -> Outgoing | None:
        """The mail of that row of the ledger as of now, or None where it is no longer wanted."""
        ...


@dataclass(frozen=True)
class PostOffice:
    """What sending needs: the data, the transport, the sender, and how links and words look.

    `writers` write the mails of the kinds that they are named for; all others are composed here.
    """

    office: Office
    transport: Transport
    sender: Mailbox
    base_url: str
    lang: Language
    writers: Mapping[str, Writer] = field(default_factory=dict)

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
        writer = self.writers.get(row.kind)
        outgoing = writer(work, row) if writer else self._compose(work, row)
        if outgoing is None:
            return None
        message = build(
            outgoing.rendered,
            sender=self.sender,
            recipient=outgoing.recipient,
            at=row.at,
            message_id=f"<{row.id}@{self.sender.domain}>",
            key=outgoing.key,
            reply_to=outgoing.reply_to,
        )
        return message, outgoing.recipient

    def _compose(self, work: UnitOfWork, row: Row[Any]) -> Outgoing | None:
        if row.reader_email is None:
            raise Unbuildable(reason=f"there is no person {row.person}")
        desk = Desk.of(work, row, self.base_url, self.lang)
        match row.kind:
            case digest_composing.DIGEST:
                rendered = digest_composing.compose_digest(desk, row.id)
            case marked_addresses.ADDRESS_MARKED:
                rendered = marked_addresses.compose_marked_address(desk)
            case _:
                rendered = compose(desk)
        if rendered is None:
            return None
        recipient = Mailbox(row.reader_name, row.reader_email)
        return Outgoing(rendered, recipient, _key(row, self.office))

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
    if row.kind == digest_composing.DIGEST:
        return f"{day} {row.kind} {row.person}"
    parts = [name.split("/", 1)[1] for name in sorted(row.about) if "/" in name]
    version = max(row.about.values())
    thing = "-".join([row.subject_key, *parts, *([f"v{version}"] if version > 1 else [])])
    return f"{day} {row.kind} {thing} {row.rung.lstrip('+')} {row.person}"
