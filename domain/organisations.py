"""Organisations and who took over from whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .entity import Entity
from .events import OrganisationCorrected, OrganisationRegistered, OrganisationSucceeded

MINISTRY = "ministry"


@dataclass(eq=False)
class Organisation(Entity):
    """A ministry, directorate, committee, newspaper… with a short key (HOD, KD, NFD).

    `language` is nb or nn where it is written to in one of them; empty is as the council writes.
    """

    key: str
    name: str
    kind: str
    successor: str | None = None
    succeeded_on: date | None = None
    email: str = ""
    note: str = ""
    language: str = ""

    @classmethod
    def register(
        cls, key: str, name: str, kind: str, *, email: str = "", note: str = ""
    ) -> "Organisation":
        organisation = cls(key=key, name=name, kind=kind, email=email, note=note)
        organisation.record(OrganisationRegistered(key))
        return organisation

    @property
    def is_department(self) -> bool:
        return self.kind == MINISTRY

    def succeeded_by(self, successor: str, on: date) -> None:
        """From that day on, what was open here is asked of the successor."""
        if (self.successor, self.succeeded_on) == (successor, on):
            return
        self.successor, self.succeeded_on = successor, on
        self.record(OrganisationSucceeded(self.key, successor, on))

    def not_succeeded(self) -> None:
        """A succession was registered by mistake: the organisation answers for itself."""
        if self.successor is not None:
            self.successor = self.succeeded_on = None
            self.record(OrganisationCorrected(self.key, ("successor",)))

    def correct(self, *, name: str, kind: str, email: str, note: str) -> None:
        changed = tuple(
            field
            for field, value in (("name", name), ("kind", kind), ("email", email), ("note", note))
            if getattr(self, field) != value
        )
        if changed:
            self.name, self.kind, self.email, self.note = name, kind, email, note
            self.record(OrganisationCorrected(self.key, changed))

    def write_in(self, language: str) -> None:
        """From now on it is written to in that language; no register knows it, a person sets it."""
        if self.language != language:
            self.language = language
            self.record(OrganisationCorrected(self.key, ("language",)))


class Succession:
    """Who answers for whom on a given day: KMD became KDD on 2022-01-01."""

    def __init__(self, steps: Mapping[str, tuple[str, date]]) -> None:
        self._steps = dict(steps)

    @classmethod
    def of(cls, organisations: Iterable[Organisation]) -> "Succession":
        return cls(
            {
                each.key: (each.successor, each.succeeded_on)
                for each in organisations
                if each.successor is not None and each.succeeded_on is not None
            }
        )

    def on(self, key: str, day: date) -> str:
        """The key of the organisation that answers for `key` at the end of that day."""
        if key not in self._steps:
            return key  # as nearly all
        seen = {key}
        while key in self._steps:
            successor, since = self._steps[key]
            if since > day or successor in seen:
                break
            seen.add(successor)
            key = successor
        return key

    @property
    def parties(self) -> frozenset[str]:
        """Whoever was taken over, and whoever took over."""
        return frozenset(self._steps).union(successor for successor, _ in self._steps.values())

    def line(self, key: str) -> tuple[str, ...]:
        """The organisation and all that came before it, newest first."""
        found = [key]
        for name in found:
            found.extend(
                earlier
                for earlier, (successor, _) in sorted(self._steps.items())
                if successor == name and earlier not in found
            )
        return tuple(found)
