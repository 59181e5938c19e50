"""What each e-mail is told: plain values, already looked up, so a mail reads nothing itself."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..domain.dates import Edtf, Precision
from ..domain.kinds import ConsultationKind, DeadlineKind
from ..domain.meetings import MeetingTime
from .rendered import Attachment
from .transport import Unbuildable


class Recipient(StrEnum):
    """As what somebody gets a mail; the foot of the mail says so."""

    RESPONSIBLE = "responsible"
    SECRETARIAT = "secretariat"
    LEADER = "leader"
    MEMBER = "member"


@dataclass(frozen=True, kw_only=True)
class Mail:
    """What all mails share: the title and address of the thing, the day, and to whom it goes.

    `key` is the thing's own (L2020-02); `url` is absolute; `today` is the day of sending in Oslo;
    `responsible` is a person's name. Raises `Unbuildable` for a link that is no web address.
    """

    key: str
    title: str
    url: str
    today: date
    role: Recipient
    responsible: str | None = None

    def __post_init__(self) -> None:
        require_web_address(self.url)


@dataclass(frozen=True, kw_only=True)
class DepartmentLine:
    """One recipient of a letter whose answer is outstanding.

    `name` and `key` are those of who must answer now, `addressed_to_key` of who was written to, so
    that a successor shows (KMD, now KDD). `due` is the day from which the reminders count: the last
    day of the promise where an interim reply `promised` one.
    """

    name: str
    key: str
    due: date
    addressed_to_key: str
    working_days_over: int = 0
    interim: bool = False
    promised: Edtf | None = None


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A drafted follow-up that goes with the mail: its number, the department's key, the file."""

    number: int
    department: str
    file: Attachment


@dataclass(frozen=True, kw_only=True)
class AnswerMail(Mail):
    """One letter with all its departments at this rung.

    `follow_ups` counts those that were sent, `drafts` wait for approval. `legal_basis` is the
    council's configured text, empty for a rule of its own; `register_url` is where an answer is
    recorded, none where that has no page.
    """

    sent: Edtf
    departments: tuple[DepartmentLine, ...]
    follow_ups: int = 0
    drafts: tuple[Draft, ...] = ()
    register_url: str | None = None
    also_leader: bool = False
    legal_basis: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.register_url is not None:
            require_web_address(self.register_url)
        if not self.departments:
            raise Unbuildable(reason=f"no department of {self.key} is to be reminded of")

    @property
    def due(self) -> date | None:
        """The day on which all the answers were due, none where the days differ."""
        days = {line.due for line in self.departments}
        return days.pop() if len(days) == 1 else None

    @property
    def by_rule(self) -> tuple[DepartmentLine, ...]:
        """Those who are bound by the rule and not by a promise of their own."""
        return tuple(line for line in self.departments if line not in self.promising)

    @property
    def silent(self) -> tuple[DepartmentLine, ...]:
        """Those from whom nothing has come."""
        return tuple(line for line in self.departments if not line.interim)

    @property
    def promising(self) -> tuple[DepartmentLine, ...]:
        """Those whose interim reply names a date."""
        return tuple(line for line in self.departments if line.interim and line.promised)

    @property
    def vague(self) -> tuple[DepartmentLine, ...]:
        """Those whose interim reply names no date."""
        return tuple(line for line in self.departments if line.interim and not line.promised)


@dataclass(frozen=True, kw_only=True)
class DatedMail(Mail):
    """A mail about one date, which may be imprecise; reminders then count from its first day.

    `working_days_left` counts from today to the due day.
    """

    due: Edtf
    working_days_left: int = 0

    @property
    def is_our_own(self) -> bool:
        """Whether the date is for ourselves to keep, so that working days are counted."""
        return False

    @property
    def is_precise(self) -> bool:
        return self.due.precision in (Precision.DAY, Precision.NO_LATER_THAN)

    @property
    def days_left(self) -> int:
        """Calendar days to the day that counts; negative after it."""
        return (self.due.first - self.today).days

    @property
    def is_past(self) -> bool:
        return self.today > self.due.last


@dataclass(frozen=True, kw_only=True)
class ConsultationMail(DatedMail):
    """A consultation whose response is not submitted; `publisher` is a name, `due` its deadline."""

    kind: ConsultationKind
    publisher: str
    published: Edtf | None = None


@dataclass(frozen=True, kw_only=True)
class DeadlineMail(DatedMail):
    """A deadline of our own, or an outside date that we wait for.

    `consultation` is the title of the consultation that the deadline belongs to, if any;
    `draft_is_there` says that its reader finds the draft at the address and comments there.
    """

    kind: DeadlineKind
    consultation: str | None = None
    draft_is_there: bool = False

    @property
    def is_our_own(self) -> bool:
        return self.kind in (DeadlineKind.INTERNAL, DeadlineKind.MINUTES_COMMENTS)


@dataclass(frozen=True, kw_only=True)
class MeetingMail(DatedMail):
    """A council meeting whose papers or minutes are to go out; `due` says by when, `on` its day."""

    on: Edtf


@dataclass(frozen=True, kw_only=True)
class OpEdMail(Mail):
    """An op-ed draft that nobody has touched since `last_touched`."""

    last_touched: date

    @property
    def idle_days(self) -> int:
        return (self.today - self.last_touched).days


@dataclass(frozen=True, kw_only=True)
class OpEdCommentsMail(DatedMail):
    """An op-ed that lies with the members for their comments."""

    @property
    def is_our_own(self) -> bool:
        return True


@dataclass(frozen=True, kw_only=True)
class CommentsMail(Mail):
    """Comments on a draft that nobody has gone through yet: from whom, by name.

    `answered` of the `asked` members have answered at all.
    """

    people: tuple[str, ...]
    answered: int
    asked: int


@dataclass(frozen=True, kw_only=True)
class SuggestionsMail(Mail):
    """Activities that Tilsvar has suggested and that are `waiting` to be weighed: how many."""

    waiting: int


@dataclass(frozen=True, kw_only=True)
class OpEdSubmittedMail(Mail):
    """An op-ed that an outlet has had since `sent` without an answer; `outlet` is a name."""

    outlet: str
    sent: date
    working_days: int


@dataclass(frozen=True, kw_only=True)
class ReplyMail(Mail):
    """An answer that came to a letter; an `interim` one may have `promised` when the answer comes.

    `sender` is the name of who answered, `outstanding` the keys, as of today, of all who still owe
    an answer. `working_days` from the sending of the letter, none where a date is imprecise.
    """

    sender: str
    sender_key: str
    received: Edtf
    interim: bool = False
    promised: Edtf | None = None
    outstanding: tuple[str, ...] = ()
    working_days: int | None = None

    @property
    def others(self) -> tuple[str, ...]:
        """Those who still owe an answer, apart from whoever this one is from."""
        return tuple(key for key in self.outstanding if key != self.sender_key)


@dataclass(frozen=True, kw_only=True)
class Hours:
    """When a meeting is: its day or imprecise date, and the hours on the council's own clock."""

    on: Edtf
    start: time | None = None
    end: time | None = None

    @classmethod
    def of(cls, when: MeetingTime, zone: ZoneInfo) -> Self:
        """The time of a meeting as the clock in `zone` shows it."""
        return cls(
            on=when.on,
            start=when.start.astimezone(zone).time() if when.start else None,
            end=when.end.astimezone(zone).time() if when.end else None,
        )


@dataclass(frozen=True, kw_only=True)
class MeetingChangedMail(Mail):
    """A coming council meeting that moved from `was` to `now`, or is `cancelled`.

    Then `now` is when it would have been. Hours that are not known are left out.
    """

    was: Hours
    now: Hours
    place: str = ""
    cancelled: bool = False

    @property
    def same_day(self) -> bool:
        return self.was.on == self.now.on


def require_web_address(url: str) -> None:
    """Let only absolute http and https addresses into a mail; raises `Unbuildable`."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or not url.isprintable():
        raise Unbuildable(reason=f"{url!r} is not a web address that a mail can link to")
