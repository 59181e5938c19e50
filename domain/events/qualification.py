"""The qualification form of a theme gets another version; what it says stands in the form alone."""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event, Keys


@dataclass(frozen=True)
class FormRevised(Event):
    """`changed` are the questions whose answers are others than in the version before."""

    about = Kind.THEME
    theme: str
    number: int
    changed: Keys

    @property
    def sentence(self) -> str:
        if self.number == 1:
            return N_("The qualification form was filled in: {changed}.")
        return N_("The qualification form got version {number}; changed: {changed}.")


@dataclass(frozen=True)
class FormTakenBack(Event):
    """An earlier version (`restored`) stands again, as version `number`."""

    about = Kind.THEME
    sentence = N_(
        "Version {restored} of the qualification form was taken back, and stands as "
        "version {number}."
    )
    theme: str
    number: int
    restored: int
