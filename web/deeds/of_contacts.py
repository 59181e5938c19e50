"""What the council does with whom it turns to at an organisation: registered, put right, erased."""

from typing import Any

from ...commands.contacts import add_contact, correct_contact, erase_contact
from ...domain.contacts import ContactFunction
from ...domain.errors import DomainError
from ...domain.kinds import Kind
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..names import Names
from .deed import Deed, Values, Widget
from .fields import themes, with_those_named
from .pressed_twice import require_other
from .stakeholder_forms import Contact, Erased


class NotSure(DomainError):
    """Tick this to erase it. It cannot be undone."""


def _themes(found: Any, work: UnitOfWork, names: Names, lang: Language) -> list[tuple[str, str]]:
    """Those that are not set aside, and those it is kept for already."""
    kept = found.themes if isinstance(found, ContactFunction) else ()
    return with_those_named(themes(work, names, lang)[1:], kept, names.theme)


def _add(work: UnitOfWork, key: str, typed: Any) -> str:
    said = {name: getattr(typed, name) for name in ("function", "purpose", "name", "email")}
    require_other(work, Kind.CONTACT, ContactFunction, organisation=key, erased=False, **said)
    add_contact(work, organisation=key, **dict(typed))
    return key


def _correct(work: UnitOfWork, key: str, typed: Any) -> str:
    values = dict(typed) | {"themes": tuple(typed.themes)}
    return correct_contact(work, contact=key, **values).key


def _erase(work: UnitOfWork, key: str, typed: Any) -> str:
    if "yes" not in typed.sure:
        raise NotSure
    return erase_contact(work, contact=key).key


def _facts(found: ContactFunction, _work: UnitOfWork) -> Values:
    return {
        "function": found.function,
        "purpose": found.purpose,
        "name": found.name,
        "email": found.email,
        "themes": list(found.themes),
    }


def _kept(found: ContactFunction) -> bool:
    return not found.erased


WIDGETS = (
    Widget("function", help=N_("Such as head of department, or the mailbox of a section")),
    Widget("name", help=N_("Only where a person is needed"), required=False),
    Widget("email", required=False),
    Widget("purpose", help=N_("What the council needs it for")),
    Widget("themes", "checks", offered=_themes, required=False),
)

CONTACTS_OF_ORGANISATION = {
    "add-contact": Deed(
        "add-contact",
        N_("Register a contact"),
        N_("The contact is registered."),
        _add,
        Contact,
        WIDGETS,
        placed=True,
    )
}
"""What is done on the page of the organisation."""

CONTACT_DEEDS = {
    each.name: each
    for each in (
        Deed(
            "correct",
            N_("Correct what is registered"),
            N_("What was registered is corrected."),
            _correct,
            Contact,
            WIDGETS,
            proposed=_facts,
            possible=_kept,
        ),
        Deed(
            "erase",
            N_("Erase"),
            N_("It is erased. Nobody can see any more who it was."),
            _erase,
            Erased,
            (
                Widget(
                    "sure",
                    "checks",
                    options=lambda _work, _names, lang: [
                        ("yes", lang.text("Yes, erase it; it cannot be undone"))
                    ],
                ),
            ),
            lead=N_(
                "The name and the address are removed everywhere here: from this page, from the"
                " search and from what was imported. The history never held them. That there was"
                " a contact stays."
            ),
            possible=_kept,
            at="sure",
        ),
    )
}
