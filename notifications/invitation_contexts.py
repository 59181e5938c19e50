"""What the mails to somebody who is invited are told: plain values, as those in `contexts`."""

from dataclasses import dataclass, replace
from enum import StrEnum

from ..domain.invitations import Shown
from ..domain.kinds import PartStat
from ..domain.meetings import MeetingTime
from .contexts import require_web_address
from .one_line import as_one_line


class Detail(StrEnum):
    """What can be new in an invitation while its time stays, in the order in which it is told."""

    TITLE = "title"
    PLACE = "place"
    AGENDA = "agenda"
    JOIN_URL = "join_url"
    PAPERS_URL = "papers_url"


@dataclass(frozen=True)
class AnswerLinks:
    """Where to answer without a calendar: three doors to one page, which asks once more."""

    page: str

    @property
    def accepted(self) -> str:
        return f"{self.page}?answer=accepted"

    @property
    def tentative(self) -> str:
        return f"{self.page}?answer=tentative"

    @property
    def declined(self) -> str:
        return f"{self.page}?answer=declined"


@dataclass(frozen=True, kw_only=True)
class InvitationMail:
    """A meeting as one who is invited is shown it, and as they were shown it before.

    `was` is None where they are told for the first time. `organizer` is who invites, `contact` a
    person to write or speak to, if one is named. `answer_url` is the page of `AnswerLinks`, empty
    where there is nothing to answer. `partstat` is the answer that still holds. Raises
    `Unbuildable` for a link that is no web address.
    """

    shown: Shown
    organizer: str
    was: Shown | None = None
    contact: str = ""
    answer_url: str = ""
    partstat: PartStat = PartStat.NEEDS_ACTION
    required: bool = True

    def __post_init__(self) -> None:
        for url in (self.answer_url, self.shown.join_url, self.shown.papers_url):
            if url:
                require_web_address(url)
        for name in ("organizer", "contact"):
            object.__setattr__(self, name, as_one_line(getattr(self, name)))
        object.__setattr__(self, "shown", _in_lines(self.shown))
        if self.was:
            object.__setattr__(self, "was", _in_lines(self.was))

    @property
    def answer(self) -> AnswerLinks | None:
        return AnswerLinks(self.answer_url) if self.answer_url else None

    @property
    def answered(self) -> bool:
        return self.partstat is not PartStat.NEEDS_ACTION

    @property
    def known(self) -> Shown:
        """The meeting as the reader knows it, which is what is called off."""
        return self.was or self.shown

    @property
    def postponed(self) -> bool:
        """Whether a meeting that is taken out of calendars is to take place all the same."""
        return not self.shown.time.on.is_day

    @property
    def changed(self) -> tuple[Detail, ...]:
        """What is new beside the time; nothing where they were told nothing before."""
        was = self.was
        if was is None:
            return ()
        return tuple(
            each for each in Detail if getattr(self.shown, each.value) != getattr(was, each.value)
        )


@dataclass(frozen=True, kw_only=True)
class ProposalMail(InvitationMail):
    """Another time that the reader proposed and that was turned down; `comment` may say why.

    `proposed` is None where it is not known any more.
    """

    proposed: MeetingTime | None = None
    comment: str = ""


def _in_lines(shown: Shown) -> Shown:
    """Title and place on one line each, the agenda without empty lines at its ends."""
    return replace(
        shown,
        title=as_one_line(shown.title),
        place=as_one_line(shown.place),
        agenda="\n".join(filter(None, map(as_one_line, shown.agenda.splitlines()))),
    )
