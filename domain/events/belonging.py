"""What a person says of which things belong to a theme, against or beside the rule."""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class ThingAddedToTheme(Event):
    """`kind` and `thing` say what, here and below."""

    about = Kind.THEME
    sentence = N_("{thing} was added to the theme.")
    theme: str
    kind: str
    thing: str


@dataclass(frozen=True)
class ThingTakenFromTheme(Event):
    about = Kind.THEME
    sentence = N_("{thing} was taken out of the theme.")
    theme: str
    kind: str
    thing: str
