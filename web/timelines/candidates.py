"""What could be added to a theme: things that have these words, and do not belong to it yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...domain.happenings import THINGS
from ...domain.kinds import Kind
from ...store.searching import asked, find
from ...store.timelines import themes_of
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..links import address_of
from ..searching.hit_lines import HitLines

MOST = 8
"""How many of each kind are shown."""


@dataclass(frozen=True)
class Candidate:
    kind: str
    key: str
    title: str
    href: str
    detail: str
    belongs: bool


def candidates(
    work: UnitOfWork, theme: str, typed: str, kinds: Iterable[Kind], lang: Language
) -> list[Candidate]:
    """At most so many of each kind, the best first, and whether they belong to it already."""
    wanted, lines = asked(work, typed), HitLines(work, lang)
    found = []
    for kind in kinds:
        keys = find(work, kind, wanted, MOST)
        work.bring(THINGS[kind][0], keys)
        for key in keys:
            thing = work.view(THINGS[kind][0], key)
            found.append(
                Candidate(
                    kind.value,
                    key,
                    lines.title(thing),
                    address_of(kind, key) or "",
                    lines.detail(kind, thing),
                    theme in themes_of(work, kind, key),
                )
            )
    return found
