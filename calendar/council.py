"""The council's calendar as its records stand: meetings, deadlines, and consultations to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from ..domain.consultations import Consultation
from ..domain.dates import Edtf
from ..domain.deadlines import Deadline
from ..domain.kinds import ConsultationKind, DeadlineKind, DeadlineStatus, MeetingStatus
from ..domain.meetings import Meeting, MeetingTime
from ..domain.sentences import N_
from ..wording.dates import when
from ..wording.language import Language
from ..wording.lists import joined
from .entries import DEADLINE, AllDay, Entry, Timed
from .selection import Item
from .whole import Thing

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


def tell(item: Item, thing: Thing, lang: Language, base_url: str) -> Entry | None:
    """The thing as an entry, by the item that it is listed as; None if it has just lost its date.

    Postgres may show a thing as it became after it was listed.
    """
    teller = Teller(lang, base_url.rstrip("/"), dict(item.names))
    match thing:
        case Meeting():
            return teller.meeting(thing, joining=item.joining)
        case Deadline():
            return teller.deadline(thing)
        case Consultation():
            return teller.consultation(thing, thing.deadline) if thing.deadline else None


@dataclass(frozen=True)
class Teller:
    """Tells of one thing at a time, to one reader.

    `names` are those of organisations and people, and titles of consultations, by their keys; what
    is not there stands as its key.
    """

    lang: Language
    base_url: str
    names: Mapping[str, str] = field(default_factory=dict)

    def meeting(self, meeting: Meeting, *, joining: bool = False) -> Entry:
        """With `joining`, how to take part from afar: for the eyes of those who do only."""
        lang = self.lang
        planned = meeting.status is MeetingStatus.PLANNED
        span, imprecise = hours(meeting.time) or days(meeting.time.on)
        with_whom = joined([self.names.get(key, key) for key in meeting.participants], lang)
        url = self._page("meetings", meeting.key)
        join_url = meeting.join_url if joining else ""
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
                if planned and meeting.time.on.is_day
                else "",
                lang.text("Place: {place}.", place=meeting.place) if meeting.place else "",
                lang.text("Take part from afar: {url}", url=join_url) if join_url else "",
                lang.text("With {participants}.", participants=with_whom) if with_whom else "",
                lang.text("Agenda:\n{agenda}", agenda=meeting.agenda) if meeting.agenda else "",
                lang.text("Papers: {url}", url=meeting.papers_url) if meeting.papers_url else "",
                url=url,
            ),
            url=url,
            cancelled=meeting.status is MeetingStatus.CANCELLED,
            imprecise=imprecise,
            tentative=planned,
        )

    def deadline(self, deadline: Deadline) -> Entry:
        lang = self.lang
        span, imprecise = days(deadline.due)
        belongs_to = self.names.get(deadline.consultation or "")
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
        span, imprecise = days(due)
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


def hours(time: MeetingTime) -> tuple[Timed, None] | None:
    """From start to end in UTC where the hours are known, and no imprecise date then."""
    return (Timed(time.start, time.ends), None) if time.start and time.ends else None


def days(value: Edtf) -> tuple[AllDay, Edtf | None]:
    """The days of the period, and the date itself where it is not one day."""
    return AllDay.over(value), None if value.is_day else value
