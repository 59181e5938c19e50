"""How often links and attempts to sign in may begin, from one client or for one address.

They are counted in the database: several processes may serve the pages, and a restart must not
forget.
"""

from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import ColumnElement, func, insert, select

from ..domain.errors import DomainError
from ..store.clock import machine_now
from ..store.signing_in import sign_in_link
from ..store.tokens import derived_token, hash_token, new_token
from ..store.unit_of_work import UnitOfWork

WINDOW = timedelta(minutes=15)
LINKS_PER_ADDRESS = 5
LINKS_PER_CLIENT = 20
ATTEMPTS_PER_CLIENT = 60
"""At an identity provider; a whole office may come from one address in the morning."""


class TooManyLinks(DomainError):
    """Too many links have been asked for. Wait a quarter of an hour and try again."""


class TooManyAttempts(DomainError):
    """Too many attempts to sign in have begun here. Wait a quarter of an hour and try again."""


def require_fewer(
    work: UnitOfWork,
    which: ColumnElement[bool],
    now: datetime,
    limit: int,
    refusal: type[DomainError] = TooManyLinks,
) -> None:
    """Raises the refusal where as many of those rows are younger than the window (UTC)."""
    recent = select(func.count()).where(which, sign_in_link.c.created > now - WINDOW)
    if (work.session.scalar(recent) or 0) >= limit:
        raise refusal


def begin_elsewhere(work: UnitOfWork, *, client: str, secret: str) -> None:
    """Count an attempt to sign in at the identity provider. Raises TooManyAttempts.

    It is a link that opens nothing: it stands for the attempt, and goes after a day as links do.
    """
    now = machine_now()
    mark = derived_token(secret, f"elsewhere {client}")
    which = sign_in_link.c.client_mark == mark
    require_fewer(work, which, now, ATTEMPTS_PER_CLIENT, TooManyAttempts)
    work.session.execute(
        insert(sign_in_link).values(
            id=str(uuid4()),
            token_hash=hash_token(new_token()),
            address_mark="",
            client_mark=mark,
            browser="",
            wanted="",
            created=now,
            expires=now,
        )
    )
