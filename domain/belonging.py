"""Which things belong to which theme: by the area, by a title that names it, or by hand.

A thing of the theme's area belongs to it, and so does one whose title names the theme ("Dialogmøte
… om et kunnskapsløft for kommunene"). A note, a promise or a mention in the press says itself what
it is about. What a person says by hand wins over all of it, either way.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .errors import DomainError
from .notes import Note
from .promises import Promise


class Why(StrEnum):
    """Why a thing belongs to a theme; of several reasons, the first here that holds is told."""

    HAND = "hand"
    OWN = "own"
    TITLE = "title"
    AREA = "area"


class NeverBelongs(DomainError):
    """{thing} has no place on the timeline of a theme: choose a letter, a meeting or an op-ed."""


class BelongsAlready(DomainError):
    """{thing} belongs to the theme already."""


class DoesNotBelong(DomainError):
    """{thing} does not belong to the theme."""


_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> str:
    """The words of a title between spaces, without differences of case and signs."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return f" {' '.join(_WORD.findall(composed))} "


@dataclass(frozen=True)
class About:
    """What a thing says of itself: the `words` of its title, its area, and its own theme."""

    words: str
    area: str | None = None
    theme: str | None = None

    @classmethod
    def of(cls, thing: object) -> "About":
        """What any thing of a timeline says; a note or a promise only begins with its title."""
        title, area, theme = (getattr(thing, name, None) for name in ("title", "area", "theme"))
        begins = title is None or isinstance(thing, Note | Promise)
        return cls(words("" if begins else str(title)), area, theme)


@dataclass(frozen=True)
class Claim:
    """What a theme takes to itself: things of its `area`, and those that name its title."""

    theme: str
    area: str | None
    words: str

    @classmethod
    def of(cls, theme: str, title: str, area: str | None) -> "Claim":
        return cls(theme, area, words(title))

    def reason(self, thing: About) -> Why | None:
        """Why the thing belongs to the theme if nobody says otherwise; None: it does not."""
        if thing.theme == self.theme:
            return Why.OWN
        if self.words.strip() and self.words in thing.words:
            return Why.TITLE
        if self.area and thing.area == self.area:
            return Why.AREA
        return None


def reasons(claims: Iterable[Claim], thing: About, by_hand: Mapping[str, bool]) -> dict[str, Why]:
    """The themes that it belongs to, each with why; `by_hand` is what was said of some themes."""
    found: dict[str, Why] = {}
    for each in claims:
        said = by_hand.get(each.theme)
        why = each.reason(thing) if said is None else Why.HAND if said else None
        if why is not None:
            found[each.theme] = why
    return found
