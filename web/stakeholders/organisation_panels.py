"""What the page of an organisation says of its parts in themes, and of whom to turn to there."""

from dataclasses import dataclass

from starlette.requests import Request

from ...commands.contacts import contacts_of
from ...commands.stakeholders import roles_of
from ...domain.contacts import ContactFunction
from ...domain.kinds import Kind
from ...domain.organisations import Organisation
from ...domain.themes import Theme
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import opener
from ..links import place
from ..names import Names
from ..standing import Standing
from .panel import party_place
from .said import continued, role_word, stance_now


@dataclass(frozen=True)
class RoleInTheme:
    theme: str
    href: str
    role: str
    stance: Standing


@dataclass(frozen=True)
class ContactLine:
    """`where` is the organisation where it is another than that of the page."""

    function: str
    href: str
    name: str
    email: str
    purpose: str
    themes: str
    where: str


@dataclass(frozen=True)
class Contacts:
    """`add` is where one is registered, empty for whoever may not."""

    lines: list[ContactLine]
    add: str


def roles_panel(
    found: Organisation, work: UnitOfWork, names: Names, lang: Language
) -> list[RoleInTheme]:
    """The themes in which it has a stake, by title; without those whose list it was taken off."""
    listed = [each for each in roles_of(work, found.key) if not each.removed]
    titles = theme_titles(work, [each.theme for each in listed])
    lines = []
    for each in listed:
        said = [role_word(each.role, lang), continued(each, names, lang), each.responsibility]
        lines.append(
            RoleInTheme(
                titles.get(each.theme, each.theme),
                party_place(each),
                " · ".join(filter(None, said)),
                stance_now(each.stance, lang),
            )
        )
    return sorted(lines, key=lambda each: each.theme)


def theme_titles(work: UnitOfWork, keys: list[str]) -> dict[str, str]:
    """The titles of those themes, by key."""
    if not keys:
        return {}
    work.bring(Theme, keys)
    return {key: work.view(Theme, key).title for key in dict.fromkeys(keys)}


def contacts_panel(
    request: Request, found: Organisation, work: UnitOfWork, names: Names
) -> Contacts:
    """Those at the organisation and at whomever it took over from."""
    kept = contacts_of(work, work.succession.line(found.key))
    titles = theme_titles(work, [key for each in kept for key in each.themes])
    add = place(Kind.ORGANISATION, found.key, "contacts/new")
    return Contacts(
        [_line(each, found, titles, names) for each in kept], add if opener(request)(add) else ""
    )


def _line(
    each: ContactFunction, found: Organisation, titles: dict[str, str], names: Names
) -> ContactLine:
    return ContactLine(
        each.function,
        place(Kind.CONTACT, each.key),
        each.name,
        each.email,
        each.purpose,
        ", ".join(titles[key] for key in each.themes),
        names.label(each.organisation) if each.organisation != found.key else "",
    )
