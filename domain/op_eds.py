"""Op-eds: idea, draft, with members, approved, submitted to an outlet, published or rejected."""

from dataclasses import dataclass
from datetime import date

from .dates import Edtf
from .entity import Entity
from .events import (
    OpEdApproved,
    OpEdCirculated,
    OpEdCorrected,
    OpEdPublished,
    OpEdRejected,
    OpEdStarted,
    OpEdSubmitted,
    OpEdTouched,
)
from .kinds import OpEdStatus


@dataclass(eq=False)
class OpEd(Entity):
    """An op-ed. `touched` is the day on which someone last worked on it, `touches` how often."""

    key: str
    title: str
    touched: date
    status: OpEdStatus = OpEdStatus.IDEA
    area: str | None = None
    outlet: str | None = None
    published: Edtf | None = None
    cosigners: tuple[str, ...] = ()
    reaction: str = ""
    responsible: str | None = None
    source: str = ""
    touches: int = 1

    @classmethod
    def start(
        cls,
        key: str,
        title: str,
        on: date,
        *,
        status: OpEdStatus = OpEdStatus.IDEA,
        area: str | None = None,
        outlet: str | None = None,
        cosigners: tuple[str, ...] = (),
        reaction: str = "",
        responsible: str | None = None,
        source: str = "",
    ) -> "OpEd":
        """Begin an op-ed; `on` is the day in Oslo on which work on it was last known."""
        op_ed = cls(
            key,
            title,
            on,
            status,
            area,
            outlet,
            cosigners=cosigners,
            reaction=reaction,
            responsible=responsible,
            source=source,
        )
        op_ed.record(OpEdStarted(key, status.value, on))
        return op_ed

    @property
    def waits_for_us(self) -> bool:
        """Whether it lies with the council as a draft that someone should work on."""
        return self.status is OpEdStatus.DRAFT

    def _worked_on(self, on: date) -> None:
        self.touched = max(on, self.touched)
        self.touches += 1

    def touch(self, on: date) -> None:
        self._worked_on(on)
        self.record(OpEdTouched(self.key, on))

    def become(self, status: OpEdStatus, on: date) -> None:
        """It has become, or has again become, an idea or a draft."""
        self.status = status
        self.touch(on)

    def circulate(self, on: date) -> None:
        self.status = OpEdStatus.CIRCULATED
        self._worked_on(on)
        self.record(OpEdCirculated(self.key, on))

    def approve(self, on: date) -> None:
        self.status = OpEdStatus.APPROVED
        self._worked_on(on)
        self.record(OpEdApproved(self.key, on))

    def submit(self, outlet: str | None, on: date) -> None:
        self.status, self.outlet = OpEdStatus.SUBMITTED, outlet
        self._worked_on(on)
        self.record(OpEdSubmitted(self.key, outlet, on))

    def reject(self, on: date) -> None:
        """The outlet did not take it; it may go on to the next one."""
        self.status = OpEdStatus.REJECTED
        self._worked_on(on)
        self.record(OpEdRejected(self.key, self.outlet, on))

    def publish(self, outlet: str | None, published: Edtf) -> None:
        self.status, self.outlet, self.published = OpEdStatus.PUBLISHED, outlet, published
        self._worked_on(published.first)
        self.record(OpEdPublished(self.key, outlet, published))

    def correct(self, **values: object) -> None:
        changed = self.change(values)
        if changed:
            self.record(OpEdCorrected(self.key, changed))
