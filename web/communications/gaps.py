"""What the plan lacks, in words, each with the form that fills it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from ...reports import gaps as found_missing
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language


@dataclass(frozen=True)
class Gap:
    """`since` says in words when something was last done, `plan` leads to the form filled in."""

    name: str
    since: str
    plan: str


@dataclass(frozen=True)
class Gaps:
    groups: list[Gap]
    areas: list[Gap]
    themes: list[Gap]
    from_day: date


def gaps(work: UnitOfWork, lang: Language) -> Gaps:
    """Whatever is in use and has had nothing since `from_day`, and has nothing coming."""
    found = found_missing.gaps(work)

    def told(parts: Iterable[found_missing.Gap], field: str) -> list[Gap]:
        return [
            Gap(
                each.name,
                _since(each.last, lang),
                f"/communications/new?{urlencode({field: each.key})}",
            )
            for each in parts
        ]

    return Gaps(
        told(found.groups, "target_groups"),
        told(found.areas, "area"),
        told(found.themes, "theme"),
        found.from_day,
    )


def _since(last: date | None, lang: Language) -> str:
    if last is None:
        return lang.text("Nothing is registered.")
    return lang.text("Nothing since {day}.", day=day_in_full(last, lang))
