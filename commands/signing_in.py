"""Signing in: links that open a session once, sessions, and accounts at an identity provider.

The token of a link that goes by mail is derived from the secret key and the link's id. So the mail
can be written whenever it is sent, again and with the same address, and neither the link's row nor
the mail's ever holds the token.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from ..domain.errors import DomainError
from ..domain.kinds import Role
from ..domain.people import Person
from ..store import flow
from ..store.clock import machine_now
from ..store.signing_in import account, session, sign_in_link
from ..store.tokens import derived_token, hash_token, new_token, same
from ..store.unit_of_work import GRACE, UnitOfWork
from .council import NobodyWithThatAddress
from .sign_in_limits import LINKS_PER_ADDRESS, LINKS_PER_CLIENT, require_fewer

SIGN_IN_LINK = "SignInLink"
"""The kind of the mail that brings a link."""

LINK_LASTS = timedelta(minutes=10)
HANDED_OUT_LASTS = timedelta(hours=1)
SESSION_LASTS = timedelta(days=30)

KEPT = timedelta(days=1)
"""How long a link's row is kept, for the limits only."""


class LinkGone(DomainError):
    """The link has been used or is too old."""


class OtherBrowser(DomainError):
    """The link works only in the browser in which it was asked for."""


class UnknownIdentity(DomainError):
    """Nobody here is known as {subject} of {tenant}. See `tilsvar user oidc`."""


class IdentityTaken(DomainError):
    """{person} is known as {subject} of {tenant} already."""


@dataclass(frozen=True)
class Asking:
    """Somebody asks for a link: the address as typed, the browser's secret, the client's address.

    `wanted` is the path to which they want, `browser_name` the browser in words.
    """

    address: str
    browser: str
    browser_name: str
    client: str
    wanted: str = "/"


def ask_for_link(work: UnitOfWork, asking: Asking, secret: str) -> None:
    """Mail a link to whoever has that address; the same is written where nobody has it.

    Raises TooManyLinks.
    """
    now = machine_now()
    work.session.execute(delete(sign_in_link).where(sign_in_link.c.created < now - KEPT))
    address = derived_token(secret, f"address {asking.address.strip().casefold()}")
    client = derived_token(secret, f"client {asking.client}")
    link = sign_in_link.c
    require_fewer(work, link.address_mark == address, now, LINKS_PER_ADDRESS)
    require_fewer(work, link.client_mark == client, now, LINKS_PER_CLIENT)
    person = _active(work, asking.address)
    id_ = str(uuid4())
    work.session.execute(
        insert(sign_in_link).values(
            id=id_,
            token_hash=hash_token(link_token(secret, id_)),
            person=person.key if person else None,
            address_mark=address,
            client_mark=client,
            browser_hash=hash_token(asking.browser),
            browser=asking.browser_name,
            wanted=asking.wanted,
            created=now,
            expires=now + LINK_LASTS,
        )
    )
    if person:
        mail_link(work, id_, person)


def link_token(secret: str, link: str) -> str:
    """The token in the address of that link."""
    return derived_token(secret, f"sign in {link}")


def hand_out_link(
    work: UnitOfWork, *, email: str, lasts: timedelta = HANDED_OUT_LASTS, wanted: str = "/"
) -> str:
    """A link's token for whoever has that address, in any browser, for one time.

    Raises NobodyWithThatAddress.
    """
    person = _active(work, email)
    if person is None:
        raise NobodyWithThatAddress(email=email)
    now, token = machine_now(), new_token()
    work.session.execute(
        insert(sign_in_link).values(
            id=str(uuid4()),
            token_hash=hash_token(token),
            person=person.key,
            address_mark="",
            client_mark="",
            browser="",
            wanted=wanted,
            created=now,
            expires=now + lasts,
        )
    )
    return token


def look_at_link(work: UnitOfWork, token: str, browser: str | None) -> Row[Any]:
    """The link and its person; nothing is used up. Raises LinkGone and OtherBrowser."""
    link = sign_in_link.c
    found = work.session.execute(
        select(sign_in_link).where(
            link.token_hash == hash_token(token), link.used.is_(None), link.expires > machine_now()
        )
    ).one_or_none()
    person = work.look(Person, found.person) if found and found.person else None
    if found is None or person is None or not person.active_on(work.today):
        raise LinkGone
    if found.browser_hash is not None and not same(hash_token(browser or ""), found.browser_hash):
        raise OtherBrowser
    return found


def use_link(work: UnitOfWork, token: str, browser: str | None) -> tuple[str, str]:
    """Use the link up; the person's key and the path they wanted. Raises LinkGone, OtherBrowser."""
    found = look_at_link(work, token, browser)
    link = sign_in_link.c
    # Two may send the form at once: only one of them changes the row.
    unused = update(sign_in_link).where(link.id == found.id, link.used.is_(None)).returning(link.id)
    if work.session.execute(unused.values(used=machine_now())).first() is None:
        raise LinkGone
    return found.person, found.wanted


def void_links(work: UnitOfWork, *, person: str) -> None:
    """No link that went to that person opens anything any more: it may lie in a stranger's mail."""
    link = sign_in_link.c
    unused = update(sign_in_link).where(link.person == person, link.used.is_(None))
    work.session.execute(unused.values(used=machine_now()))


def open_session(work: UnitOfWork, *, person: str, browser_name: str) -> str:
    """A new session of that person; its token, which is only in the browser from now on."""
    now, token = machine_now(), new_token()
    work.session.execute(delete(session).where(session.c.expires < now - SESSION_LASTS))
    work.session.execute(
        insert(session).values(
            token_hash=hash_token(token),
            person=person,
            browser=browser_name,
            created=now,
            last_seen=now,
            expires=now + SESSION_LASTS,
        )
    )
    return token


def close_session(work: UnitOfWork, token: str) -> None:
    """Sign out the browser that holds that token, if it is signed in."""
    _revoke(work, session.c.token_hash == hash_token(token))


def sessions_of(work: UnitOfWork, person: str) -> Sequence[Row[Any]]:
    """The open sessions of that person, the one seen last first."""
    open_ones = select(session).where(
        session.c.person == person,
        session.c.revoked.is_(None),
        session.c.expires > machine_now(),
    )
    return work.session.execute(open_ones.order_by(session.c.last_seen.desc())).all()


def revoke_sessions(work: UnitOfWork, *, person: str, number: int | None = None) -> int:
    """Sign the person out everywhere, or of one session; how many that were."""
    which = session.c.person == person
    return _revoke(work, which if number is None else which & (session.c.id == number))


def choose_language(work: UnitOfWork, *, person: str, language: str) -> None:
    """The language of that person's mails, and of a browser that is new to them."""
    keep_account(work, person, language=language)


def link_identity(
    work: UnitOfWork, *, person: str, tenant: str, subject: str | None = None
) -> None:
    """Let the person sign in with an account of that tenant.

    Without a `subject` the first account of the tenant whose verified address is the person's
    becomes theirs. Raises IdentityTaken.
    """
    if subject is not None:
        other = _known_as(work, tenant, subject)
        if other not in (None, person):
            raise IdentityTaken(person=other, subject=subject, tenant=tenant)
    keep_account(work, person, tenant=tenant, subject=subject)


def person_of_identity(
    work: UnitOfWork, *, tenant: str, subject: str, verified_email: str | None
) -> str:
    """The key of whoever signs in as that subject of that tenant. Raises UnknownIdentity."""
    key = _known_as(work, tenant, subject)
    if key is None and verified_email:
        expected = _active(work, verified_email)
        waiting = (
            update(account)
            .where(
                account.c.person == (expected.key if expected else None),
                account.c.tenant == tenant,
                account.c.subject.is_(None),
            )
            .returning(account.c.person)
        )
        key = work.session.scalar(waiting.values(subject=subject))
    person = work.look(Person, key) if key else None
    if person is not None and not person.active_on(work.today):
        person = _active(work, person.email)  # they have another role by now
    if person is None:
        raise UnknownIdentity(subject=subject, tenant=tenant)
    return person.key


def _active(work: UnitOfWork, email: str) -> Person | None:
    """Whoever has that address and a role today; of several the one who may do most."""
    wanted, order = email.strip().casefold(), list(Role)
    found = [
        each
        for each in work.people
        if each.email and each.email.casefold() == wanted and each.active_on(work.today)
    ]
    return min(found, key=lambda each: (order.index(each.role), each.key), default=None)


def mail_link(work: UnitOfWork, link: str, person: Person) -> None:
    work.session.execute(
        insert(flow.mail).values(
            id=link,
            kind=SIGN_IN_LINK,
            subject_key=person.key,
            rung="",
            person=person.key,
            about={},
            at=work.now,
            state="pending",
            attempts=0,
            next_attempt_at=machine_now() + GRACE,
        )
    )
    work.ring_after_commit("send", link)


def _revoke(work: UnitOfWork, which: ColumnElement[bool]) -> int:
    still_open = update(session).where(which, session.c.revoked.is_(None)).returning(session.c.id)
    return len(work.session.execute(still_open.values(revoked=machine_now())).all())


def _known_as(work: UnitOfWork, tenant: str, subject: str) -> str | None:
    query = select(account.c.person).where(account.c.tenant == tenant, account.c.subject == subject)
    return work.session.scalar(query)


def keep_account(work: UnitOfWork, person: str, **values: str | None) -> None:
    """Note that of how the person signs in: language, tenant, subject."""
    there = update(account).where(account.c.person == person).returning(account.c.person)
    if work.session.execute(there.values(**values)).first() is None:
        work.session.execute(insert(account).values(person=person, **values))
