"""Makes the bytes of calendars, and keeps them for as long as nothing that they show has changed.

An entry is written once for each of its states, and a calendar is a join of what was written. One
number in the database (`store.calendar_change`) says whether a calendar is still right as a whole.
"""

import gzip
import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from email.utils import formatdate
from functools import cached_property
from threading import Lock
from typing import NamedTuple

from ..domain.dates import local_moment
from ..store.calendar_change import last_change
from ..store.unit_of_work import Office, UnitOfWork
from ..wording.language import language
from .council import tell
from .ics import join, render_event
from .selection import Item, Selection, listed
from .shelf import Shelf
from .titles import contents_of, title_of
from .whole import whole

ROOM = 64 * 2**20
"""Bytes that the entries may take in one process, and as many for the calendars."""


class Order(NamedTuple):
    """What is to be made: which calendar, with alarms or not, in which language, with which links.

    `base_url` is where the pages are, without a slash at its end.
    """

    name: str
    selection: Selection
    alarms: bool
    language: str
    base_url: str


class Piece(NamedTuple):
    """One entry as it is written; they stand by the moment at which they begin, then by uid."""

    begins: datetime
    uid: str
    content: bytes


@dataclass(frozen=True)
class Edition:
    """A calendar as it stands: right at that change, on one day of the council's from `begins` on.

    `tag` names these bytes and no others; `modified` is the second since 1970 since which it has
    been so, 0 where nobody knows. `begins` and `ends` are moments in UTC.
    """

    content: bytes
    tag: str
    modified: int
    change: int
    begins: datetime
    ends: datetime

    @cached_property
    def zipped(self) -> bytes:
        """The same, packed by gzip; without a date in it, so that it is the same each time."""
        return gzip.compress(self.content, compresslevel=6, mtime=0)

    @cached_property
    def dated(self) -> str:
        """`modified` as HTTP writes a date."""
        return formatdate(self.modified, usegmt=True)

    def zip(self) -> bytes:
        return self.zipped

    @property
    def is_zipped(self) -> bool:
        """Whether it has been packed before, so that nobody needs to wait for it."""
        return "zipped" in vars(self)


class Press:
    """Makes and keeps the calendars of one process."""

    def __init__(self, office: Office, room: int = ROOM) -> None:
        self._office = office
        self._editions: Shelf[Order, Edition] = Shelf(room, lambda kept: len(kept.content))
        self._pieces: Shelf[tuple[str, str, bool, Item], Piece] = Shelf(
            room, lambda kept: len(kept.content)
        )
        self._one_at_a_time = Lock()

    def kept(self, order: Order, change: int) -> Edition | None:
        """The calendar that was made earlier, if it is still right at that change."""
        found = self._editions.get(order)
        if found is None or found.change != change:
            return None
        return found if found.begins <= self._office.clock.now() < found.ends else None

    def edition(self, order: Order) -> Edition:
        """The calendar as it stands now. Whoever asks meanwhile waits, and has it then too."""
        with self._one_at_a_time, self._office.reading() as work:
            kept = self.kept(order, last_change(work.session))
            return kept or self.made(work, order)

    def made(self, work: UnitOfWork, order: Order) -> Edition:
        """The calendar as that work sees it; what was written before is not written again."""
        # Asked first: what changes from here on is a later change, for which it is made anew.
        change = last_change(work.session)
        listing = listed(work, order.selection)
        pieces = sorted(self._written(work, order, listing.items))
        lang = language(order.language)
        content = join(
            title_of(work, order.name, order.selection, lang),
            [piece.content for piece in pieces],
            contents_of(work, order.selection, lang),
        )
        modified = max(change, int(self._midnight(listing.gone).timestamp()) if listing.gone else 0)
        edition = Edition(
            content,
            hashlib.sha256(content).hexdigest()[:32],
            modified,
            change,
            self._midnight(work.today),
            self._midnight(work.today + timedelta(days=1)),
        )
        self._editions.put(order, edition)
        return edition

    def _midnight(self, day: date) -> datetime:
        return local_moment(day, time(), self._office.zone)

    def _written(self, work: UnitOfWork, order: Order, items: list[Item]) -> list[Piece]:
        key = (order.language, order.base_url, order.alarms)
        found, missing = [], []
        for item in items:
            piece = self._pieces.get((*key, item))
            if piece is None:
                missing.append(item)
            else:
                found.append(piece)
        lang = language(order.language)
        for item, thing in whole(work, missing):
            entry = tell(item, thing, lang, order.base_url)
            if entry is not None:
                content = render_event(entry, lang, alarms=order.alarms)
                piece = Piece(entry.when.begins, entry.uid, content)
                self._pieces.put((*key, item), piece)
                found.append(piece)
        return found
