"""Who is away, and who stands in: the deputy while there is one, else the secretariat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .errors import DomainError
from .people import Person


class AbsenceEndsBeforeItStarts(DomainError):
    """An absence from {first} cannot end {last}: check the two days."""


@dataclass(frozen=True)
class Absence:
    """A person is away from the first to the last day, both included."""

    person: str
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise AbsenceEndsBeforeItStarts(first=self.first, last=self.last)

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


def standing_in(
    person: Person, day: date, people: Sequence[Person], absences: Sequence[Absence]
) -> list[Person]:
    """The person where present on that day, else the deputies who are; empty where nobody is."""
    if _present(person, day, absences):
        return [person]
    return [
        each
        for each in people
        if each.deputy_for == person.key and each.active_on(day) and _present(each, day, absences)
    ]


def present(people: Sequence[Person], day: date, absences: Sequence[Absence]) -> list[Person]:
    """Those of them who are not away; all of them where everybody is, so that nobody is missed."""
    here = [each for each in people if _present(each, day, absences)]
    return here or list(people)


def _present(person: Person, day: date, absences: Sequence[Absence]) -> bool:
    return not any(each.person == person.key and each.covers(day) for each in absences)
