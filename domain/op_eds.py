"""Op-eds: idea, draft, with members, approved, submitted to an outlet, published or rejected.

What an outlet has turned down goes on to the next one; every attempt is kept.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, field
from datetime import date

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    OpEdApproved,
    OpEdCirculated,
    OpEdCommentsMoved,
    OpEdCorrected,
    OpEdCosigned,
    OpEdPublished,
    OpEdReactedTo,
    OpEdRejected,
    OpEdStarted,
    OpEdSubmitted,
    OpEdTouched,
)
from .kinds import OpEdStatus, SubmissionOutcome


class CommentsBeforeCirculation(DomainError):
    """The members cannot comment by {comments_by} on what they get on {on}: give a later day."""


BEING_WRITTEN = (OpEdStatus.IDEA, OpEdStatus.DRAFT)


@dataclass(eq=False)
class Submission:
    """One outlet's turn: when it got the op-ed (a day in Oslo), what it said, and when."""

    outlet: str | None
    sent: date
    outcome: SubmissionOutcome = SubmissionOutcome.WAITING
    answered: Edtf | None = None

    def become(self, other: "Submission") -> bool:
        """Say what the other one says; whether that is anything else."""
        before = astuple(self)
        self.outlet, self.sent = other.outlet, other.sent
        self.outcome, self.answered = other.outcome, other.answered
        return astuple(self) != before


@dataclass(eq=False)
class OpEd(Entity):
    """An op-ed. `touched` is the day on which someone last worked on it.

    `touches` is the version of what reminders look at: it goes up with every step and with every
    touch of a draft. `comments_by` is the last day for the members' comments while they have it.
    """

    key: str
    title: str
    touched: date
    status: OpEdStatus = OpEdStatus.IDEA
    area: str | None = None
    outlet: str | None = None
    published: Edtf | None = None
    cosigners: tuple[str, ...] = ()
    reaction: str = ""
    responsible: str | None = None
    source: str = ""
    touches: int = 1
    comments_by: date | None = None
    submissions: list[Submission] = field(default_factory=list)

    @classmethod
    def start(
        cls,
        key: str,
        title: str,
        on: date,
        *,
        status: OpEdStatus = OpEdStatus.IDEA,
        area: str | None = None,
        outlet: str | None = None,
        cosigners: tuple[str, ...] = (),
        reaction: str = "",
        responsible: str | None = None,
        source: str = "",
    ) -> "OpEd":
        """Begin an op-ed; `on` is the day in Oslo on which work on it was last known."""
        op_ed = cls(
            key,
            title,
            on,
            status,
            area,
            outlet,
            cosigners=cosigners,
            reaction=reaction,
            responsible=responsible,
            source=source,
        )
        op_ed.record(OpEdStarted(key, status.value, on))
        return op_ed

    @property
    def waits_for_us(self) -> bool:
        """Whether it lies with the council as a draft that someone should work on."""
        return self.status is OpEdStatus.DRAFT

    @property
    def comments_due(self) -> date | None:
        """The last day for comments, while it lies with the members and they have one."""
        return self.comments_by if self.status is OpEdStatus.CIRCULATED else None

    @property
    def waiting_at(self) -> Submission | None:
        """The outlet that has it and has not answered."""
        if self.submissions and self.submissions[-1].outcome is SubmissionOutcome.WAITING:
            return self.submissions[-1]
        return None

    def _worked_on(self, on: date) -> None:
        self.touched = max(on, self.touched)

    def _step(self, status: OpEdStatus, on: date) -> None:
        """Take a step; the reminders of the earlier one are over."""
        self.status = status
        self.touches += 1
        self._worked_on(on)

    def _back_with_us(self, on: date) -> None:
        self._settle(SubmissionOutcome.WITHDRAWN, Edtf.on(on))

    def _settle(self, outcome: SubmissionOutcome, answered: Edtf) -> None:
        waiting = self.waiting_at
        if waiting is not None:
            waiting.outcome, waiting.answered = outcome, answered

    def touch(self, on: date) -> None:
        """Someone worked on it: a draft rests anew from that day; nobody else's time is longer."""
        self._worked_on(on)
        if self.status in BEING_WRITTEN:
            self.touches += 1
        self.record(OpEdTouched(self.key, on))

    def become(self, status: OpEdStatus, on: date) -> None:
        """It has become, or has again become, an idea or a draft."""
        self._back_with_us(on)
        self._step(status, on)
        self.published = None
        self.record(OpEdTouched(self.key, on))

    def circulate(self, on: date, comments_by: date | None = None) -> None:
        """It goes to the members; for those who have it already, another day is set.

        Raises CommentsBeforeCirculation.
        """
        if comments_by is not None and comments_by < on:
            raise CommentsBeforeCirculation(comments_by=comments_by, on=on)
        if self.status is OpEdStatus.CIRCULATED:
            self._move_comments(comments_by, on)
            return
        self._back_with_us(on)
        self._step(OpEdStatus.CIRCULATED, on)
        self.comments_by = comments_by
        self.record(OpEdCirculated(self.key, on, comments_by))

    def _move_comments(self, comments_by: date | None, on: date) -> None:
        if comments_by is None:
            self.touch(on)
        elif comments_by != self.comments_by:
            self.comments_by = comments_by
            self.touches += 1
            self.record(OpEdCommentsMoved(self.key, comments_by))

    def approve(self, on: date) -> None:
        self._back_with_us(on)
        self._step(OpEdStatus.APPROVED, on)
        self.record(OpEdApproved(self.key, on))

    def submit(self, outlet: str | None, on: date) -> None:
        self._back_with_us(on)
        self._step(OpEdStatus.SUBMITTED, on)
        self.outlet = outlet
        self.submissions.append(Submission(outlet, on))
        self.record(OpEdSubmitted(self.key, outlet, on))

    def tell_of(self, number: int, told: Submission) -> None:
        """A register tells how it went at an outlet; `number` is its place on the way, from 1."""
        if number > len(self.submissions):
            self.submissions.append(told)
        elif not self.submissions[number - 1].become(told):
            return
        if told.outcome is SubmissionOutcome.WAITING:
            self.touches += 1
            self.record(OpEdSubmitted(self.key, told.outlet, told.sent))
        else:
            self.record(OpEdCorrected(self.key, ("submissions",)))

    def reject(self, on: date) -> None:
        """The outlet did not take it; it may go on to the next one."""
        self._settle(SubmissionOutcome.REJECTED, Edtf.on(on))
        self._step(OpEdStatus.REJECTED, on)
        self.record(OpEdRejected(self.key, self.outlet, on))

    def publish(self, outlet: str | None, published: Edtf) -> None:
        waiting = self.waiting_at
        ours = waiting is not None and waiting.outlet == outlet
        self._settle(
            SubmissionOutcome.PUBLISHED if ours else SubmissionOutcome.WITHDRAWN, published
        )
        self._step(OpEdStatus.PUBLISHED, published.first)
        self.outlet, self.published = outlet, published
        self.record(OpEdPublished(self.key, outlet, published))

    def cosign(self, organisations: Iterable[str]) -> None:
        """Others sign it too; who does already is not added again."""
        new = tuple(each for each in dict.fromkeys(organisations) if each not in self.cosigners)
        if new:
            self.cosigners = (*self.cosigners, *new)
            self.record(OpEdCosigned(self.key, new))

    def react(self, reaction: str, on: date) -> None:
        """Somebody reacted; `reaction` joins what was said before."""
        said = " ".join(reaction.split())
        self.reaction = f"{self.reaction}; {said}" if self.reaction else said
        self.record(OpEdReactedTo(self.key, on))

    def correct(self, **values: object) -> None:
        changed = self.change(values)
        if changed:
            self.record(OpEdCorrected(self.key, changed))
