"""Facts about the council itself: its people, and the organisations around it."""

from datetime import date

from ..domain.digests import DigestWish
from ..domain.errors import DomainError
from ..domain.kinds import Role
from ..domain.organisations import Organisation
from ..domain.people import Person
from ..store.unit_of_work import UnitOfWork


class NobodyWithThatAddress(DomainError):
    """Nobody here has the address {email}. See `tilsvar user list`."""


def register_organisation(
    work: UnitOfWork, *, key: str, name: str, kind: str, email: str = "", note: str = ""
) -> Organisation:
    organisation = Organisation.register(key, name, kind, email=email, note=note)
    work.add(organisation)
    return organisation


def succeed(work: UnitOfWork, *, organisation: str, successor: str, on: date) -> None:
    """From that day what was open at the organisation is asked of its successor."""
    work.get(Organisation, organisation).succeeded_by(work.known(Organisation, successor), on)
    work.forget("organisations", "succession")


def stay(work: UnitOfWork, *, organisation: str) -> None:
    """Nobody took over from that organisation after all; a succession that stands is taken back."""
    work.get(Organisation, organisation).not_succeeded()
    work.forget("organisations", "succession")


def write_to(work: UnitOfWork, *, organisation: str, language: str) -> None:
    """Letters that the system drafts to it are in nb or nn; empty is as the council writes."""
    work.get(Organisation, organisation).write_in(language)


def correct_organisation(
    work: UnitOfWork, *, organisation: str, name: str, kind: str, email: str, note: str
) -> None:
    """Put right what was registered wrongly; the language is chosen with `write_to`."""
    work.get(Organisation, organisation).correct(name=name, kind=kind, email=email, note=note)


def register_person(
    work: UnitOfWork,
    *,
    key: str,
    name: str,
    email: str,
    role: Role,
    organisation: str | None = None,
    deputy_for: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Person:
    """Someone takes up a role; both the first and the last day count."""
    person = Person.join(
        key,
        name,
        email,
        role,
        organisation=organisation,
        deputy_for=deputy_for,
        since=since,
        until=until,
    )
    work.add(person)
    work.forget("people", "roll")
    return person


def choose_digest(work: UnitOfWork, *, email: str, wish: DigestWish) -> Person:
    """How the person wants the reminders that are collected."""
    person = person_at(work, email)
    person.choose_digest(wish)
    return person


def person_at(work: UnitOfWork, email: str) -> Person:
    """Who has that address, first of all with a role today. Raises NobodyWithThatAddress."""
    found = [each for each in work.people if each.email.casefold() == email.casefold()]
    if not found:
        raise NobodyWithThatAddress(email=email)
    return next((each for each in found if each.active_on(work.today)), found[-1])
