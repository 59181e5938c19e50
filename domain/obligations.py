"""What each recipient of a letter owes: one answer, with its own date and its own state.

An interim reply does not close an obligation but may move its date; a final reply or a sign-off
closes it; a withdrawn one counts as if it had never been.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .dates import Edtf
from .due_dates import DueDate
from .kinds import ReplyKind, SignOffCode


class ObligationState(StrEnum):
    NONE_EXPECTED = "none_expected"
    AWAITING = "awaiting"
    INTERIM = "interim"
    OVERDUE = "overdue"
    CLOSED = "closed"


@dataclass(eq=False)
class Reply:
    """Something that came back; `withdrawn` when it was recorded by mistake.

    `given_to` is the letter that it was registered on, where it counts for this one as well: an
    answer to a follow-up answers what that asks about.
    """

    kind: ReplyKind
    received: Edtf
    promised: Edtf | None = None
    sign_off: SignOffCode | None = None
    answered_by: str = ""
    summary: str = ""
    source: str = ""
    withdrawn: bool = False
    given_to: str | None = None

    @property
    def when(self) -> Edtf:
        return self.received

    def counts(self, on: date) -> bool:
        """Whether the reply is certain at the end of that day."""
        return not self.withdrawn and self.received.last <= on


@dataclass(eq=False)
class SignOff:
    """A decision to close without a reply; never changed, only withdrawn. `given_to`: see Reply."""

    code: SignOffCode
    on: Edtf
    by: str
    note: str = ""
    withdrawn: bool = False
    given_to: str | None = None

    @property
    def when(self) -> Edtf:
        return self.on

    def counts(self, on: date) -> bool:
        return not self.withdrawn and self.on.last <= on


@dataclass(eq=False)
class Obligation:
    """One recipient's answer to one letter.

    `ruled` is the due date by the council's rule, `set_by_hand` a person's own date instead of it;
    `version` counts how often the date that reminders look at has changed. `asked_again_in` is the
    follow-up whose own date reminders look at instead. `due_on` and `closed_on` repeat what `due()`
    and the closing facts say now, so that a database can look for them.
    """

    key: str
    recipient: str
    position: int
    expected: bool
    ruled: DueDate | None = None
    set_by_hand: date | None = None
    version: int = 1
    asked_again_in: str | None = None
    due_on: date | None = None
    closed_on: date | None = None
    replies: list[Reply] = field(default_factory=list)
    sign_offs: list[SignOff] = field(default_factory=list)

    def closed(self, on: date = date.max) -> bool:
        """Whether a final reply or a sign-off counts at the end of that day."""
        return any(
            reply.kind is ReplyKind.FINAL and reply.counts(on) for reply in self.replies
        ) or any(each.counts(on) for each in self.sign_offs)

    @property
    def open(self) -> bool:
        return self.expected and not self.closed()

    def take(self, fact: Reply | SignOff) -> None:
        if isinstance(fact, Reply):
            self.replies.append(fact)
        else:
            self.sign_offs.append(fact)

    @property
    def closing(self) -> list[Reply | SignOff]:
        """What closes it: final replies and sign-offs that were not withdrawn."""
        final = [each for each in self.replies if each.kind is ReplyKind.FINAL]
        facts: list[Reply | SignOff] = [*final, *self.sign_offs]
        return [each for each in facts if not each.withdrawn]

    def closed_from_elsewhere(self) -> Reply | None:
        """The reply that closes it, where another letter was given it and nothing else does."""
        match self.closing:
            case [Reply(given_to=str()) as only]:
                return only
        return None

    def settle(self) -> None:
        """Bring what databases look for into step with the facts."""
        days = [each.when.last for each in self.closing]
        self.due_on, self.closed_on = self.due(), min(days, default=None)

    def interim(self, on: date = date.max) -> Reply | None:
        """The interim reply that counts at the end of that day: the newest."""
        return _newest(r for r in self.replies if r.kind is ReplyKind.INTERIM and r.counts(on))

    def promised(self, on: date = date.max) -> Edtf | None:
        """The date promised in the newest interim reply that names one."""
        newest = _newest(
            r
            for r in self.replies
            if r.kind is ReplyKind.INTERIM and r.promised is not None and r.counts(on)
        )
        return newest.promised if newest else None

    def due(self, on: date = date.max) -> date | None:
        """When the answer is due, seen at the end of that day: the promise, else the rule."""
        if not self.expected:
            return None
        promised = self.promised(on)
        if promised is not None:
            return promised.last
        if self.set_by_hand is not None:
            return self.set_by_hand
        return self.ruled.day if self.ruled else None

    def state(self, on: date) -> ObligationState:
        """Seen at the end of that day, by the facts' own dates as they are known now."""
        if not self.expected:
            return ObligationState.NONE_EXPECTED
        if self.closed(on):
            return ObligationState.CLOSED
        promised, due = self.promised(on), self.due(on)
        if self.interim(on) is not None and not (promised and promised.last < on):
            return ObligationState.INTERIM
        if due is not None and due < on:
            return ObligationState.OVERDUE
        return ObligationState.AWAITING


def _newest(replies: Iterable[Reply]) -> Reply | None:
    """The one received last; of two with the same date, the one that was recorded last."""
    in_turn = reversed(list(replies))
    return max(in_turn, key=lambda reply: reply.received.sort_key(), default=None)
