"""The letters that the list shows, in their order, and what can be said of all of them.

What is settled is counted and found by the database. What is still awaited depends on the day:
these letters are read, judged one by one and put in their places among the others.
"""

from ...domain.kinds import Kind
from ...domain.letters import Letter
from ...store.filing import NEVER, filed_as, in_order
from ...store.searching import keys_matching
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..names import Names
from .drawers import Drawers
from .filters import Filters, has_state
from .open_letters import unsettled_letters
from .order import Found, Order
from .rows import Row, departments, letter_row

MOST = 1000
"""How many letters a search by words shows; to find others, one writes another word."""


class LetterList:
    """The list that the filters ask for. `more`: there are more with these words than it holds."""

    def __init__(self, work: UnitOfWork, names: Names, filters: Filters, lang: Language) -> None:
        self._work, self._names, self._lang = work, names, lang
        self._order = Order(filters, names)
        unsettled = unsettled_letters(work)
        self._rows = {each.key: letter_row(each, work, names, lang) for each in unsettled}
        self._drawers = Drawers(work, names, filters, unsettled)
        self.total = len(unsettled) + self._drawers.holds.total()
        waiting = [each for each in unsettled if filters.fits(self._rows[each.key])]
        self._settled: list[Found] | None = None
        self.more = False
        if filters.q:
            keys = keys_matching(work, Kind.LETTER, filters.q, MOST + 1)
            self.more = len(keys) > MOST
            waiting = [each for each in waiting if each.key in keys[:MOST]]
            self._settled = self._drawers.of(keys[:MOST])
        self._waiting = [_found(each, self._rows[each.key]) for each in waiting]

    @property
    def count(self) -> int:
        """How many fit."""
        settled = self._drawers.count if self._settled is None else len(self._settled)
        return settled + len(self._waiting)

    @property
    def departments(self) -> set[str]:
        """Under which keys of departments letters are found."""
        settled = {each.recipients for each in self._drawers.holds}
        found = [departments(each, self._work, self._names) for each in settled]
        return set().union(*found, *(row.departments for row in self._rows.values()))

    @property
    def years(self) -> set[int]:
        return {row.sent.first.year for row in self._rows.values()} | {
            each.year for each in self._drawers.holds
        }

    def standing_so(self, state: str) -> int:
        """How many letters there are, fitting or not, of which some answer stands so."""
        settled = sum(n for each, n in self._drawers.holds.items() if state in each.standings)
        return settled + sum(has_state(row, state) for row in self._rows.values())

    def rows(self, first: int, size: int) -> list[Row]:
        """So many that fit, from that one on in the order asked for."""
        skipped, settled = 0, self._settled
        if settled is None:
            # Those that wait stand somewhere among the settled ones, at most all of them before.
            skipped = max(0, first - len(self._waiting))
            settled = self._drawers.part(skipped, first + size - skipped)
        every = self._order.put([*settled, *self._waiting])
        shown = [each.letter for each in every[first - skipped :][:size]]
        self._work.bring(Letter, [key for key in shown if key not in self._rows])
        return [self._row(key) for key in shown]

    def _row(self, key: str) -> Row:
        if key in self._rows:
            return self._rows[key]
        return letter_row(self._work.view(Letter, key), self._work, self._names, self._lang)


def _found(letter: Letter, row: Row) -> Found:
    """As it stands today."""
    place = filed_as(letter)
    dated = [in_order(line.due) for line in row.lines if line.due]
    return Found(
        letter.key,
        place["sent"],
        place["title"],
        min(dated, default=NEVER),
        letter.recipients,
        tuple(line.standing.name for line in row.lines),
    )
