"""Everything that one process needs in order to serve subscribed calendars."""

from dataclasses import dataclass
from typing import Self

from ..store.unit_of_work import Office
from .lookup import Found, Lookup
from .press import Order, Press
from .visits import Visits


@dataclass(frozen=True)
class Subscriptions:
    """Finds a feed, makes its calendar, and notes who came; `base_url` is where the pages are."""

    base_url: str
    lookup: Lookup
    press: Press
    visits: Visits

    @classmethod
    def of(cls, office: Office, base_url: str) -> Self:
        return cls(base_url.rstrip("/"), Lookup(office.engine), Press(office), Visits(office))

    def order(self, found: Found, language: str) -> Order:
        return Order(found.name, found.selection, found.alarms, language, self.base_url)
