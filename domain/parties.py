"""The stakeholders of a theme as they are today: whoever was taken over is its successor's row.

KMD became KDD on 2022-01-01: from then on KMD's row is shown as KDD's, continued from KMD, with the
stances of both. The rows themselves stay as they were registered.
"""

from collections import defaultdict
from collections.abc import Iterable
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
        """The row that says what is registered of it by now."""
        return self.rows[0]

    @property
    def theme(self) -> str:
        return self.own.theme

    @property
    def role(self) -> StakeholderRole:
        return self.own.role

    @property
    def responsibility(self) -> str:
        return self.own.responsibility

    @property
    def influence(self) -> Level | None:
        return self.own.influence

    @property
    def interest(self) -> Level | None:
        return self.own.interest

    @property
    def known_by(self) -> tuple[str, ...]:
        return self.own.known_by

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
