"""A list of things with its views and filters in the address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request

from ...domain.dates import Edtf
from ...wording.language import Language
from ..standing import Standing
from .folding import folded
from .paging import paged
from .sorting import Key, as_read, asked_order, column, in_order

PAGE = 100

COLUMNS: Mapping[str, Key["Entry"]] = {
    "on": lambda each: each.on and each.on.sort_key(),
    "title": lambda each: as_read(each.title),
    "who": lambda each: as_read(each.who),
    "state": lambda each: as_read(f"{each.standing.tag} {each.standing.after}"),
}
"""By what each column of a list is sorted, in their order."""


class Entry(NamedTuple):
    """One line, of thousands maybe.

    `views` are those that it is in, `facets` by name what each filter compares. `on` is
    the date that the list is about; `who` stands beside the title.
    """

    href: str
    title: str
    detail: str
    on: Edtf | None
    who: str
    standing: Standing
    views: frozenset[str]
    facets: Mapping[str, tuple[str, str]] = {}
    searched: str = ""
    among: Mapping[str, tuple[tuple[str, str], ...]] = {}

    def facet(self, name: str) -> tuple[tuple[str, str], ...]:
        """What one filter compares: a thing may be `among` several."""
        return self.among.get(name) or ((self.facets[name],) if name in self.facets else ())

    def fits(self, view: str, words: Sequence[str], asked: Mapping[str, str]) -> bool:
        return (
            (not view or view in self.views)
            and all(value in dict(self.facet(name)) for name, value in asked.items())
            and self._says(words)
        )

    def _says(self, words: Sequence[str]) -> bool:
        if not words:
            return True
        text = folded(f"{self.title}\n{self.detail}\n{self.who}\n{self.searched}")
        return all(word in text for word in words)


@dataclass(frozen=True)
class View:
    label: str
    href: str
    count: int
    current: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


@dataclass(frozen=True)
class ListShape:
    """`views` and `facets` are names with their labels; the first view is shown unasked.

    A column without a label is not shown.
    """

    path: str
    columns: tuple[str, str, str, str]
    views: Mapping[str, str]
    facets: Mapping[str, str]


def listing(
    request: Request, shape: ListShape, entries: Sequence[Entry], lang: Language
) -> dict[str, Any]:
    """What `listing.html` shows: entries that fit what the address asks for, in their order."""
    params, first = request.query_params, next(iter(shape.views))
    view = params.get("view", first)
    view = view if view in shape.views else first
    q = " ".join(params.get("q", "").split())
    asked = {name: params[name] for name in shape.facets if params.get(name)}
    within = "" if view == "all" else view
    sort = asked_order(params.get("sort", ""), COLUMNS)
    words = folded(q).split()
    fitting = entries
    if within or words or asked:
        fitting = [each for each in entries if each.fits(within, words, asked)]
    found = in_order(fitting, sort, COLUMNS)
    paging = paged(request, len(found), PAGE)
    return {
        "path": shape.path,
        "columns": [
            column(name, lang.text(label), sort) if label else None
            for name, label in zip(COLUMNS, shape.columns, strict=True)
        ],
        "sort": sort,
        "views": _views(shape, entries, "" if q or asked else view, lang),
        "view": view,
        "q": q,
        "facets": [
            Facet(name, lang.text(label), _options(entries, name), asked.get(name, ""))
            for name, label in shape.facets.items()
        ],
        "rows": found[paging.first : paging.first + PAGE],
        "found": len(found),
        "said": lang.plural("{n} found", "{n} found", len(found)),
        "total": len(entries),
        "paging": paging,
    }


def _views(shape: ListShape, entries: Sequence[Entry], current: str, lang: Language) -> list[View]:
    return [
        View(
            lang.text(label),
            f"{shape.path}?{urlencode({'view': name})}",
            len(entries) if name == "all" else sum(name in each.views for each in entries),
            name == current,
        )
        for name, label in shape.views.items()
    ]


def _options(entries: Sequence[Entry], name: str) -> list[tuple[str, str]]:
    used = {one for each in entries for one in each.facet(name) if one[0]}
    return sorted(used, key=lambda each: folded(each[1]))
