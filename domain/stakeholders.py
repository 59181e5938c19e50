"""Who has a stake in a theme: what they answer for, where they stand, and how that has changed.

A stance is what somebody was known to mean on a date, with where that is known from. It is never
overwritten: a later one becomes the current one, and one recorded by mistake is withdrawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    StakeholderCorrected,
    StakeholderHeard,
    StakeholderNamed,
    StakeholderRemoved,
    StakeholderRestored,
    StanceRecorded,
    StanceRestored,
    StanceWithdrawn,
)
from .past import happened


class StakeholderRole(StrEnum):
    """To whom the council's toolbox speaks: who owns a part of it, is touched by it, or looks on.

    Owners naturally own a part of carrying measures out, their cost or their gain; the interested
    identify with the theme or are touched by its measures; society hears of it through the media.
    """

    OWNER = "owner"
    INTERESTED = "interested"
    SOCIETY = "society"


class StanceValue(StrEnum):
    SUPPORTS = "supports"
    PARTLY = "partly"
    NEUTRAL = "neutral"
    OPPOSED = "opposed"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """How much influence somebody has on a theme, or interest in it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class StanceAhead(DomainError):
    """A stance cannot be known from {as_of}, which is still to come: give the day it was told."""


class StanceKnown(DomainError):
    """That {organisation} meant this then is recorded already: {as_of}."""


class NoSuchStance(DomainError):
    """{key} has no stance no. {number}."""


class StanceIsWithdrawn(DomainError):
    """Stance no. {number} is withdrawn already."""


class StanceStands(DomainError):
    """Stance no. {number} is not withdrawn: it stands in the list."""


class OffTheList(DomainError):
    """{organisation} is taken off the list of stakeholders: put it back first."""


class OnTheList(DomainError):
    """{organisation} is on the list of stakeholders already."""


@dataclass(eq=False)
class Stance:
    """What a stakeholder meant on a date. `evidence` is what says so: "letter:L2020-02", or empty.

    `number` counts the stances of one stakeholder from 1, in the order in which they were recorded.
    """

    number: int
    stance: StanceValue
    as_of: Edtf
    source: str = ""
    evidence: str = ""
    withdrawn: bool = False
    why: str = ""

    @property
    def age(self) -> tuple[date, date, int]:
        """Orders stances from the oldest to the newest; an imprecise date counts as its last day.

        Of two with the same date, the one recorded last is the newer.
        """
        return (self.as_of.last, self.as_of.first, self.number)


def newest_of(stances: Iterable[Stance]) -> Stance | None:
    """The current one of these: the newest that was not withdrawn."""
    standing = (each for each in stances if not each.withdrawn)
    return max(standing, key=lambda each: each.age, default=None)


@dataclass(eq=False)
class Stakeholder(Entity):
    """An organisation's part in one theme; its key is "THEME/ORGANISATION".

    `known_by` are the people of the council who know it. `heard` is the last day on which we heard
    from it about the theme, None where never, and `hearings` the version of that; of an owner from
    whom we have never heard, `awaited` is the day from which one could have. `stance_version` is
    the version of its stances. `why` says why it was taken off the list.
    """

    key: str
    theme: str
    organisation: str
    role: StakeholderRole
    responsibility: str = ""
    influence: Level | None = None
    interest: Level | None = None
    known_by: tuple[str, ...] = ()
    source: str = ""
    removed: bool = False
    why: str = ""
    heard: date | None = None
    hearings: int = 1
    awaited: date | None = None
    stance_version: int = 1
    stances: list[Stance] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        theme: str,
        organisation: str,
        role: StakeholderRole,
        *,
        responsibility: str = "",
        influence: Level | None = None,
        interest: Level | None = None,
        known_by: tuple[str, ...] = (),
        source: str = "",
    ) -> "Stakeholder":
        """Put the organisation on the theme's list."""
        found = cls(
            key_of(theme, organisation),
            theme,
            organisation,
            role,
            responsibility,
            influence,
            interest,
            known_by,
            source,
        )
        found.record(StakeholderNamed(found.key, organisation, role.value))
        return found

    @property
    def stance(self) -> Stance | None:
        """The current one: the newest by its date that was not withdrawn."""
        return newest_of(self.stances)

    def stance_number(self, number: int) -> Stance:
        """Raises NoSuchStance."""
        for each in self.stances:
            if each.number == number:
                return each
        raise NoSuchStance(key=self.key, number=number)

    def take_stance(
        self, stance: StanceValue, as_of: Edtf, today: date, *, source: str = "", evidence: str = ""
    ) -> Stance:
        """Record where it stood on that date; an older one does not become the current one.

        `today` is a day in Oslo. Raises StanceAhead, StanceKnown and OffTheList.
        """
        self._require_listed()
        happened(as_of, today, StanceAhead, as_of=as_of)
        if self.is_known(stance, as_of):
            raise StanceKnown(organisation=self.organisation, as_of=as_of)
        number = max((each.number for each in self.stances), default=0) + 1
        taken = Stance(number, stance, as_of, source.strip(), evidence)
        self.stances.append(taken)
        self.stance_version += 1
        self.record(
            StanceRecorded(self.key, self.organisation, number, stance.value, as_of, evidence)
        )
        return taken

    def withdraw_stance(self, number: int, why: str) -> Stance:
        """It was recorded by mistake. Raises NoSuchStance and StanceIsWithdrawn."""
        found = self.stance_number(number)
        if found.withdrawn:
            raise StanceIsWithdrawn(number=number)
        found.withdrawn, found.why = True, why.strip()
        self.stance_version += 1
        self.record(
            StanceWithdrawn(
                self.key, self.organisation, number, found.stance.value, found.as_of, found.why
            )
        )
        return found

    def restore_stance(self, number: int) -> Stance:
        """It was withdrawn by mistake. Raises NoSuchStance, StanceStands and StanceKnown."""
        found = self.stance_number(number)
        if not found.withdrawn:
            raise StanceStands(number=number)
        if self.is_known(found.stance, found.as_of):
            raise StanceKnown(organisation=self.organisation, as_of=found.as_of)
        found.withdrawn, found.why = False, ""
        self.stance_version += 1
        self.record(
            StanceRestored(self.key, self.organisation, number, found.stance.value, found.as_of)
        )
        return found

    def is_known(self, stance: StanceValue, as_of: Edtf) -> bool:
        """Whether it is recorded already that it meant this on that date."""
        standing = (each for each in self.stances if not each.withdrawn)
        return any((each.stance, each.as_of) == (stance, as_of) for each in standing)

    def hear(self, on: date | None) -> None:
        """This is by now the last day on which we heard from it about the theme, None for never."""
        if self.heard != on:
            self.heard = on
            self.hearings += 1
            self.record(StakeholderHeard(self.key, self.organisation, on))

    def await_word(self, since: date) -> bool:
        """An owner whom the council begins to listen for that day; whether that is news."""
        if self.removed or self.role is not StakeholderRole.OWNER or self.heard is not None:
            return False
        if self.awaited is not None:
            if self.awaited >= since:
                return False
            self.hearings += 1
        self.awaited = since
        return True

    def correct(self, **values: object) -> None:
        changed = self.change(values)
        if changed:
            self.record(StakeholderCorrected(self.key, self.organisation, changed))

    def remove(self, why: str) -> None:
        """It has no stake any more, or never had. Raises OffTheList."""
        self._require_listed()
        self.removed, self.why = True, why.strip()
        self.record(StakeholderRemoved(self.key, self.organisation, self.why))

    def restore(self) -> None:
        """It has a stake after all. Raises OnTheList."""
        if not self.removed:
            raise OnTheList(organisation=self.organisation)
        self.removed, self.why = False, ""
        self.record(StakeholderRestored(self.key, self.organisation))

    def _require_listed(self) -> None:
        if self.removed:
            raise OffTheList(organisation=self.organisation)


def key_of(theme: str, organisation: str) -> str:
    """The key of that organisation's part in that theme."""
    return f"{theme}/{organisation}"
