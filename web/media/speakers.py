"""Who may speak for the council on what: only those who have a role today are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select

from ...domain.media import Speaker
from ...domain.people import Person
from ...domain.themes import Theme
from ...store import media_tables
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..lists.folding import folded
from ..names import Names

COLUMNS = media_tables.speaker.c


@dataclass(frozen=True)
class Spoken:
    """What somebody may speak on: a theme, an area, or everything; `key` is the naming's own."""

    key: str
    person: str
    name: str
    theme: str
    area: str


@dataclass(frozen=True)
class Subject:
    """One thing that is spoken on, and by whom; `href` leads to a theme."""

    title: str
    href: str
    speakers: list[Spoken]


def speakers_on(work: UnitOfWork, themes: Iterable[str], areas: Iterable[str]) -> list[Person]:
    """Who may speak on any of those, by name; whoever speaks on everything comes last."""
    query = select(Speaker).where(
        COLUMNS.ended.is_(False),
        or_(
            COLUMNS.theme.in_([*themes]),
            COLUMNS.area.in_([*areas]),
            COLUMNS.theme.is_(None) & COLUMNS.area.is_(None),
        ),
    )
    own: dict[str, bool] = {}
    for each in work.session.scalars(query):
        own[each.person] = own.get(each.person, False) or bool(each.theme or each.area)
    here = [each for each in work.people if each.key in own and each.active_on(work.today)]
    return sorted(here, key=lambda each: (not own[each.key], folded(each.name)))


def subjects(work: UnitOfWork, names: Names, lang: Language) -> list[Subject]:
    """Everything that somebody speaks on today: all at once, then the areas, then the themes."""
    standing = work.session.scalars(select(Speaker).where(COLUMNS.ended.is_(False)))
    active = {each.key: each.name for each in work.people if each.active_on(work.today)}
    mine = sorted(
        (each for each in standing if each.person in active),
        key=lambda each: folded(active[each.person]),
    )
    work.bring(Theme, [each.theme for each in mine if each.theme])
    found: dict[tuple[int, str], Subject] = {}
    for each in mine:
        order, title, href = 0, lang.text("Everything that the council works with"), ""
        if each.area:
            order, title = 1, names.area(each.area)
        if each.theme:
            theme = work.look(Theme, each.theme)
            order, title, href = 2, theme.title if theme else each.theme, f"/themes/{each.theme}"
        spoken = Spoken(
            each.key, each.person, active[each.person], each.theme or "", each.area or ""
        )
        found.setdefault((order, title), Subject(title, href, [])).speakers.append(spoken)
    return [found[where] for where in sorted(found, key=lambda each: (each[0], folded(each[1])))]
