"""Facts about whom to turn to at an organisation: registered, put right, erased."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, select

from ..domain.contacts import ContactFunction
from ..domain.organisations import Organisation
from ..domain.themes import Theme
from ..store import stakeholder_tables as tables
from ..store.forgetting import forget_contact
from ..store.unit_of_work import UnitOfWork
from .keys import next_key


def add_contact(
    work: UnitOfWork,
    *,
    organisation: str,
    function: str,
    purpose: str,
    name: str = "",
    email: str = "",
    themes: Iterable[str] = (),
    key: str | None = None,
) -> ContactFunction:
    """Register a function at an organisation, with a person only where that is needed.

    `purpose` says why it is kept. Raises FunctionNeeded, PurposeNeeded and Unknown.
    """
    work.known(Organisation, organisation)
    found = ContactFunction.add(
        key or next_key(work, ContactFunction, organisation),
        organisation,
        function.strip(),
        purpose.strip(),
        name=name.strip(),
        email=email.strip(),
        themes=tuple(work.known(Theme, each) for each in dict.fromkeys(themes)),
    )
    work.add(found)
    return found


def correct_contact(work: UnitOfWork, *, contact: str, **values: object) -> ContactFunction:
    """Put right what is kept. Raises Unknown, ContactIsErased and what `add_contact` raises."""
    found = work.get(ContactFunction, contact)
    found.correct(**values)
    for each in found.themes:
        work.known(Theme, each)
    return found


def erase_contact(work: UnitOfWork, *, contact: str) -> ContactFunction:
    """Forget who it was, wherever that is kept; it cannot be undone.

    The history holds keys only. Raises Unknown and ContactIsErased.
    """
    found = work.get(ContactFunction, contact)
    found.erase()
    forget_contact(work.session, found)
    return found


def contacts_of(work: UnitOfWork, organisations: Iterable[str]) -> list[ContactFunction]:
    """The contacts at these organisations, by organisation and function, without erased ones."""
    return _kept(work, tables.contact.c.organisation.in_(list(organisations)))


def _kept(work: UnitOfWork, those: ColumnElement[bool]) -> list[ContactFunction]:
    work.session.flush()
    query = select(ContactFunction).where(those, tables.contact.c.erased.is_(False))
    found = work.session.scalars(query)
    return sorted(found, key=lambda each: (each.organisation, each.function, each.key))
