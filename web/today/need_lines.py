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


def need(
    name: str,
    items: Sequence[Item],
    sentence: str,
    action: str,
    lang: Language,
    *,
    detail: str = "",
    href: str = "",
    late: bool = False,
    act: Act | None = None,
) -> Need | None:
    """The line about the items, or None where there are none.

    Unless told otherwise it names the first of them, and leads to the thing itself or to the list.
    """
    if not items:
        return None
    href = href or (items[0].href if len(items) == 1 else f"/today/{name}")
    shown = detail or _mentions(items, lang)
    return Need(name, sentence, shown, action, href, tuple(items), late, act)


def _mentions(items: Sequence[Item], lang: Language) -> str:
    """The first things by name, and how many more there are."""
    named = ", ".join(item.mention for item in items[:NAMED])
    rest = len(items) - NAMED
    return lang.text("{named} and {n} more", named=named, n=rest) if rest > 0 else named
