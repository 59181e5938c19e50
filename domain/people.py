"""The people of the council: secretariat, leader, members, deputies, observers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from .digests import DigestWish, Rhythm
from .entity import Entity
from .events import DigestChosen, MemberJoined, MemberLeft, PersonCorrected
from .kinds import Role


@dataclass(eq=False)
class Person(Entity):
    """Someone with a role in the council between two days."""

    key: str
    name: str
    email: str
    role: Role
    organisation: str | None = None
    deputy_for: str | None = None
    since: date | None = None
    until: date | None = None
    digest_rhythm: Rhythm = Rhythm.DAILY
    digest_hour: time | None = None

    @classmethod
    def join(
        cls,
        key: str,
        name: str,
        email: str,
        role: Role,
        *,
        organisation: str | None = None,
        deputy_for: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> "Person":
        person = cls(key, name, email, role, organisation, deputy_for, since, until)
        person.record(MemberJoined(key, role.value, since))
        if until is not None:
            person.record(MemberLeft(key, until))
        return person

    def active_on(self, day: date) -> bool:
        """Whether the person holds the role on that day; both the first and the last day count."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    @property
    def digest(self) -> DigestWish:
        """When the person's reminders come together in one mail."""
        return DigestWish(self.digest_rhythm, self.digest_hour)

    def choose_digest(self, wish: DigestWish) -> None:
        """How the person wants it from the next digest on."""
        if wish != self.digest:
            self.digest_rhythm, self.digest_hour = wish.rhythm, wish.hour
            hour = wish.hour.isoformat("minutes") if wish.hour else None
            self.record(DigestChosen(self.key, wish.rhythm.value, hour))

    def leave(self, on: date) -> None:
        self.until = on
        self.record(MemberLeft(self.key, on))

    def correct(self, **values: object) -> None:
        changed = tuple(name for name, value in values.items() if getattr(self, name) != value)
        for name in changed:
            setattr(self, name, values[name])
        if "until" in changed and self.until is not None:
            self.record(MemberLeft(self.key, self.until))
        others = tuple(name for name in changed if name != "until")
        if others or (changed and self.until is None):
            self.record(PersonCorrected(self.key, changed))


def holding(role: Role, people: Iterable[Person], day: date) -> list[Person]:
    """Everyone in that role on that day, by key."""
    found = [each for each in people if each.role == role and each.active_on(day)]
    return sorted(found, key=lambda person: person.key)
