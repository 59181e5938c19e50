"""Who fetched a feed, and when: noted now and then, since a visit shall not cost a write."""

import time
from typing import Any

from sqlalchemy import select

from ..store import flow
from ..store.unit_of_work import Office
from .feeds import fetched

LOOK_EVERY = 60.0
"""Seconds before this process looks again whether a visit to the same feed is to be noted."""


class Visits:
    """The visits to the feeds that one process serves."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._looked: dict[int, float] = {}

    def unnoted(self, feed: int) -> bool:
        """Whether the visit is to be noted; if so, whoever asks next is told no for a minute."""
        now = time.monotonic()
        looked = self._looked.get(feed)
        if looked is not None and now < looked + LOOK_EVERY:
            return False
        self._looked[feed] = now
        return True

    def note(self, feed: int, client: str) -> None:
        """Note the visit of that client (User-Agent) if the last one was long enough ago."""
        with self._office.reading() as work:
            row: Any = work.session.execute(select(flow.feed).where(flow.feed.c.id == feed)).one()
        fetched(self._office, row, client)
