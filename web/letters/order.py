"""In which order the list of letters stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...store.filing import NEVER, NONE_EXPECTED, WITHDRAWN
from ..lists.folding import folded
from ..names import Names
from .filters import STATES, Filters

UNDATED = ((NONE_EXPECTED,), (WITHDRAWN,))


@dataclass(frozen=True)
class Found:
    """A letter with all by which it has its place; `sent` is no other letter's."""

    letter: str
    sent: str
    title: str
    due: str
    recipients: tuple[str, ...]
    standings: tuple[str, ...]


class Order:
    """The order that the address asks for; letters alike in it stand newest first."""

    def __init__(self, filters: Filters, names: Names) -> None:
        self.by, self.backwards = filters.sort.removeprefix("-"), filters.sort.startswith("-")
        self._names = names

    def put(self, letters: Iterable[Found]) -> list[Found]:
        newest = sorted(letters, key=lambda each: each.sent, reverse=True)
        found = sorted(newest, key=self._place, reverse=self.backwards)
        if self.by == "due":
            # What has no due date stands last in both directions.
            found.sort(key=lambda each: each.due == NEVER)
        return found

    def _place(self, found: Found) -> Any:
        if self.by in ("to", "state"):
            return self.stretch(found.recipients, found.standings)
        return getattr(found, self.by)

    def stretch(self, recipients: tuple[str, ...], standings: tuple[str, ...]) -> Any:
        """What letters share that follow each other, as far as their drawer decides it."""
        match self.by:
            case "to":
                return tuple(folded(self._names.label(key)) for key in recipients)
            case "state":
                known = [STATES.index(each) for each in standings if each in STATES]
                return min(known, default=len(STATES))
            case "due":
                # Turned round with the rest, so that these come last all the same.
                return (standings in UNDATED) is not self.backwards
        return None
