"""All organisations at once, as rows: nearly every page names some of them."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from ..domain.organisations import Succession
from .tables import organisation

OrganisationRow: TypeAlias = Row[str, str, str, str | None, date | None]
"""Its key, name, kind, successor and succeeded_on."""

_ALL = select(
    organisation.c.key,
    organisation.c.name,
    organisation.c.kind,
    organisation.c.successor,
    organisation.c.succeeded_on,
).order_by(organisation.c.key)


def read_organisations(session: Session) -> dict[str, OrganisationRow]:
    """Every one of them by its key, with what this session has changed."""
    session.flush()
    return {row.key: row for row in session.execute(_ALL).all()}


def succession_of(organisations: Iterable[OrganisationRow]) -> Succession:
    return Succession(
        {
            key: (successor, since)
            for key, _, _, successor, since in organisations
            if successor is not None and since is not None
        }
    )
