"""The versions of a qualification form as its pages list them."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from ...domain.form_words import QUESTIONS
from ...domain.qualification import FormField
from ...store.clock import local_day
from ...store.form_tables import list_versions
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..names import Names


@dataclass(frozen=True)
class Version:
    """One version in the list: when it was saved and by whom."""

    number: int
    href: str
    day: date
    who: str
    restores: int | None


def form_address(theme: str, *more: str) -> str:
    """Where the form of that theme is, or what is done with it."""
    return "/".join(("/themes", quote(theme, safe=""), "form", *more))


def theme_address(theme: str) -> str:
    return f"/themes/{quote(theme, safe='')}"


def labels(lang: Language) -> dict[FormField, str]:
    """What each question is called."""
    return {each: lang.text(said) for each, said in QUESTIONS.items()}


def versions(work: UnitOfWork, theme: str) -> list[Version]:
    """Every version, the newest first."""
    people, zone = Names(work).people, work.office.zone
    return [
        Version(
            each.number,
            form_address(theme, "versions", str(each.number)),
            local_day(each.at, zone),
            people.get(each.by, each.by),
            each.restores,
        )
        for each in list_versions(work.session, theme)
    ]
