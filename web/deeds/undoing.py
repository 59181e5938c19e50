"""What is said after something was done, and how it is taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language


@dataclass(frozen=True)
class Undoing:
    """Sending the `fields` to `href` takes back what was done; the button is called `label`."""

    href: str
    fields: tuple[tuple[str, str], ...] = ()
    label: str = ""


@dataclass(frozen=True)
class Done:
    """`href` with `more` leads to what came of it; `undo` takes it back."""

    sentence: str
    href: str | None = None
    more: str = ""
    undo: Undoing | None = None


Tell = Callable[[UnitOfWork, str, Language], Done | None]
