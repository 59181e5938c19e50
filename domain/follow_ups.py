"""Follow-ups (purringer): drafted by the system, decided by a person, then a letter like any other.

One draft to a department lists every letter of ours that it has not answered in time, and two
follow-ups to the same department keep a distance. Nothing goes out without a person's approval.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .entity import Entity
from .errors import DomainError
from .events import (
    FollowUpApproved,
    FollowUpDrafted,
    FollowUpExtended,
    FollowUpLapsed,
    FollowUpNarrowed,
    FollowUpNotSent,
    FollowUpRejected,
    FollowUpReopened,
    FollowUpRewritten,
)
from .kinds import FollowUpStatus
from .working_days import WorkingCalendar

DISTANCE = 10  # working days between two follow-ups to one department
BEFORE_THE_LEADER = 2  # follow-ups by the secretariat, after which the leader signs


class AlreadyDecided(DomainError):
    """{follow_up} is {status} already: see `tilsvar follow-up list` for what still waits."""


class NotRejected(DomainError):
    """{follow_up} is {status}, not rejected: there is nothing to take back."""


class NotApproved(DomainError):
    """{follow_up} is {status}, not approved: there is nothing to withdraw."""


class NothingLeftToAsk(DomainError):
    """{follow_up} asks for nothing that is overdue any more: reject it instead."""


class TooSoon(DomainError):
    """{department} got a follow-up on {last}: the next may go out on {earliest}."""


class TextOutOfDate(DomainError):
    """The text of {follow_up} was written when it asked about {letters} too, which it does no more: edit it first."""  # noqa: E501 - the docstring is the message


class NoText(DomainError):
    """{follow_up} needs a text: its first line is the title, the rest the letter."""


class Level(StrEnum):
    """How firmly it asks: the first, the second, or one for the leader's signature."""

    FIRST = "first"
    SECOND = "second"
    LEADER = "leader"

    @classmethod
    def of(cls, number: int) -> "Level":
        if number > BEFORE_THE_LEADER:
            return cls.LEADER
        return cls.FIRST if number == 1 else cls.SECOND


@dataclass(eq=False)
class FollowUp(Entity):
    """A letter that asks a department for outstanding answers.

    `letters` are the keys of what it asks about, oldest first; `number` counts within the letter
    that has been followed up most. The first line of `text` is the title. `written_for` are the
    letters that it asked about when a person wrote the text; it is empty while the text is the
    system's own. `sent_as` is the letter that it became.
    """

    key: str
    department: str
    letters: tuple[str, ...]
    number: int
    language: str
    drafted: date
    text: str = ""
    written_for: tuple[str, ...] = ()
    status: FollowUpStatus = FollowUpStatus.DRAFTED
    decided: date | None = None
    decided_by: str | None = None
    reason: str = ""
    sent_as: str | None = None

    @classmethod
    def draft(
        cls,
        key: str,
        department: str,
        letters: Iterable[str],
        *,
        number: int,
        language: str,
        drafted: date,
    ) -> "FollowUp":
        follow_up = cls(key, department, tuple(letters), number, language, drafted)
        follow_up.record(FollowUpDrafted(key, department, follow_up.letters, number))
        return follow_up

    @property
    def level(self) -> Level:
        return Level.of(self.number)

    @property
    def waits(self) -> bool:
        """Whether a person has still to decide."""
        return self.status is FollowUpStatus.DRAFTED

    @property
    def title(self) -> str:
        return self.text.strip().split("\n", 1)[0].strip()

    @property
    def body(self) -> str:
        """The text below the title."""
        return self.text.strip().partition("\n")[2].strip()

    @property
    def out_of_date(self) -> tuple[str, ...]:
        """What the person's own text asks about, and the follow-up no longer does."""
        return tuple(each for each in self.written_for if each not in self.letters)

    def ask_about(self, letters: Sequence[str], number: int) -> tuple[str, ...]:
        """Ask about these letters and no others; the ones that came in. It lapses without any."""
        self._require_waiting()
        if not letters:
            self.status = FollowUpStatus.LAPSED
            self.record(FollowUpLapsed(self.key))
            return ()
        came = tuple(each for each in letters if each not in self.letters)
        gone = tuple(each for each in self.letters if each not in letters)
        self.letters, self.number = tuple(letters), number
        for each in came:
            self.record(FollowUpExtended(self.key, each))
        for each in gone:
            self.record(FollowUpNarrowed(self.key, each))
        return came

    def write(self, text: str) -> None:
        """The system's own text, as long as no person has written one."""
        self.text = text

    def add(self, paragraph: str, letters: Iterable[str]) -> None:
        """Keep what a person wrote, and add a paragraph about letters that came in since."""
        self.text = f"{self.text.rstrip()}\n\n{paragraph.strip()}\n"
        self.written_for = tuple(dict.fromkeys((*self.written_for, *letters)))

    def rewrite(self, text: str) -> None:
        """A person puts another text in its place. Raises NoText."""
        self._require_waiting()
        if not text.strip():
            raise NoText(follow_up=self.key)
        self.text, self.written_for = text.strip() + "\n", self.letters
        self.record(FollowUpRewritten(self.key))

    def start_over(self, language: str) -> None:
        """The system is to write the text again, in that language."""
        self._require_waiting()
        self.language, self.written_for = language, ()
        self.record(FollowUpRewritten(self.key))

    def approve(self, on: date, by: str, sent_as: str) -> None:
        """A person lets it go out; it is the letter `sent_as` from now on. Raises TextOutOfDate."""
        self.require_ready()
        self.status, self.sent_as = FollowUpStatus.APPROVED, sent_as
        self.decided, self.decided_by = on, by
        self.record(FollowUpApproved(self.key, self.department, self.letters, sent_as))

    def require_ready(self) -> None:
        """Raises AlreadyDecided, NothingLeftToAsk, TextOutOfDate."""
        if self.status is FollowUpStatus.LAPSED:
            raise NothingLeftToAsk(follow_up=self.key)
        self._require_waiting()
        if self.out_of_date:
            raise TextOutOfDate(follow_up=self.key, letters=", ".join(self.out_of_date))

    def reject(self, on: date, by: str, why: str) -> None:
        """A person decides that it does not go out; the letters' own reminders stay as they are."""
        self._require_waiting()
        self.status, self.reason = FollowUpStatus.REJECTED, why
        self.decided, self.decided_by = on, by
        self.record(FollowUpRejected(self.key, why))

    def reopen(self) -> None:
        """It was rejected by mistake, and waits for a decision again. Raises NotRejected."""
        if self.status is not FollowUpStatus.REJECTED:
            raise NotRejected(follow_up=self.key, status=self.status)
        self.status, self.reason = FollowUpStatus.DRAFTED, ""
        self.decided, self.decided_by = None, None
        self.record(FollowUpReopened(self.key))

    def take_back(self) -> str:
        """It was approved by mistake, and waits for a decision again; the letter that it became.

        Raises NotApproved.
        """
        if self.status is not FollowUpStatus.APPROVED or self.sent_as is None:
            raise NotApproved(follow_up=self.key, status=self.status)
        letter = self.sent_as
        self.status, self.sent_as = FollowUpStatus.DRAFTED, None
        self.decided, self.decided_by = None, None
        self.record(FollowUpNotSent(self.key, letter))
        return letter

    def _require_waiting(self) -> None:
        if not self.waits:
            raise AlreadyDecided(follow_up=self.key, status=self.status)


def earliest_next(last: date, calendar: WorkingCalendar) -> date:
    """The first day on which another follow-up to the same department may go out."""
    return calendar.shift(last, DISTANCE)
