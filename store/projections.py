"""What repeats the objects in another order, kept in the transaction that changes them."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from ..domain.events import Event
from .belonging import keep_timelines
from .filing import file_away
from .search_index import index_changes


def keep_in_step(session: Session, events: Sequence[Event]) -> None:
    """Bring the search, the timelines and the drawers into step with what these events are about.

    Their order is the order in which they lock what others may wait for.
    """
    index_changes(session, events)
    keep_timelines(session, events)
    file_away(session, events)
