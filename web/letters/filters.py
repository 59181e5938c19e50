"""Which letters the list shows, and in which order: all of it stands in the address."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from ...domain.kinds import LetterKind
from .rows import Row

UNANSWERED = frozenset({"awaiting", "interim", "overdue"})
STATES = (
    "unanswered",
    "awaiting",
    "overdue",
    "interim",
    "answered",
    "signed_off",
    "none_expected",
    "withdrawn",
)
SORTS = ("sent", "title", "to", "due", "state")
NEWEST_FIRST = "-sent"


@dataclass(frozen=True)
class Filters:
    """What the address asks for; what it does not know is as if it were not there."""

    q: str = ""
    state: str = ""
    department: str = ""
    kind: str = ""
    area: str = ""
    year: str = ""
    sort: str = NEWEST_FIRST

    @classmethod
    def of(cls, params: QueryParams) -> "Filters":
        sort = params.get("sort", "")
        return cls(
            q=" ".join(params.get("q", "").split()),
            state=_one_of(params.get("state", ""), STATES),
            department=params.get("department", ""),
            kind=_one_of(params.get("kind", ""), [each.value for each in LetterKind]),
            area=params.get("area", ""),
            year=params.get("year", ""),
            sort=sort if sort.removeprefix("-") in SORTS else NEWEST_FIRST,
        )

    @property
    def narrowing(self) -> bool:
        return any((self.q, self.department, self.kind, self.area, self.year))

    def fits(self, row: Row) -> bool:
        """Whether the letter fits all but the words, which the index of the search knows."""
        return (
            (not self.state or has_state(row, self.state))
            and (not self.department or self.department in row.departments)
            and self.kind in ("", row.kind)
            and self.area in ("", row.area)
            and self.year in ("", str(row.sent.first.year))
        )


def _one_of(value: str, known: Iterable[str]) -> str:
    return value if value in known else ""


def has_state(row: Row, state: str) -> bool:
    """Whether any answer to the letter stands so; "unanswered" is all that is still open."""
    names = {line.standing.name for line in row.lines}
    return bool(names & UNANSWERED) if state == "unanswered" else state in names
