"""Promises that others gave the council: what, when it was said, and by when it is to be kept."""

from dataclasses import dataclass
from enum import StrEnum

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    PromiseCorrected,
    PromiseDropped,
    PromiseGiven,
    PromiseKept,
    PromiseMoved,
    PromiseReopened,
    PromiseRestored,
    PromiseWithdrawn,
)
from .notes import beginning, written


class PromiseStatus(StrEnum):
    """What became of a promise; dropped when nobody waits for it any more."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


class NothingPromised(DomainError):
    """Write what was promised: the text is empty."""


class PromisedForThePast(DomainError):
    """What was promised {given} cannot be due {by_when}. Check the two dates."""


class KeptBeforeGiven(DomainError):
    """A promise that was given {given} cannot have been kept {kept}. Check the date."""


class PromiseIsClosed(DomainError):
    """The promise {promise} is settled already. Open it again before anything else is said."""


class PromiseIsWithdrawn(DomainError):
    """The promise {promise} is withdrawn. Take it back in before anything is changed."""


@dataclass(eq=False)
class Promise(Entity):
    """What `organisation` said that it would do.

    `said_in` is where: "meeting:M2022-08", "letter:L2020-02", or nothing. `by_when` is when it is
    to be kept by; reminders look at its last day. `version` counts how often that day has changed,
    or the promise been opened again. `kept_on` is when it was kept. `responsible` is the person of
    ours who is reminded of it.
    """

    key: str
    organisation: str
    given: Edtf
    what: str
    by_when: Edtf | None = None
    theme: str | None = None
    said_in: str = ""
    status: PromiseStatus = PromiseStatus.OPEN
    kept_on: Edtf | None = None
    note: str = ""
    version: int = 1
    withdrawn: bool = False
    responsible: str | None = None

    @classmethod
    def give(
        cls,
        key: str,
        organisation: str,
        given: Edtf,
        what: str,
        *,
        by_when: Edtf | None = None,
        theme: str | None = None,
        said_in: str = "",
        note: str = "",
        responsible: str | None = None,
    ) -> "Promise":
        """Register a promise. Raises NothingPromised, NoteTooLong and PromisedForThePast."""
        promise = cls(key, organisation, given, _said(what), by_when, theme, said_in)
        promise.note, promise.responsible = written(note), responsible
        promise._require_order(given, by_when)
        promise.record(PromiseGiven(key, organisation, given, by_when, theme))
        return promise

    @property
    def title(self) -> str:
        """What was promised, as lists and reminders name it: on one line, and not too long."""
        return beginning(self.what)

    @property
    def open(self) -> bool:
        """Whether the council still waits for it."""
        return self.status is PromiseStatus.OPEN and not self.withdrawn

    @property
    def due(self) -> Edtf | None:
        """When it is to be kept by, as long as somebody waits for it."""
        return self.by_when if self.open else None

    def keep(self, on: Edtf) -> None:
        """It was kept. Raises PromiseIsClosed, PromiseIsWithdrawn and KeptBeforeGiven."""
        self._require_open()
        if on.last < self.given.first:
            raise KeptBeforeGiven(given=self.given, kept=on)
        self.status, self.kept_on = PromiseStatus.KEPT, on
        self.record(PromiseKept(self.key, on))

    def drop(self, why: str = "") -> None:
        """Nobody waits for it any more. Raises PromiseIsClosed and PromiseIsWithdrawn."""
        self._require_open()
        self.status = PromiseStatus.DROPPED
        self.record(PromiseDropped(self.key, " ".join(why.split())))

    def reopen(self) -> None:
        """It was not kept after all, or is waited for again; its reminders start anew."""
        self._require_stands()
        if self.status is not PromiseStatus.OPEN:
            self.status, self.kept_on = PromiseStatus.OPEN, None
            self.version += 1
            self.record(PromiseReopened(self.key))

    def move(self, by_when: Edtf | None) -> None:
        """It is to be kept by another day, or no day is known. Raises PromisedForThePast."""
        self._require_stands()
        self._require_order(self.given, by_when)
        if by_when != self.by_when:
            self.by_when = by_when
            self.version += 1
            self.record(PromiseMoved(self.key, by_when))

    def correct(self, **values: object) -> None:
        """Put right what was registered, other than `by_when` (see `move`).

        Raises PromiseIsWithdrawn, NothingPromised, NoteTooLong and PromisedForThePast.
        """
        self._require_stands()
        if "what" in values:
            values["what"] = _said(str(values["what"]))
        if "note" in values:
            values["note"] = written(str(values["note"]))
        given = values.get("given", self.given)
        if isinstance(given, Edtf):
            self._require_order(given, self.by_when)
        changed = self.change(values)
        if changed:
            self.record(PromiseCorrected(self.key, changed))

    def withdraw(self, why: str = "") -> None:
        """It was registered by mistake; what was written is kept."""
        if not self.withdrawn:
            self.withdrawn = True
            self.record(PromiseWithdrawn(self.key, " ".join(why.split())))

    def restore(self) -> None:
        if self.withdrawn:
            self.withdrawn = False
            self.version += 1
            self.record(PromiseRestored(self.key))

    def _require_stands(self) -> None:
        if self.withdrawn:
            raise PromiseIsWithdrawn(promise=self.key)

    def _require_open(self) -> None:
        self._require_stands()
        if self.status is not PromiseStatus.OPEN:
            raise PromiseIsClosed(promise=self.key)

    @staticmethod
    def _require_order(given: Edtf, by_when: Edtf | None) -> None:
        if by_when is not None and by_when.last < given.first:
            raise PromisedForThePast(given=given, by_when=by_when)


def _said(what: str) -> str:
    plain = written(what)
    if not plain:
        raise NothingPromised
    return plain
