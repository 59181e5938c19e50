"""How people sign in: their sessions, the links that open one, and what is kept for each person.

No secret stands here, only hashes: whoever reads the database cannot sign in as somebody else. All
moments are the machine's own, whatever the council's clock says.
"""

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    select,
)
from sqlalchemy.engine import Row
from sqlalchemy.orm import Session

from .clock import machine_now
from .tables import KEY, metadata, person
from .tokens import hash_token
from .types import UtcMoment

account = Table(
    "account",
    metadata,
    Column("person", KEY, ForeignKey("person.key"), primary_key=True),
    # The language of their mails and of a browser that is new to them; none: the council's own.
    Column("language", String(2)),
    # Who they are at the identity provider: tenant and object id, or issuer and subject.
    Column("tenant", String(200)),
    Column("subject", String(200)),
    UniqueConstraint("tenant", "subject"),
)

session = Table(
    "session",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("person", KEY, ForeignKey("person.key"), nullable=False, index=True),
    Column("browser", Text, nullable=False),
    Column("created", UtcMoment, nullable=False),
    Column("last_seen", UtcMoment, nullable=False),
    Column("expires", UtcMoment, nullable=False),
    Column("revoked", UtcMoment),
)

# An address that nobody has gets a row without a person: it counts, and looks, like any other.
sign_in_link = Table(
    "sign_in_link",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("person", KEY, ForeignKey("person.key")),
    Column("address_mark", String(43), nullable=False),
    Column("client_mark", String(43), nullable=False),
    Column("browser_hash", String(64)),
    Column("browser", Text, nullable=False),
    Column("wanted", Text, nullable=False),
    Column("created", UtcMoment, nullable=False),
    Column("expires", UtcMoment, nullable=False),
    Column("used", UtcMoment),
    Index("ix_sign_in_link_created", "created"),
)

# Written once, since every page asks it.
_SESSION = (
    select(
        session.c.id,
        session.c.last_seen,
        person.c.key,
        person.c.name,
        person.c.role,
        person.c.organisation,
        person.c.since,
        person.c.until,
    )
    .join(person, person.c.key == session.c.person)
    .where(
        session.c.token_hash == bindparam("token_hash"),
        session.c.revoked.is_(None),
        session.c.expires > bindparam("now"),
    )
)


def find_session(data: Session, token: str) -> Row[*tuple[Any, ...]] | None:
    """The open session with that token, with its person's columns, or None."""
    return data.execute(
        _SESSION, {"token_hash": hash_token(token), "now": machine_now()}
    ).one_or_none()


def language_of(data: Session, key: str) -> str | None:
    """The language that this person has chosen, None for the council's own."""
    return data.scalar(select(account.c.language).where(account.c.person == key))
