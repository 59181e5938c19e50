"""The stakeholders of a theme as they are today: whoever was taken over is its successor's row.

KMD became KDD on 2022-01-01: from then on KMD's row is shown as KDD's, continued from KMD, with the
stances of both and what was known of either. The rows themselves stay as they were registered.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .organisations import Succession
from .stakeholders import Level, Stakeholder, StakeholderRole, Stance, newest_of


@dataclass(frozen=True)
class Party:
    """One organisation of today in one theme, with its own row and those that it continues.

    `organisation` is who answers today. `rows` are never empty: its own first, where it has one,
    then its predecessors', newest first.
    """

    organisation: str
    rows: tuple[Stakeholder, ...]

    @property
    def own(self) -> Stakeholder:
        """The row that is put right: its own, else the newest one that stands on the list."""
        first = self.rows[0]
        if self.has_own:
            return first
        return next((each for each in self.rows if not each.removed), first)

    @property
    def has_own(self) -> bool:
        """Whether there is a row of its own, which may have come of those that it continues."""
        return self.rows[0].organisation == self.organisation

    @property
    def _known(self) -> tuple[Stakeholder, ...]:
        """The rows of which something is known still: what was taken off the list does not count.

        The one that is put right first.
        """
        others = (each for each in self.rows if each is not self.own and not each.removed)
        return (self.own, *others)

    @property
    def theme(self) -> str:
        return self.own.theme

    @property
    def role(self) -> StakeholderRole:
        """What its own row says, else the strongest of those that it continues."""
        if self.has_own:
            return self.own.role
        return min((each.role for each in self._known), key=list(StakeholderRole).index)

    @property
    def responsibility(self) -> str:
        """What each was known to answer for, and whose it was where there are several."""
        return _each_of_its_own((each.organisation, each.responsibility) for each in self._known)

    @property
    def source(self) -> str:
        """From where that is known, likewise."""
        return _each_of_its_own((each.organisation, each.source) for each in self._known)

    @property
    def influence(self) -> Level | None:
        """What its own row says, else the most that is known of those that it continues."""
        return self._most([each.influence for each in self._known])

    @property
    def interest(self) -> Level | None:
        """Likewise."""
        return self._most([each.interest for each in self._known])

    def _most(self, levels: Sequence[Level | None]) -> Level | None:
        if self.has_own and levels[0] is not None:
            return levels[0]
        known = (each for each in levels if each is not None)
        return max(known, key=list(Level).index, default=None)

    @property
    def known_by(self) -> tuple[str, ...]:
        """Whoever knows any of them, each once."""
        return tuple(dict.fromkeys(who for each in self._known for who in each.known_by))

    @property
    def removed(self) -> bool:
        return self.own.removed

    @property
    def continued_from(self) -> tuple[str, ...]:
        """The organisations of other names whose rows are part of this, newest first."""
        return tuple(
            each.organisation for each in self.rows if each.organisation != self.organisation
        )

    @property
    def stances(self) -> list[tuple[Stakeholder, Stance]]:
        """Every stance of all its rows with the row that holds it, newest first."""
        every = [(row, each) for row in self.rows for each in row.stances]
        return sorted(every, key=lambda pair: pair[1].age, reverse=True)

    @property
    def stance(self) -> Stance | None:
        """The current one, whichever row it stands in."""
        return newest_of(each for row in self.rows for each in row.stances)

    @property
    def heard(self) -> date | None:
        """The last day on which we heard from any of them about the theme."""
        return max((row.heard for row in self.rows if row.heard is not None), default=None)

    @property
    def silent_since(self) -> date | None:
        """The last day on which we heard from any of them, else the first on which one could."""
        awaited = [row.awaited for row in self.rows if row.awaited is not None]
        return self.heard or max(awaited, default=None)


def parties(rows: Iterable[Stakeholder], succession: Succession, today: date) -> list[Party]:
    """These rows by theme and by who answers today, owners first, then by the organisation's key.

    Those taken off the list are among them (`removed`).
    """
    together: dict[tuple[str, str], list[Stakeholder]] = defaultdict(list)
    for each in rows:
        together[each.theme, succession.on(each.organisation, today)].append(each)
    roles = list(StakeholderRole)
    found = []
    for (_, organisation), those in together.items():
        line = succession.line(organisation)
        those.sort(key=lambda row: line.index(row.organisation))
        found.append(Party(organisation, tuple(those)))
    return sorted(found, key=lambda each: (roles.index(each.role), each.theme, each.organisation))


def _each_of_its_own(told: Iterable[tuple[str, str]]) -> str:
    """The texts one after the other with whose each is; what an earlier one says is left out."""
    said: list[tuple[str, str]] = []
    for who, text in told:
        if text and not any(text == other or f"{text} ({who})" in other for _, other in said):
            said.append((who, text))
    if len(said) == 1:
        return said[0][1]
    return "; ".join(f"{text} ({who})" for who, text in said)
