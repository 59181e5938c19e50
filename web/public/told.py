"""How many things the council shows to everybody, for the page of the settings."""

from sqlalchemy import func, select

from ...store import point_tables
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language


def public_list_told(work: UnitOfWork, lang: Language) -> str:
    """How long the list is."""
    shown = point_tables.public_mark.c.shown
    n = work.session.scalar(select(func.count()).where(shown)) or 0
    if not n:
        return lang.text("Nothing is shown on the council's website.")
    return lang.plural(
        "{n} thing is shown on the council's website.",
        "{n} things are shown on the council's website.",
        n,
    )
