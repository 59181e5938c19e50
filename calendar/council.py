"""The council's calendar as its records stand: meetings, deadlines, and consultations to answer."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.kinds import ConsultationKind, DeadlineKind, DeadlineStatus, MeetingStatus
from ..domain.meetings import Meeting, MeetingTime
from ..domain.organisations import Organisation
from ..domain.sentences import N_
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import when
from ..wording.language import Language
from ..wording.lists import joined
from .entries import AllDay, Entry, Timed

DEADLINE = "deadline"

_DEADLINES = {
    DeadlineKind.INTERNAL: N_("Internal deadline"),
    DeadlineKind.MINUTES_COMMENTS: N_("Deadline for comments on the minutes"),
    DeadlineKind.EXTERNAL_PUBLICATION: N_("Expected publication"),
    DeadlineKind.EXTERNAL_MILESTONE: N_("Date set by others"),
}
_CONSULTATIONS = {
    ConsultationKind.CONSULTATION: N_("Consultation deadline"),
    ConsultationKind.CALL_FOR_INPUT: N_("Deadline for input"),
    ConsultationKind.PARLIAMENTARY_HEARING: N_("Deadline for a parliamentary hearing"),
}


def council_entries(
    work: UnitOfWork, lang: Language, base_url: str, kinds: Collection[str] | None = None
) -> list[Entry]:
    """Every meeting and deadline, and the deadline of each consultation that is still open.

    `base_url` is where the pages are, without a slash at its end; `kinds` are those of
    `entries.KINDS`, None for all. An answered or declined consultation has no date to keep any
    more, while a meeting or a deadline stays as a record of what was, cancelled ones so marked.
    """
    names = {each.key: each.name for each in work.all(Organisation)}
    teller = _Teller(lang, base_url.rstrip("/"), names)
    entries = [
        teller.meeting(each)
        for each in work.all(Meeting)
        if kinds is None or each.kind.value in kinds
    ]
    if kinds is None or DEADLINE in kinds:
        consultations = work.all(Consultation)
        titles = {each.key: each.title for each in consultations}
        entries += [teller.deadline(each, titles) for each in work.all(Deadline)]
        entries += [
            teller.consultation(each, each.deadline)
            for each in consultations
            if each.open and each.deadline is not None
        ]
    return entries


@dataclass(frozen=True)
class _Teller:
    """Tells of one thing at a time, to one reader; `names` are those of the organisations."""

    lang: Language
    base_url: str
    names: dict[str, str]

    def meeting(self, meeting: Meeting) -> Entry:
        time, lang = meeting.time, self.lang
        planned = meeting.status is MeetingStatus.PLANNED
        span, imprecise = _hours(time) or _days(time.on)
        with_whom = joined([self.names.get(key, key) for key in meeting.participants], lang)
        url = self._page("meetings", meeting.key)
        return Entry(
            uid=meeting.uid,
            sequence=meeting.sequence,
            created=meeting.created,
            modified=meeting.modified,
            kind=meeting.kind.value,
            title=meeting.title,
            when=span,
            place=meeting.place,
            description=self._told(
                lang.text("Planned; the date is not settled.")
                if planned and time.on.is_day
                else "",
                lang.text("Place: {place}.", place=meeting.place) if meeting.place else "",
                lang.text("With {participants}.", participants=with_whom) if with_whom else "",
                url=url,
            ),
            url=url,
            cancelled=meeting.status is MeetingStatus.CANCELLED,
            imprecise=imprecise,
            tentative=planned,
        )

    def deadline(self, deadline: Deadline, titles: dict[str, str]) -> Entry:
        lang = self.lang
        span, imprecise = _days(deadline.due)
        belongs_to = titles.get(deadline.consultation or "")
        met = deadline.met_on if deadline.status is DeadlineStatus.MET else None
        url = self._page("deadlines", deadline.key)
        return Entry(
            uid=deadline.uid,
            sequence=deadline.sequence,
            created=deadline.created,
            modified=deadline.modified,
            kind=DEADLINE,
            title=deadline.title,
            when=span,
            description=self._told(
                lang.text("Consultation: {title}.", title=belongs_to) if belongs_to else "",
                lang.text("Done {when}.", when=when(met, lang)) if met else "",
                url=url,
            ),
            url=url,
            cancelled=deadline.status is DeadlineStatus.CANCELLED,
            imprecise=imprecise,
            category=lang.text(_DEADLINES[deadline.kind]),
        )

    def consultation(self, consultation: Consultation, due: Edtf) -> Entry:
        lang = self.lang
        span, imprecise = _days(due)
        what = lang.text(_CONSULTATIONS[consultation.kind])
        publisher = self.names.get(consultation.publisher, consultation.publisher)
        url = self._page("consultations", consultation.key)
        return Entry(
            uid=consultation.uid,
            sequence=consultation.sequence,
            created=consultation.created,
            modified=consultation.modified,
            kind=DEADLINE,
            title=lang.text("{what}: {title}", what=what, title=consultation.title),
            when=span,
            description=self._told(lang.text("From {publisher}.", publisher=publisher), url=url),
            url=url,
            imprecise=imprecise,
            category=what,
        )

    def _page(self, folder: str, key: str) -> str:
        return f"{self.base_url}/{folder}/{quote(key, safe='')}"

    def _told(self, *sentences: str, url: str) -> str:
        """The sentences that there are, and the link in words: several clients hide URL."""
        link = self.lang.text("More in Tilsvar: {url}", url=url)
        return "\n".join([*filter(None, sentences), link])


def _hours(time: MeetingTime) -> tuple[Timed, None] | None:
    """From start to end in UTC where the hours are known, and no imprecise date then."""
    return (Timed(time.start, time.ends), None) if time.start and time.ends else None


def _days(value: Edtf) -> tuple[AllDay, Edtf | None]:
    """The days of the period, and the date itself where it is not one day."""
    return AllDay.over(value), None if value.is_day else value
