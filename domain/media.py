"""Media: what an outlet takes, what was said about the council's work, and who may speak for it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    CoverageCorrected,
    CoverageRecorded,
    CoverageRestored,
    CoverageWithdrawn,
    OutletDescribed,
    SpeakerNamed,
    SpeakerUnnamed,
)
from .links import web_link

MEDIA = "media"
"""The kind of an organisation that is a newspaper, a journal or another outlet."""

LONGEST_TEXT, LONGEST_LEAD = 1_000_000, 365


class NotALength(DomainError):
    """{longest} cannot be the length that an outlet takes: give 1 to 1 000 000 characters."""


class NotALeadTime(DomainError):
    """{lead_days} days cannot be how early an outlet wants a text: give 0 to 365."""


class CoverageAheadOfTime(DomainError):
    """Nothing can have been said on {on}, which has not come yet: check the date."""


class SpeaksOnOneThing(DomainError):
    """Name a theme or an area that {person} speaks on, not both at once."""


class CoverageSort(StrEnum):
    """What was printed or sent: about us, by a reader of ours, with us, or by us in answer."""

    COVERAGE = "coverage"
    READER_COMMENT = "reader_comment"
    INTERVIEW = "interview"
    ANSWER = "answer"


@dataclass(eq=False)
class Outlet(Entity):
    """What a newspaper, journal or website takes. The key is that of its organisation.

    `longest` counts characters with spaces, `lead_days` the calendar days before the wanted day by
    which it wants the text; both are None while nobody knows. `submit_to` says where texts go.
    """

    key: str
    longest: int | None = None
    lead_days: int | None = None
    submit_to: str = ""
    note: str = ""

    def describe(
        self, *, longest: int | None, lead_days: int | None, submit_to: str, note: str
    ) -> None:
        """What is known of what it takes. Raises NotALength and NotALeadTime."""
        if longest is not None and not 1 <= longest <= LONGEST_TEXT:
            raise NotALength(longest=longest)
        if lead_days is not None and not 0 <= lead_days <= LONGEST_LEAD:
            raise NotALeadTime(lead_days=lead_days)
        values = {"longest": longest, "lead_days": lead_days, "submit_to": submit_to, "note": note}
        changed = self.change(values)
        if changed:
            self.record(OutletDescribed(self.key, changed))

    @property
    def is_described(self) -> bool:
        return bool(
            self.longest is not None or self.lead_days is not None or self.submit_to or self.note
        )

    def last_day(self, wanted: date) -> date | None:
        """The last day to submit what is to stand on the wanted day; None if unknown."""
        return None if self.lead_days is None else wanted - timedelta(days=self.lead_days)

    def too_long(self, text: str) -> int:
        """How many characters, spaces included, the text has more than it takes; else 0."""
        return 0 if self.longest is None else max(len(text.strip()) - self.longest, 0)


@dataclass(eq=False)
class Coverage(Entity):
    """What was said about the council's work somewhere. `note` tells what it says.

    `op_ed`, `theme` and `letter` are the keys of what it is about, `speaker` that of whoever spoke
    for the council.
    """

    key: str
    title: str
    on: Edtf
    sort: CoverageSort = CoverageSort.COVERAGE
    outlet: str | None = None
    url: str = ""
    op_ed: str | None = None
    theme: str | None = None
    letter: str | None = None
    speaker: str | None = None
    note: str = ""
    withdrawn: bool = False

    @classmethod
    def of(
        cls,
        key: str,
        title: str,
        on: Edtf,
        *,
        sort: CoverageSort = CoverageSort.COVERAGE,
        outlet: str | None = None,
        url: str = "",
        op_ed: str | None = None,
        theme: str | None = None,
        letter: str | None = None,
        speaker: str | None = None,
        note: str = "",
    ) -> "Coverage":
        """What was printed or sent `on` a day. Raises NotALink where `url` is no web address."""
        found = cls(
            key, title, on, sort, outlet, web_link(url), op_ed, theme, letter, speaker, note
        )
        found.record(CoverageRecorded(key, sort.value, outlet, on))
        return found

    def correct(self, **values: object) -> None:
        """Put right what was registered wrongly. Raises NotALink."""
        if "url" in values:
            values["url"] = web_link(str(values["url"]))
        changed = self.change(values)
        if changed:
            self.record(CoverageCorrected(self.key, changed))

    def withdraw(self, why: str = "") -> None:
        """It was recorded by mistake; it stays, and counts no more."""
        if not self.withdrawn:
            self.withdrawn = True
            self.record(CoverageWithdrawn(self.key, why))

    def restore(self) -> None:
        if self.withdrawn:
            self.withdrawn = False
            self.record(CoverageRestored(self.key))


@dataclass(eq=False)
class Speaker(Entity):
    """That somebody may speak for the council on a theme, an area, or on everything.

    It ends by itself with the person's role: only who has one today is shown.
    """

    key: str
    person: str
    theme: str | None = None
    area: str | None = None
    ended: bool = False

    @classmethod
    def of(cls, person: str, *, theme: str | None = None, area: str | None = None) -> "Speaker":
        """The naming before it is told. Raises SpeaksOnOneThing where both are given."""
        return cls(speaker_key(person, theme=theme, area=area), person, theme, area, ended=True)

    def name(self) -> None:
        if self.ended:
            self.ended = False
            self.record(SpeakerNamed(self.person, self.theme, self.area))

    def unname(self) -> None:
        if not self.ended:
            self.ended = True
            self.record(SpeakerUnnamed(self.person, self.theme, self.area))


def speaker_key(person: str, *, theme: str | None = None, area: str | None = None) -> str:
    """One key for a person and a subject. Raises SpeaksOnOneThing where both are given."""
    if theme and area:
        raise SpeaksOnOneThing(person=person)
    return "/".join((person, "theme" if theme else "area" if area else "all", theme or area or ""))
