"""What stands on the public list of what the council says, and what was taken off it.

The address at which the council itself shows it stands on the list alone.
"""

from dataclasses import dataclass

from ..kinds import Kind
from ..sentences import N_
from .base import Event


@dataclass(frozen=True)
class LetterMadePublic(Event):
    about = Kind.LETTER
    sentence = N_("The letter was put on the public list.")
    letter: str


@dataclass(frozen=True)
class LetterLinkedPublicly(Event):
    """Another address at which the council shows it, or none any more."""

    about = Kind.LETTER
    sentence = N_("The public address of the letter was changed.")
    letter: str


@dataclass(frozen=True)
class LetterTakenOffPublicList(Event):
    about = Kind.LETTER
    sentence = N_("The letter was taken off the public list.")
    letter: str


@dataclass(frozen=True)
class OpEdMadePublic(Event):
    about = Kind.OP_ED
    sentence = N_("The op-ed was put on the public list.")
    op_ed: str


@dataclass(frozen=True)
class OpEdLinkedPublicly(Event):
    about = Kind.OP_ED
    sentence = N_("The public address of the op-ed was changed.")
    op_ed: str


@dataclass(frozen=True)
class OpEdTakenOffPublicList(Event):
    about = Kind.OP_ED
    sentence = N_("The op-ed was taken off the public list.")
    op_ed: str
