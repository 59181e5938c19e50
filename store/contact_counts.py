"""How often the council and an organisation were in contact, by month: what a picture shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, not_, select

from ..domain.happenings import Direction
from .belonging_tables import contact_line
from .unit_of_work import UnitOfWork

MONTH = len("2023-02")


@dataclass(frozen=True)
class ContactCount:
    """So many contacts that way, whose dates lie between these two months, both included.

    `first` and `last` are the first days of the months; they differ where a date is imprecise.
    """

    direction: Direction
    first: date
    last: date
    number: int


def count_contacts(work: UnitOfWork, line: Iterable[str]) -> list[ContactCount]:
    """The contacts that have taken place with these organisations, one of several of them once.

    A `line` is an organisation and whom it took over from.
    """
    c, names = contact_line.c, list(dict.fromkeys(line))
    which = select(c.direction, c.place).where(c.organisation.in_(names), c.counts, not_(c.planned))
    # A place is of one happening, and begins with its last day and its first.
    each = (which.distinct() if len(names) > 1 else which).subquery().c
    months = [
        func.substr(each.place, at, MONTH).label(name)
        for name, at in (("first_month", len("2023-02-03/") + 1), ("last_month", 1))
    ]
    query = select(each.direction, *months, func.count().label("number"))
    query = query.group_by(each.direction, "first_month", "last_month")
    return [
        ContactCount(
            row.direction,
            date.fromisoformat(f"{row.first_month}-01"),
            date.fromisoformat(f"{row.last_month}-01"),
            row.number,
        )
        for row in work.session.execute(query).all()
    ]
