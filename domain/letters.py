"""Letters that the council sent. A letter to three ministries is three obligations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from . import letter_errors as wrong
from .answer_events import taken, taken_back
from .dates import Edtf
from .due_dates import DueDate
from .entity import Entity
from .events import (
    AnswerDueMoved,
    AnswerExpected,
    FollowUpSent,
    LetterCorrected,
    LetterSent,
    ReplyCorrected,
)
from .kinds import LetterKind, ReplyKind, SignOffCode
from .obligations import Obligation, Reply, SignOff
from .sentences import N_, Word

Fact = TypeVar("Fact", Reply, SignOff)


@dataclass(eq=False)
class Letter(Entity):
    """A letter, memo or submission that the council sent.

    `follows_up` are the keys of the letters that it asks about again. `withdrawn` says that it was
    registered by mistake (`domain/withdrawn_letters.py`).
    """

    key: str
    kind: LetterKind
    title: str
    sent: Edtf
    area: str | None = None
    responsible: str | None = None
    follows_up: tuple[str, ...] = ()
    outcome: str = ""
    source: str = ""
    withdrawn: bool = False
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
        follows_up: tuple[str, ...] = (),
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
            raise wrong.NoRecipients(letter=key)
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
        if self.withdrawn:
            raise wrong.LetterIsWithdrawn(letter=self.key)
        for name in (organisation, *line):
            for each in self.obligations:
                if each.recipient == name:
                    return each
        raise wrong.NotARecipient(
            organisation=organisation, letter=self.key, recipients=", ".join(self.recipients)
        )

    def take_reply(self, organisation: str, reply: Reply, line: Iterable[str] = ()) -> Obligation:
        """Record what came back from a recipient or its successor."""
        obligation = self.obligation(organisation, line)
        self._require_after(reply)
        reply.answered_by = organisation
        if reply.kind is ReplyKind.FINAL:
            reply.sign_off = reply.sign_off or SignOffCode.UNSPECIFIED
            if obligation.closed():
                copy = obligation.closed_from_elsewhere()
                if copy is None:
                    raise wrong.AlreadyClosed(letter=self.key, recipient=obligation.recipient)
                copy.given_to = None
                self._put_right(obligation, copy, reply)
                return obligation
        self.also_take(obligation, reply)
        return obligation

    def _require_after(self, reply: Reply) -> None:
        if reply.received.last < self.sent.first:
            raise wrong.ReplyBeforeLetter(letter=self.key, received=reply.received, sent=self.sent)

    def also_take(self, obligation: Obligation, fact: Reply | SignOff) -> None:
        """Add what came, or was decided, for one recipient of this letter."""
        before = obligation.due()
        obligation.take(fact)
        self.record(taken(self.key, obligation.recipient, fact))
        self._moved(obligation, before, "promise")

    def _moved(self, obligation: Obligation, before: date | None, why: str) -> None:
        """Start a new version of the date where it changed, so that its ladder starts anew."""
        obligation.settle()
        after = obligation.due()
        if before is None or after is None or before == after:
            return
        obligation.version += 1
        self.record(AnswerDueMoved(self.key, obligation.recipient, before, after, why))

    def withdraw_reply(self, organisation: str, why: str, line: Iterable[str] = ()) -> Reply:
        """Take back the newest reply that counts, and return it; what it closed opens again."""
        obligation = self.obligation(organisation, line)
        newest = self._newest(obligation.replies, N_("reply"), obligation)
        self.take_back(obligation, newest, why)
        return newest

    def _newest(self, facts: Iterable[Fact], what: str, obligation: Obligation) -> Fact:
        counting = [each for each in facts if not each.withdrawn]
        if not counting:
            name = obligation.recipient
            raise wrong.NothingToWithdraw(what=Word(what), letter=self.key, recipient=name)
        return counting[-1]

    def take_back(self, obligation: Obligation, fact: Reply | SignOff, why: str) -> None:
        """Withdraw that reply or sign-off; what it closed opens again, its reminders start anew."""
        before, was_closed = obligation.due(), obligation.closed()
        fact.withdrawn = True
        self.record(taken_back(self.key, obligation.recipient, fact, why))
        if was_closed and not obligation.closed():
            obligation.version += 1
        self._moved(obligation, before, "withdrawn")

    def sign_off(
        self, organisation: str, sign_off: SignOff, line: Iterable[str] = ()
    ) -> Obligation:
        """Close an obligation without a reply."""
        obligation = self.obligation(organisation, line)
        if obligation.closed():
            raise wrong.AlreadyClosed(letter=self.key, recipient=obligation.recipient)
        self.also_take(obligation, sign_off)
        return obligation

    def withdraw_sign_off(self, organisation: str, why: str, line: Iterable[str] = ()) -> SignOff:
        """Take back the newest sign-off that counts, and return it."""
        obligation = self.obligation(organisation, line)
        newest = self._newest(obligation.sign_offs, N_("sign-off"), obligation)
        self.take_back(obligation, newest, why)
        return newest

    def move_due(
        self, organisation: str, day: date | None, why: str, line: Iterable[str] = ()
    ) -> None:
        """A person sets another date for one recipient's answer; None goes by the rule again."""
        obligation = self.obligation(organisation, line)
        before = obligation.due()
        if before is None:
            raise wrong.NothingExpected(letter=self.key, recipient=obligation.recipient)
        promised = obligation.promised()
        if promised is not None:
            name = obligation.recipient
            raise wrong.PromiseStands(letter=self.key, recipient=name, promised=promised.last)
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
        if self.withdrawn:
            raise wrong.LetterIsWithdrawn(letter=self.key)
        if not names:
            raise wrong.NoRecipients(letter=self.key)
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
            name = obligation.recipient
            raise wrong.NothingToWithdraw(what=Word(N_("reply")), letter=self.key, recipient=name)
        reply.answered_by = organisation
        if reply.kind is ReplyKind.FINAL:
            reply.sign_off = reply.sign_off or SignOffCode.UNSPECIFIED
        self._put_right(obligation, found, reply)

    def _put_right(self, obligation: Obligation, found: Reply, reply: Reply) -> None:
        if all(
            getattr(found, name) == getattr(reply, name)
            for name in ("received", "promised", "sign_off")
        ):
            found.summary, found.source = reply.summary, reply.source
            self.record(ReplyCorrected(self.key, obligation.recipient, found.received))
            return
        self._require_after(reply)
        self.take_back(obligation, found, "corrected")
        if reply.kind is ReplyKind.FINAL and obligation.closed():
            raise wrong.AlreadyClosed(letter=self.key, recipient=obligation.recipient)
        self.also_take(obligation, reply)

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

    def resume(self, obligation: Obligation) -> None:
        """No follow-up asks for this answer any more: its own date and reminders count again."""
        obligation.asked_again_in = None
        obligation.version += 1
        self.record(LetterCorrected(self.key, ("asked_again_in",)))
