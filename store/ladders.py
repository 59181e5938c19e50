"""The ladders that the secretariat has edited: every edition is kept, the newest is in force."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from ..domain.ladder_text import read_rungs
from ..domain.ladders import LadderBook, Rung
from .flow import ladder


def load_ladders(session: Session) -> LadderBook:
    """The book as it stands; an edition without rungs gave the default back."""
    query = select(ladder.c.name, ladder.c.key, ladder.c.rungs).order_by(ladder.c.id)
    edited: dict[tuple[str, str], tuple[Rung, ...]] = {}
    for row in session.execute(query):
        edited.pop((row.name, row.key), None)
        if row.rungs is not None:
            edited[row.name, row.key] = read_rungs(row.rungs)
    return LadderBook(edited)


def save_ladder(
    session: Session, name: str, key: str, rungs: str | None, *, by: str, at: datetime
) -> None:
    """Put an edition in force; None gives the default back. `at` is a moment in UTC."""
    session.execute(insert(ladder).values(name=name, key=key, rungs=rungs, by=by, at=at))
