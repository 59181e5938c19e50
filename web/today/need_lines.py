"""A line of what needs a person: a count, a sentence, and one place to go."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...wording.language import Language

NAMED = 3
"""How many things a line names before it only counts the rest."""


@dataclass(frozen=True)
class Act:
    """What can be done about it with one click: the button's words, and where it is sent."""

    label: str
    path: str


@dataclass(frozen=True)
class Item:
    """One thing that needs somebody; `mention` is how the line on the front page names it.

    `key` is what it can be put off by, empty where it cannot.
    """

    title: str
    href: str
    detail: str
    mention: str
    key: str = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True)
class Need:
    """One line. `href` is where its one action leads; an `act` is done at once instead."""

    name: str
    sentence: str
    detail: str
    action: str
    href: str
    items: tuple[Item, ...]
    late: bool = False
    act: Act | None = None


def place(name: str, items: Sequence[Item]) -> str:
    """Where a line leads: to the thing itself, or to the list of them."""
    return items[0].href if len(items) == 1 else f"/today/{name}"


def mentions(items: Sequence[Item], lang: Language) -> str:
    """The first things by name, and how many more there are."""
    named = ", ".join(item.mention for item in items[:NAMED])
    rest = len(items) - NAMED
    return lang.text("{named} and {n} more", named=named, n=rest) if rest > 0 else named
