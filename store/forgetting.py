"""Forgets a person for good: what is erased must not lie on in an index or in imported rows.

That freed pages of the file are wiped is seen to where the database is opened.
"""

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from ..domain.contacts import ContactFunction
from ..domain.events import ContactErased
from . import flow
from .search_index import index_changes

SHEET = "contacts"
"""The sheet of a register that contacts come from; its rows are kept as they were read."""

# What is taken out of the index leaves its words in older parts of it until they are joined.
_JOIN = text("INSERT INTO search_words (search_words) VALUES ('optimize')")


def forget_contact(session: Session, contact: ContactFunction) -> None:
    """Take the words of a contact that was erased out of the index and the imported rows.

    An imported row stays with its cells empty, so that the same register does not bring it back.
    """
    session.flush()
    index_changes(session, [ContactErased(contact.key, contact.organisation)])
    if session.get_bind().dialect.name == "sqlite":
        session.execute(_JOIN)
    row = flow.imported_row.c
    here = (row.sheet == SHEET) & (row.key == contact.key)
    cells = session.scalar(select(row.cells).where(here))
    if cells is not None:
        empty = dict.fromkeys(cells, "")
        session.execute(update(flow.imported_row).where(here).values(cells=empty))
