"""What was registered by mistake is withdrawn, and taken back in: the same two deeds everywhere."""

from collections.abc import Callable
from typing import Any

from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..forms import Form, Text, field
from .deed import Deed, Undo, Widget

CarryOut = Callable[[UnitOfWork, str, Any], str]
Words = tuple[str, str]
"""What a deed is called, and the sentence after it."""


class Mistaken(Form):
    why: Text = field(N_("Why"), default="", max_length=500)


def withdrawing(
    withdrawn: Words, withdraw: CarryOut, restored: Words, restore: CarryOut
) -> tuple[Deed, Deed]:
    """The deeds of a thing that tells by `withdrawn` whether it stands."""
    return (
        Deed(
            "withdraw",
            *withdrawn,
            withdraw,
            Mistaken,
            (Widget("why", required=False),),
            possible=lambda found: not found.withdrawn,
            undo=Undo("restore"),
        ),
        Deed("restore", *restored, restore, possible=lambda found: found.withdrawn),
    )
