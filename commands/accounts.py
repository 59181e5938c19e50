"""How the secretariat lets a person in: by a link in a mail, or by their account at work."""

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, insert, select

from ..domain.errors import DomainError
from ..domain.events import AccountAllowed, AccountWithdrawn, ShownOut
from ..domain.kinds import Kind
from ..domain.people import Person
from ..store.clock import machine_now
from ..store.event_log import history
from ..store.signing_in import account, sign_in_link
from ..store.tokens import hash_token
from ..store.unit_of_work import UnitOfWork
from .signing_in import keep_account, link_identity, link_token, mail_link, revoke_sessions

SENT_LASTS = timedelta(days=1)
"""How long a link works that the secretariat sends: long enough for whoever reads mail at home."""


class NoRoleToday(DomainError):
    """{name} has no role today, so a link would not let them in."""


class NeverAllowed(DomainError):
    """{name} was never let in with an account at work."""


class NoAddress(DomainError):
    """{name} has no e-mail address, so no link can be sent."""


def send_link(work: UnitOfWork, *, person: str, secret: str) -> None:
    """Mail the person a link that signs in once, within a day, in any browser.

    Raises NoRoleToday, NoAddress, Unknown.
    """
    found, now, id_ = work.view(Person, person), machine_now(), str(uuid4())
    if not found.email:
        raise NoAddress(name=found.name)
    if not found.active_on(work.today):
        raise NoRoleToday(name=found.name)
    work.session.execute(
        insert(sign_in_link).values(
            id=id_,
            token_hash=hash_token(link_token(secret, id_)),
            person=person,
            address_mark="",
            client_mark="",
            browser="",
            wanted="/",
            created=now,
            expires=now + SENT_LASTS,
        )
    )
    mail_link(work, id_, found)


def allow_account(
    work: UnitOfWork, *, person: str, tenant: str, subject: str | None = None
) -> None:
    """Let the person sign in with an account of that tenant; see `link_identity`.

    Raises IdentityTaken, Unknown.
    """
    link_identity(work, person=work.known(Person, person), tenant=tenant, subject=subject)
    work.record(AccountAllowed(person, tenant))


def allow_account_again(work: UnitOfWork, *, person: str) -> None:
    """Take back that an account was withdrawn; it is linked anew when it is used.

    Raises NeverAllowed, Unknown.
    """
    events = [each.event for each in history(work.session, Kind.PERSON, person)]
    tenants = [each.tenant for each in events if isinstance(each, AccountAllowed)]
    if not tenants:
        raise NeverAllowed(name=work.view(Person, person).name)
    allow_account(work, person=person, tenant=tenants[-1])


def withdraw_account(work: UnitOfWork, *, person: str) -> None:
    """The person signs in by links in mails only; does nothing where they do already."""
    found = account_of(work, person)
    if found is None or found.tenant is None:
        return
    keep_account(work, found.person, tenant=None, subject=None)
    work.record(AccountWithdrawn(person))


def account_of(work: UnitOfWork, person: str) -> Row[Any] | None:
    """What is kept of how the person signs in; an account may be linked to an earlier role."""
    email = work.view(Person, person).email
    same = [each.key for each in work.people if email and each.email == email]
    every = select(account).where(account.c.person.in_([person, *same]))
    found = work.session.execute(every.order_by(account.c.person)).all()
    # Their own first, but what opens a door before what only knows a language.
    found = sorted(found, key=lambda each: (each.tenant is None, each.person != person))
    return next(iter(found), None)


def usual_tenant(work: UnitOfWork) -> str:
    """The tenant whose accounts most people here may use, empty where nobody may."""
    tenants = work.session.scalars(select(account.c.tenant).where(account.c.tenant.is_not(None)))
    return next((tenant for tenant, _ in Counter(tenants).most_common(1) if tenant), "")


def take_account_along(work: UnitOfWork, *, person: str, to: str) -> None:
    """What is kept of one entry of a person is so for their next one.

    An account that is linked stays where it is: signing in finds the person by their address.
    """
    row = work.session.execute(select(account).where(account.c.person == person)).one_or_none()
    if row is not None:
        waits = row.tenant if row.subject is None else None
        keep_account(work, to, language=row.language, tenant=waits)


def show_out(work: UnitOfWork, *, person: str, number: int | None = None) -> int:
    """End all sessions of the person, or the one with that number; how many that were."""
    ended = revoke_sessions(work, person=work.known(Person, person), number=number)
    if ended and person != work.by:
        work.record(ShownOut(person))
    return ended
