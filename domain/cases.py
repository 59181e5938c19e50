"""The number of a case of the council: the item, the meeting and the year, as in 43/5/2021."""

import re
from dataclasses import dataclass

from .errors import DomainError
from .numbered_meetings import numbered

_CASE = re.compile(r"(?:sak\s+)?([0-9]{1,3})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})", re.IGNORECASE)
_CENTURY = 2000


class NotACase(DomainError):
    """“{text}” is no case number: write the item, the meeting and the year, as in 43/5/2021."""


class CaseOfAnotherMeeting(DomainError):
    """Case {case} is of meeting {number}/{year}, but {title} was chosen: check the two."""


@dataclass(frozen=True)
class CaseNumber:
    """Item `item` of the council's meeting `meeting` in `year`."""

    item: int
    meeting: int
    year: int

    def __str__(self) -> str:
        return f"{self.item}/{self.meeting}/{self.year}"

    @classmethod
    def read(cls, text: str) -> "CaseNumber":
        """What a person typed: "43/5/2021", "sak 43/5/21". Raises NotACase."""
        found = _CASE.fullmatch(" ".join(text.split()))
        if found is None:
            raise NotACase(text=text)
        item, meeting, year = (int(each) for each in found.groups())
        return cls(item, meeting, year if year >= _CENTURY else year + _CENTURY)

    def require_meeting(self, title: str) -> None:
        """Refuse a meeting whose title carries another number. Raises CaseOfAnotherMeeting."""
        known = numbered(title)
        if known is not None and known != (self.year, self.meeting):
            raise CaseOfAnotherMeeting(case=self, number=self.meeting, year=self.year, title=title)
