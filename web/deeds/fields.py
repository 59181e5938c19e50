"""What the forms of several deeds choose from: organisations, areas, people, letters."""

from collections.abc import Callable, Iterable

from sqlalchemy import select

from ...domain.kinds import Role
from ...domain.letters import Letter
from ...store import tables
from ...store.filing import filed
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import edtf_short
from ...wording.language import Language
from ..lists.folding import folded
from ..names import Names

OFFICE = (Role.SECRETARIAT, Role.LEADER)
LETTERS = 500
"""How many letters one can choose from: who answers a consultation has just registered it."""


def organisations(_work: UnitOfWork, names: Names, _lang: Language) -> list[tuple[str, str]]:
    """Departments first, then all others by name."""
    every = sorted(
        names.organisations.values(), key=lambda each: (not each.is_department, folded(each.name))
    )
    return [(each.key, f"{each.name} ({each.key})") for each in every]


def organisation_or_none(work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    return [("", lang.text("Not chosen")), *organisations(work, names, lang)]


def areas(_work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    return [("", lang.text("Not chosen")), *names.areas_in_use.items()]


def themes(_work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    """Those that are not set aside, by title."""
    every = sorted(names.themes.values(), key=lambda each: folded(each.title))
    open_ones = [(each.key, each.title) for each in every if not each.set_aside]
    return [("", lang.text("Not chosen")), *open_ones]


def people(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    """Whoever may be responsible: the office first, then the members, all with a role today."""
    here = [each for each in work.people if each.active_on(work.today)]
    here.sort(key=lambda each: (each.role not in OFFICE, each.key))
    return [("", lang.text("Nobody yet")), *((each.key, each.name) for each in here)]


def office(work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    """Whoever may be responsible for what the office alone may open."""
    members = {each.key for each in work.people if each.role not in OFFICE}
    return [(key, name) for key, name in people(work, names, lang) if key not in members]


def with_those_named(
    offered: list[tuple[str, str]], named: Iterable[str], called: Callable[[str], str]
) -> list[tuple[str, str]]:
    """What is offered, and after it what is named already though it is offered to nobody else."""
    here = dict(offered)
    return [*offered, *((each, called(each)) for each in named if each not in here)]


def letters(work: UnitOfWork, _names: Names, lang: Language) -> list[tuple[str, str]]:
    """The newest ones, newest first, without those that were withdrawn."""
    newest = select(filed.c.letter).order_by(filed.c.sent.desc()).limit(LETTERS)
    query = select(Letter).where(
        tables.letter.c.key.in_(newest), tables.letter.c.withdrawn.is_(False)
    )
    every = sorted(
        work.session.scalars(query), key=lambda each: (each.sent.sort_key(), each.key), reverse=True
    )
    told = [(each.key, f"{each.title} ({edtf_short(each.sent, lang)})") for each in every]
    return [("", lang.text("No letter that is registered here")), *told]
