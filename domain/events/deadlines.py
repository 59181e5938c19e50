"""Dates to be met, ours and others'."""

from dataclasses import dataclass

from ..dates import Edtf
from ..kinds import Kind
from ..sentences import N_
from .base import Bell, Event, Keys


@dataclass(frozen=True)
class DeadlineSet(Event):
    about = Kind.DEADLINE
    sentence = N_("The deadline was registered: {due}.")
    deadline: str
    due: Edtf


@dataclass(frozen=True)
class DeadlineMoved(Event):
    about = Kind.DEADLINE
    sentence = N_("The deadline moved. It was {was} and is now {due}.")
    deadline: str
    was: Edtf
    due: Edtf


@dataclass(frozen=True)
class DeadlineCorrected(Event):
    about = Kind.DEADLINE
    sentence = N_("What was registered about the deadline was corrected: {changed}.")
    deadline: str
    changed: Keys


@dataclass(frozen=True)
class DeadlineMet(Event):
    about = Kind.DEADLINE
    sentence = N_("What the deadline was for was done {when_on}.")
    deadline: str
    on: Edtf


@dataclass(frozen=True)
class DeadlineCancelled(Event):
    about = Kind.DEADLINE
    deadline: str
    why: str = ""

    @property
    def sentence(self) -> str:
        if self.why.strip():
            return N_("The deadline was cancelled: {why}.")
        return N_("The deadline was cancelled.")


@dataclass(frozen=True)
class DeadlineNearing(Bell):
    """The clock reached a rung of an open deadline."""

    about = Kind.DEADLINE
    deadline: str
    rung: str
    due: Edtf
    versions: tuple[int, ...]

    @property
    def sentence(self) -> str:
        if self.woken:
            return N_("The reminder of the deadline that had been put off came back: {due}.")
        if self.after_its_end:
            return N_("The time in which the deadline falls was over: {due}.")
        if not self.on_the_date:
            return N_("The deadline came near: {due} (reminder {rung} ahead).")
        if self.due.imprecise:
            return N_("The time in which the deadline falls began: {due}.")
        return N_("The day of the deadline came: {due}.")


@dataclass(frozen=True)
class ConsultationNearing(Bell):
    """The clock reached a rung of a consultation that has not been answered."""

    about = Kind.CONSULTATION
    consultation: str
    rung: str
    due: Edtf
    versions: tuple[int, ...]

    @property
    def sentence(self) -> str:
        if self.woken:
            return N_("The reminder of the consultation that had been put off came back: {due}.")
        if self.after_its_end:
            return N_("The time in which the consultation's deadline falls was over: {due}.")
        if not self.on_the_date:
            return N_("The consultation's deadline came near: {due} (reminder {rung} ahead).")
        if self.due.imprecise:
            return N_("The time in which the consultation's deadline falls began: {due}.")
        return N_("The day of the consultation's deadline came: {due}.")
