"""The council numbers its meetings within the year: "Rådsmøte 1/2023", in old papers "01/16"."""

import re
from collections.abc import Iterable

from .kinds import MeetingKind
from .meetings import Meeting

_NUMBERED = re.compile(r"(?P<number>[0-9]{1,2})/(?P<year>[0-9]{4}|[0-9]{2})$")
_CENTURY = 2000


def numbered(title: str) -> tuple[int, int] | None:
    """The year and the number at the end of a title, None where there are none."""
    found = _NUMBERED.search(title.rstrip())
    if found is None:
        return None
    year = int(found["year"])
    return (year if year >= _CENTURY else year + _CENTURY), int(found["number"])


def last_number(meetings: Iterable[Meeting], year: int) -> int:
    """The highest number of a council meeting in that year, 0 before the first.

    The number of a cancelled meeting stays its own: papers may have named it.
    """
    known = [numbered(each.title) for each in meetings if each.kind is MeetingKind.COUNCIL]
    return max((each[1] for each in known if each and each[0] == year), default=0)
