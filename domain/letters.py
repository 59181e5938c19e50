"""Letters that the council sent. A letter to three ministries is three obligations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from .dates import Edtf
from .due_dates import DueDate
from .entity import Entity
from .errors import DomainError
from .events import (
    AcknowledgementReceived,
    AnswerDueMoved,
    AnswerExpected,
    FollowUpSent,
    InterimReplyReceived,
    LetterCorrected,
    LetterSent,
    ObligationSignedOff,
    ReplyCorrected,
    ReplyReceived,
    ReplyWithdrawn,
    SignOffWithdrawn,
)
from .kinds import LetterKind, ReplyKind, SignOffCode
from .obligations import Obligation, Reply, SignOff


class NotARecipient(DomainError):
    """{letter} was not sent to {organisation}: name {recipients}, or who took over from them."""


class AlreadyClosed(DomainError):
    """{letter} is already closed for {recipient}: withdraw the reply or sign-off if it is wrong."""


class NothingToWithdraw(DomainError):
    """There is no {what} from {recipient} on {letter} to withdraw."""


class NothingExpected(DomainError):
    """{letter} expects no answer from {recipient}, so there is no date to move."""


class PromiseStands(DomainError):
    """{recipient} has promised to answer {letter} by {promised}: record a newer promise instead."""


class ReplyBeforeLetter(DomainError):
    """A reply of {received} cannot answer {letter}, which was sent {sent}: check both dates."""


class NoRecipients(DomainError):
    """{letter} has no recipient. A letter goes to one organisation or more."""


@dataclass(eq=False)
class Letter(Entity):
    """A letter, memo or submission that the council sent."""

    key: str
    kind: LetterKind
    title: str
    sent: Edtf
    area: str | None = None
    responsible: str | None = None
    follows_up: str | None = None
    outcome: str = ""
    source: str = ""
    obligations: list[Obligation] = field(default_factory=list)

    @classmethod
    def send(
        cls,
        key: str,
        kind: LetterKind,
        title: str,
        sent: Edtf,
        recipients: Iterable[str],
        *,
        ruled: DueDate | None,
        area: str | None = None,
        responsible: str | None = None,
        follows_up: str | None = None,
        outcome: str = "",
        source: str = "",
    ) -> "Letter":
        """Register a letter as sent. `ruled` says when an answer is due; None: none is expected."""
        letter = cls(key, kind, title, sent, area, responsible, follows_up, outcome, source)
        for position, recipient in enumerate(dict.fromkeys(recipients)):
            obligation = Obligation(
                key=f"{key}/{recipient}",
                recipient=recipient,
                position=position,
                expected=ruled is not None,
                ruled=ruled,
            )
            obligation.settle()
            letter.obligations.append(obligation)
        if not letter.obligations:
            raise NoRecipients(letter=key)
        letter.record(LetterSent(key, letter.recipients, sent))
        if ruled is not None:
            for each in letter.obligations:
                letter.record(AnswerExpected(key, each.recipient, ruled.day, ruled.rule.name))
        return letter

    @property
    def recipients(self) -> tuple[str, ...]:
        return tuple(each.recipient for each in self.obligations)

    def obligation(self, organisation: str, line: Iterable[str] = ()) -> Obligation:
        """The obligation of that organisation, or of one that it took over from (`line`)."""
        for name in (organisation, *line):
            for each in self.obligations:
                if each.recipient == name:
                    return each
        raise NotARecipient(
            organisation=organisation, letter=self.key, recipients=", ".join(self.recipients)
        )

    def take_reply(self, organisation: str, reply: Reply, line: Iterable[str] = ()) -> Obligation:
        """Record what came back from a recipient or its successor."""
        obligation = self.obligation(organisation, line)
        if reply.received.last < self.sent.first:
            raise ReplyBeforeLetter(letter=self.key, received=reply.received, sent=self.sent)
        reply.answered_by = organisation
        if reply.kind is ReplyKind.FINAL:
            if obligation.closed():
                raise AlreadyClosed(letter=self.key, recipient=obligation.recipient)
            reply.sign_off = reply.sign_off or SignOffCode.UNSPECIFIED
        before = obligation.due()
        obligation.replies.append(reply)
        self._tell_reply(obligation, reply)
        self._moved(obligation, before, "promise")
        return obligation

    def _tell_reply(self, obligation: Obligation, reply: Reply) -> None:
        name = obligation.recipient
        if reply.kind is ReplyKind.FINAL:
            code = (reply.sign_off or SignOffCode.UNSPECIFIED).value
            self.record(ReplyReceived(self.key, name, reply.received, code, reply.answered_by))
        elif reply.kind is ReplyKind.INTERIM:
            self.record(InterimReplyReceived(self.key, name, reply.received, reply.promised))
        else:
            self.record(AcknowledgementReceived(self.key, name, reply.received))

    def _moved(self, obligation: Obligation, before: date | None, why: str) -> None:
        """Start a new version of the date where it changed, so that its ladder starts anew."""
        obligation.settle()
        after = obligation.due()
        if before is None or after is None or before == after:
            return
        obligation.version += 1
        self.record(AnswerDueMoved(self.key, obligation.recipient, before, after, why))

    def withdraw_reply(self, organisation: str, why: str, line: Iterable[str] = ()) -> None:
        """Take back the newest reply that counts; what it had closed opens again."""
        obligation = self.obligation(organisation, line)
        counting = [each for each in obligation.replies if not each.withdrawn]
        if not counting:
            raise NothingToWithdraw(what="reply", letter=self.key, recipient=obligation.recipient)
        self._withdraw(obligation, counting[-1], why)

    def _withdraw(self, obligation: Obligation, reply: Reply, why: str) -> None:
        before, was_closed = obligation.due(), obligation.closed()
        reply.withdrawn = True
        self.record(ReplyWithdrawn(self.key, obligation.recipient, reply.received, why))
        if was_closed and not obligation.closed():
            obligation.version += 1
        self._moved(obligation, before, "withdrawn")

    def sign_off(
        self, organisation: str, sign_off: SignOff, line: Iterable[str] = ()
    ) -> Obligation:
        """Close an obligation without a reply."""
        obligation = self.obligation(organisation, line)
        if obligation.closed():
            raise AlreadyClosed(letter=self.key, recipient=obligation.recipient)
        obligation.sign_offs.append(sign_off)
        obligation.settle()
        self.record(
            ObligationSignedOff(self.key, obligation.recipient, sign_off.code.value, sign_off.on)
        )
        return obligation

    def withdraw_sign_off(self, organisation: str, why: str, line: Iterable[str] = ()) -> None:
        obligation = self.obligation(organisation, line)
        counting = [each for each in obligation.sign_offs if not each.withdrawn]
        if not counting:
            raise NothingToWithdraw(
                what="sign-off", letter=self.key, recipient=obligation.recipient
            )
        counting[-1].withdrawn = True
        obligation.version += 1
        obligation.settle()
        self.record(SignOffWithdrawn(self.key, obligation.recipient, counting[-1].code.value, why))

    def move_due(self, organisation: str, day: date, why: str, line: Iterable[str] = ()) -> None:
        """A person sets another date for one recipient's answer."""
        obligation = self.obligation(organisation, line)
        before = obligation.due()
        if before is None:
            raise NothingExpected(letter=self.key, recipient=obligation.recipient)
        promised = obligation.promised()
        if promised is not None:
            name = obligation.recipient
            raise PromiseStands(letter=self.key, recipient=name, promised=promised.last)
        obligation.set_by_hand = day
        self._moved(obligation, before, why)

    def recompute(self, work_out: Callable[[Edtf], DueDate], why: str) -> None:
        """Apply a changed rule or calendar to the open obligations; closed ones stay."""
        for obligation in self.obligations:
            if obligation.open:
                before = obligation.due()
                obligation.ruled = work_out(self.sent)
                self._moved(obligation, before, why)

    def correct(self, **values: object) -> None:
        """Put right what was registered about the letter itself, other than its date."""
        changed = self.change(values)
        if changed:
            self.record(LetterCorrected(self.key, changed))

    def correct_sending(self, sent: Edtf, recipients: Iterable[str], ruled: DueDate | None) -> None:
        """Put right when and to whom it was sent, and when an answer is due (None: none expected).

        Closed answers stay as they were; of a recipient that falls away nothing is expected.
        """
        names = tuple(dict.fromkeys(recipients))
        if not names:
            raise NoRecipients(letter=self.key)
        changed = self.change({"sent": sent})
        if set(names) != {each.recipient for each in self.obligations if each.expected} or (
            ruled is None
        ) == any(each.expected for each in self.obligations):
            changed += self._address(names, expected=ruled is not None)
        if changed:
            self.record(LetterCorrected(self.key, changed))
        for obligation in self.obligations:
            if obligation.open:
                before, obligation.ruled = obligation.due(), ruled
                self._moved(obligation, before, "corrected")

    def _address(self, names: tuple[str, ...], *, expected: bool) -> tuple[str, ...]:
        """Add who was forgotten, and expect an answer of exactly those named, if of anybody."""
        were = self.recipients
        for name in names:
            if name not in were:
                key, position = f"{self.key}/{name}", len(self.obligations)
                self.obligations.append(Obligation(key, name, position, expected))
        flags = []
        for obligation in self.obligations:
            wanted = expected and obligation.recipient in names
            if wanted != obligation.expected and not obligation.closed():
                obligation.expected = wanted
                obligation.version += 1
                if wanted:  # expected anew, so that its reminders start anew as well
                    obligation.version += 1
                flags.append(obligation.recipient)
            obligation.settle()
        changed = ("recipients",) if self.recipients != were else ()
        return (*changed, "reply_expected") if flags else changed

    def replace_reply(
        self, organisation: str, was_received: str, reply: Reply, line: Iterable[str] = ()
    ) -> None:
        """Put right the reply of that kind received on that date (EDTF).

        Other words are put in its place; another date, promise or code withdraws it and takes the
        right one instead, so that the history shows both.
        """
        line = tuple(line)
        obligation = self.obligation(organisation, line)
        found = self.find_reply(organisation, was_received, reply.kind, line)
        if found is None:
            raise NothingToWithdraw(what="reply", letter=self.key, recipient=obligation.recipient)
        if reply.kind is ReplyKind.FINAL:
            reply.sign_off = reply.sign_off or SignOffCode.UNSPECIFIED
        if all(
            getattr(found, name) == getattr(reply, name)
            for name in ("received", "promised", "sign_off")
        ):
            found.summary, found.source = reply.summary, reply.source
            self.record(ReplyCorrected(self.key, obligation.recipient, found.received))
        else:
            self._withdraw(obligation, found, "corrected")
            self.take_reply(organisation, reply, line)

    def find_reply(
        self, organisation: str, received: str, kind: ReplyKind, line: Iterable[str] = ()
    ) -> Reply | None:
        """The reply of that kind received on that date (EDTF), unless it was withdrawn."""
        for each in self.obligation(organisation, line).replies:
            if not each.withdrawn and (each.received.text, each.kind) == (received, kind):
                return each
        return None

    def followed_up(self, follow_up: str, number: int, recipients: tuple[str, ...]) -> None:
        self.record(FollowUpSent(self.key, follow_up, number, recipients))
