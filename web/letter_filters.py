"""Which letters the list shows, and in which order: all of it stands in the address."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import QueryParams

from ..domain.kinds import LetterKind
from .folding import folded
from .letter_rows import Row

UNANSWERED = frozenset({"awaiting", "interim", "overdue"})
STATES = (
    "unanswered",
    "awaiting",
    "overdue",
    "interim",
    "answered",
    "signed_off",
    "none_expected",
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
        words = folded(self.q).split()
        return (
            all(word in row.searched for word in words)
            and (not self.state or has_state(row, self.state))
            and (not self.department or self.department in row.departments)
            and self.kind in ("", row.kind)
            and self.area in ("", row.area)
            and self.year in ("", str(row.sent.first.year))
        )

    def ordered(self, rows: Iterable[Row]) -> list[Row]:
        """In the order asked for; letters alike in it newest first."""
        newest = sorted(rows, key=lambda row: (row.sent.sort_key(), row.key), reverse=True)
        key = {
            "sent": lambda row: (row.sent.sort_key(), row.key),
            "title": lambda row: folded(row.title),
            "to": lambda row: [folded(line.label) for line in row.lines],
            "due": lambda row: min(line.due.sort_key() for line in row.lines if line.due),
            "state": lambda row: min(STATES.index(line.standing.name) for line in row.lines),
        }[self.sort.removeprefix("-")]
        backwards = self.sort.startswith("-")
        if self.sort.removeprefix("-") == "due":
            # What has no due date stands last in both directions.
            dated = [row for row in newest if any(line.due for line in row.lines)]
            return sorted(dated, key=key, reverse=backwards) + [
                row for row in newest if row not in dated
            ]
        return sorted(newest, key=key, reverse=backwards)


def _one_of(value: str, known: Iterable[str]) -> str:
    return value if value in known else ""


def has_state(row: Row, state: str) -> bool:
    """Whether any answer to the letter stands so; "unanswered" is all that is still open."""
    names = {line.standing.name for line in row.lines}
    return bool(names & UNANSWERED) if state == "unanswered" else state in names
