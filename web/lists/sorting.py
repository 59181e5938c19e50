"""Lists in the order that the address asks for, `?sort=title` or `?sort=-title`."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from .folding import folded

T = TypeVar("T")
Key = Callable[[T], Any]

_FIGURES = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Column:
    """`value` is what its button asks for: this column, or the other way round.

    `sorted` is said as `aria-sort` has it.
    """

    name: str
    label: str
    value: str
    sorted: str


def column(name: str, label: str, sort: str, *, backwards_first: bool = False) -> Column:
    """The head of that column where the list is sorted so; dates may begin with the newest."""
    backwards = f"-{name}"
    said = {name: "ascending", backwards: "descending"}.get(sort, "none")
    first, second = (backwards, name) if backwards_first else (name, backwards)
    return Column(name, label, second if sort == first else first, said)


def asked_order(sort: str, names: Collection[str]) -> str:
    """What the address asks for, empty where the list knows no such column."""
    return sort if sort.removeprefix("-") in names else ""


def in_order(things: Iterable[T], sort: str, keys: Mapping[str, Key[T]]) -> list[T]:
    """The things sorted so; alike ones stay as they were, and what has no value stands last.

    Unsorted where `sort` is empty.
    """
    if not sort:
        return list(things)
    key = keys[sort.removeprefix("-")]
    known = [(key(each), each) for each in things]
    valued = [pair for pair in known if pair[0]]
    ordered = sorted(valued, key=lambda pair: pair[0], reverse=sort.startswith("-"))
    return [each for _, each in ordered] + [each for value, each in known if not value]


def as_read(text: str) -> list[tuple[int, str]]:
    """By which a text is sorted: without case, and figures by what they count."""
    pieces = _FIGURES.split(folded(text))
    return [(int(each), "") if each.isdecimal() else (-1, each) for each in pieces if each]
