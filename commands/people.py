"""The people of the council: who takes up a role, changes it, is put right, or leaves.

Whatever happens, somebody must be in the secretariat: nobody else could undo it.
"""

import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from ..domain.errors import DomainError
from ..domain.kinds import Role
from ..domain.organisations import Organisation
from ..domain.people import Person
from ..store.tables import person as table
from ..store.unit_of_work import UnitOfWork
from .accounts import take_account_along
from .council import register_person
from .keys import take_turn
from .signing_in import void_links

ONE_DAY = timedelta(days=1)


class LastOfTheSecretariat(DomainError):
    """Nobody would be in the secretariat on {day}. Give somebody else that role first."""


class AddressInUse(DomainError):
    """{email} is the address of {name} already, who has a role on those days."""


class LeavesBeforeJoining(DomainError):
    """The last day, {until}, is before the first, {since}."""


class SameRole(DomainError):
    """{name} has that role already."""


class NotThen(DomainError):
    """{name} has no role on {day}, so it cannot change on that day."""


class OwnDeputy(DomainError):
    """Nobody can be their own deputy."""


def take_up_role(
    work: UnitOfWork,
    *,
    name: str,
    email: str,
    role: Role,
    since: date,
    until: date | None = None,
    organisation: str | None = None,
    deputy_for: str | None = None,
    key: str | None = None,
) -> Person:
    """Someone new takes up a role; both days count, in the council's time zone.

    Without a `key` one is made of the address. Raises AddressInUse, LeavesBeforeJoining, Unknown.
    """
    _require_in_order(work, None, email, since, until)
    return register_person(
        work,
        key=key or free_key(work, email),
        name=name,
        email=email,
        role=role,
        organisation=organisation and work.known(Organisation, organisation),
        deputy_for=deputy_for and work.known(Person, deputy_for),
        since=since,
        until=until,
    )


def change_role(work: UnitOfWork, *, person: str, role: Role, on: date) -> Person:
    """From that day the person has another role; the earlier one stands until the day before.

    Each role is an entry of its own, so that it stays known who was what when. Name, address,
    organisation, language and account go along. Raises SameRole, NotThen, LastOfTheSecretariat.
    """
    before = work.get(Person, person)
    if before.role is role:
        raise SameRole(name=before.name)
    if not before.active_on(on - ONE_DAY) or (before.until is not None and before.until < on):
        raise NotThen(name=before.name, day=on)
    until = before.until
    before.leave(on - ONE_DAY)
    after = register_person(
        work,
        key=free_key(work, before.email or before.key),
        name=before.name,
        email=before.email,
        role=role,
        organisation=before.organisation,
        since=on,
        until=until,
    )
    after.digest_rhythm, after.digest_hour = before.digest_rhythm, before.digest_hour
    take_account_along(work, person=before.key, to=after.key)
    _require_a_secretary(work, before.role, (work.today, on))
    return after


def correct_person(work: UnitOfWork, *, person: str, **values: Any) -> Person:
    """Put right what was registered: name, email, role, organisation, deputy_for, since, until.

    With another address, links that were sent to the earlier one open nothing any more.
    Raises AddressInUse, LeavesBeforeJoining, OwnDeputy, LastOfTheSecretariat, Unknown.
    """
    found = work.get(Person, person)
    was = found.role
    if values.get("organisation"):
        work.known(Organisation, values["organisation"])
    if values.get("deputy_for") and work.known(Person, values["deputy_for"]) == person:
        raise OwnDeputy
    facts = {name: getattr(found, name) for name in ("email", "since", "until")} | values
    _require_in_order(work, found, facts["email"], facts["since"], facts["until"])
    if facts["email"].casefold() != found.email.casefold():
        void_links(work, person=person)
    found.correct(**values)
    _require_a_secretary(work, was, _days(work, found))
    return found


def end_role(work: UnitOfWork, *, person: str, on: date) -> Person:
    """That day is the person's last in the role. Raises LeavesBeforeJoining, NotThen.

    Raises LastOfTheSecretariat too.
    """
    found = work.get(Person, person)
    if found.since is not None and on < found.since:
        raise LeavesBeforeJoining(since=found.since, until=on)
    found.leave(on)
    _require_a_secretary(work, found.role, _days(work, found))
    return found


def stay_in_role(work: UnitOfWork, *, person: str, until: date | None) -> Person:
    """They leave on another day after all, or (None) on no day that is known."""
    return correct_person(work, person=person, until=until)


def free_key(work: UnitOfWork, email: str) -> str:
    """KARI.NORDMANN@… becomes KARINORDMANN, or KARINORDMANN2 where that is taken."""
    plain = unicodedata.normalize("NFKD", email.partition("@")[0].upper())
    stem = "".join(sign for sign in plain if sign.isascii() and sign.isalnum())[:40] or "USER"
    taken, number = {each.key for each in work.people}, 1
    while (key := f"{stem}{number if number > 1 else ''}") in taken:
        number += 1
    return key


def _require_in_order(
    work: UnitOfWork, person: Person | None, email: str, since: date | None, until: date | None
) -> None:
    """The days follow each other, and nobody else has that address on one of them."""
    if since is not None and until is not None and until < since:
        raise LeavesBeforeJoining(since=since, until=until)
    for other in work.people:
        same = bool(email) and other.email.casefold() == email.casefold()
        if same and other is not person and _overlap(other, since, until):
            raise AddressInUse(email=email, name=other.name)


def _overlap(other: Person, since: date | None, until: date | None) -> bool:
    starts_in_time = other.since is None or until is None or other.since <= until
    ends_too_late = other.until is None or since is None or since <= other.until
    return starts_in_time and ends_too_late


def _days(work: UnitOfWork, person: Person) -> tuple[date, ...]:
    """The days on which somebody else may be needed: today, and the day after they leave."""
    gone = [] if person.until is None else [max(work.today, person.until + ONE_DAY)]
    return (work.today, *gone)


def _require_a_secretary(work: UnitOfWork, was: Role, days: Iterable[date]) -> None:
    if was is not Role.SECRETARIAT:
        return
    # Of two who end each other's role the second waits here, and sees what the first one did.
    take_turn(work, "secretariat")
    work.session.flush()
    work.forget("people", "roll")
    anew = select(Person).where(table.c.role == Role.SECRETARIAT)
    there = work.session.scalars(anew.execution_options(populate_existing=True)).all()
    for day in days:
        if not any(each.active_on(day) for each in there):
            raise LastOfTheSecretariat(day=day)
