"""Comments on a circulated draft: one answer a person and edition, or that there are none.

What comes after the last day is taken while the draft is still with the members, and marked as
late. What came in time stands once that day is over; until then its author may change it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from .circulations import WithTheMembers
from .entity import Entity
from .errors import DomainError
from .events import (
    CommentChanged,
    CommentGiven,
    CommentJudged,
    CommentWithdrawn,
    NothingToComment,
)
from .kinds import Kind


class Verdict(StrEnum):
    """What became of a comment."""

    OPEN = "open"
    TAKEN = "taken"
    NOT_TAKEN = "not_taken"


class NothingWritten(DomainError):
    """Write your comments, or answer that you have none."""


class CommentsStand(DomainError):
    """The last day for comments was {day}, and what came in time stands. Write to the secretariat if something must be changed."""  # noqa: E501 - the docstring is the message


class NothingToJudge(DomainError):
    """{comment} holds nothing that could be taken into the text."""


def plain(text: str) -> str:
    """What was typed, with ends of lines as the council keeps them, and nothing around it."""
    return text.replace("\r\n", "\n").strip()


@dataclass(eq=False)
class Wording:
    """What somebody wrote at a moment (UTC); empty where they had no comments."""

    text: str
    at: datetime


@dataclass(eq=False)
class Comment(Entity):
    """What one person (`by`) answered about one edition of a draft; every wording is kept.

    `kind` and `thing` say what it is about. `why` is the reason of the verdict, where one is given.
    """

    key: str
    kind: Kind
    thing: str
    edition: int
    by: str
    late: bool = False
    withdrawn: bool = False
    verdict: Verdict = Verdict.OPEN
    why: str = ""
    wordings: list[Wording] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands; empty where there were no comments."""
        return self.wordings[-1].text if self.wordings else ""

    @property
    def at(self) -> datetime:
        """When that was written (UTC)."""
        return self.wordings[-1].at

    @property
    def stands(self) -> bool:
        return bool(self.wordings) and not self.withdrawn

    @property
    def waits(self) -> bool:
        """Whether somebody has still to say what becomes of it."""
        return self.stands and bool(self.text) and self.verdict is Verdict.OPEN

    def may_change(self, draft: WithTheMembers | None, today: date) -> bool:
        """Whether its author may still write something else; `draft` is what is with them now."""
        if draft is None or draft.edition != self.edition:
            return False
        return self.late or not self.stands or not draft.is_late(today)

    def say(self, text: str, draft: WithTheMembers, now: datetime, today: date) -> None:
        """Comment, or change what was said. Without a text there are no comments.

        `now` is in UTC, `today` a day in Oslo. Raises CommentsStand.
        """
        if self.stands and plain(text) == self.text:
            return
        self._require_open(draft, today)
        had_some = self.stands and bool(self.text)
        self.wordings.append(Wording(plain(text), now))
        self.withdrawn, self.late = False, draft.is_late(today)
        self.verdict, self.why = Verdict.OPEN, ""
        facts = (self.key, self.kind.value, self.thing, self.by)
        if not self.text:
            self.record(NothingToComment(*facts, self.late))
        elif had_some:
            self.record(CommentChanged(*facts))
        else:
            self.record(CommentGiven(*facts, self.late))

    def withdraw(self, draft: WithTheMembers, today: date) -> None:
        """Its author takes it back; what was written is kept. Raises CommentsStand."""
        if not self.stands:
            return
        self._require_open(draft, today)
        self.withdrawn = True
        self.record(CommentWithdrawn(self.key, self.kind.value, self.thing, self.by))

    def judge(self, verdict: Verdict, why: str = "") -> None:
        """Say what became of it, or that it is open after all. Raises NothingToJudge."""
        if not self.stands or not self.text:
            raise NothingToJudge(comment=self.key)
        said = " ".join(why.split())
        if (verdict, said) == (self.verdict, self.why):
            return
        self.verdict, self.why = verdict, said
        facts = (self.key, self.kind.value, self.thing, self.by)
        self.record(CommentJudged(*facts, verdict.value, said))

    def _require_open(self, draft: WithTheMembers, today: date) -> None:
        if not self.may_change(draft, today):
            raise CommentsStand(day=draft.comments_by)
