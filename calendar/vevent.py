"""What a feed and an invitation tell alike of one entry (RFC 5545 section 3.6.1)."""

from datetime import datetime

from icalendar import Event

from ..wording.dates import edtf
from ..wording.language import Language
from .entries import KINDS, AllDay, Entry
from .oslo_time import as_written
from .text import Text, address, clean, one_line


def event_of(entry: Entry, lang: Language, stamp: datetime) -> Event:
    """The entry as an event, by the entry and the language alone.

    `stamp` is DTSTAMP: in a feed the last change, in a message the moment that it was made.
    """
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("created", entry.created)
    event.add("dtstamp", stamp)
    start, end = (
        (entry.when.first, entry.when.day_after)
        if isinstance(entry.when, AllDay)
        else as_written(entry.when)
    )
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("summary", Text(_summary(entry, lang)))
    event.add("status", _status(entry))
    event.add("transp", "OPAQUE" if entry.takes_time else "TRANSPARENT")
    event.add("categories", Text(one_line(entry.category) or lang.text(KINDS[entry.kind])))
    if place := one_line(entry.place):
        event.add("location", Text(place))
    if description := _description(entry, lang):
        event.add("description", Text(description))
    if url := address(entry.url):
        event.add("url", url)
    return event


def _summary(entry: Entry, lang: Language) -> str:
    title = one_line(entry.title)
    return lang.text("CANCELLED: {title}", title=title) if entry.cancelled else title


def _status(entry: Entry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.tentative or entry.imprecise is not None else "CONFIRMED"


def _description(entry: Entry, lang: Language) -> str:
    """What the council says of it, led by a sentence where the days stand for an imprecise date."""
    parts = [clean(entry.description)]
    if entry.imprecise is not None and not entry.imprecise.is_day:
        when = edtf(entry.imprecise, lang)
        parts.insert(0, lang.text("The day is not fixed: {when}.", when=when))
    return "\n\n".join(part for part in parts if part)
