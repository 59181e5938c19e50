"""A new installation: what to do first, before there is anything to show."""

from sqlalchemy import select

from ...store import tables, theme_tables
from ...store.unit_of_work import UnitOfWork


def nobody_is_here(work: UnitOfWork) -> bool:
    """Whether nobody is registered yet, so that nobody can sign in."""
    return work.session.scalar(select(tables.person.c.key).limit(1)) is None


def nothing_is_here(work: UnitOfWork) -> bool:
    """Whether nothing is registered yet but people."""
    things = (
        tables.letter,
        tables.consultation,
        tables.op_ed,
        tables.meeting,
        tables.deadline,
        theme_tables.theme,
    )
    return all(work.session.scalar(select(each.c.key).limit(1)) is None for each in things)
