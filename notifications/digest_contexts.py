"""What a digest is told: the reminders and tidings of one person that come together in one mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ..domain.digests import Rhythm
from .contexts import (
    AnswerMail,
    CommentsMail,
    DatedMail,
    DeadlineMail,
    Mail,
    OpEdMail,
    OpEdSubmittedMail,
    ReplyMail,
    SuggestionsMail,
    require_web_address,
)
from .theme_contexts import (
    PromiseMail,
    QuietMail,
    StakeholdersMail,
    StanceMail,
    ThemeIdleMail,
)
from .transport import Unbuildable


class Group(StrEnum):
    """Under which heading a thing stands, in the order of the mail; empty ones are left out."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this week"
    WAITING = "waiting"
    ANSWERS = "answers"
    AHEAD = "ahead"


@dataclass(frozen=True, kw_only=True)
class DigestItem:
    """One thing of a digest: the name of the event, and what a mail of its own would be told."""

    kind: str
    mail: Mail

    @property
    def on(self) -> date:
        """The day by which the thing is put in order among its like."""
        match self.mail:
            case AnswerMail():
                return min(line.due for line in self.mail.departments)
            case ReplyMail():
                return self.mail.received.first
            case StakeholdersMail():
                return self.mail.oldest.first
            case OpEdSubmittedMail():
                return self.mail.sent
            case DatedMail():
                return self.mail.due.first
        # What has no date comes after what has one.
        return date.max

    @property
    def group(self) -> Group:
        """Where the thing stands on the day of the mail; raises `Unbuildable` where nowhere."""
        mail = self.mail
        for kind, group in _STANDING.items():
            if isinstance(mail, kind):
                return group
        match mail:
            case AnswerMail():
                return Group.OVERDUE if self.on < mail.today else Group.WAITING
            case PromiseMail():
                return Group.OVERDUE if mail.is_past else Group.WAITING
            case DeadlineMail() if not mail.is_our_own:
                return Group.WAITING
            case DatedMail():
                return _by_date(mail)
        raise Unbuildable(reason=f"a digest has no place for {self.kind} of {mail.key}")


_STANDING: Mapping[type[Mail], Group] = {
    ReplyMail: Group.ANSWERS,
    OpEdSubmittedMail: Group.WAITING,
    QuietMail: Group.WAITING,
    # These have no date, but lie with us and are to be taken up again soon.
    OpEdMail: Group.THIS_WEEK,
    CommentsMail: Group.THIS_WEEK,
    SuggestionsMail: Group.THIS_WEEK,
    ThemeIdleMail: Group.THIS_WEEK,
    StanceMail: Group.THIS_WEEK,
}


def _by_date(mail: DatedMail) -> Group:
    sunday = mail.today + timedelta(days=6 - mail.today.weekday())
    if mail.is_past:
        return Group.OVERDUE
    if mail.due.last == mail.today:
        return Group.TODAY
    # Of an imprecise date the first day counts, and once that has come it is now.
    return Group.THIS_WEEK if mail.due.first <= sunday else Group.AHEAD


@dataclass(frozen=True, kw_only=True)
class Digest:
    """All that one person is told on `today`; `url` is the address of the page for the day.

    `rhythm` is how often the person has it. Raises `Unbuildable` where there is nothing to tell, or
    the address is no web address.
    """

    today: date
    rhythm: Rhythm
    items: tuple[DigestItem, ...]
    url: str

    def __post_init__(self) -> None:
        require_web_address(self.url)
        if not self.items:
            raise Unbuildable(reason="a digest without a single thing to tell")
