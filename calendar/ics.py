"""The bytes of a subscribed calendar (RFC 5545 and 7986): the same state gives the same bytes."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from icalendar import Calendar, Event

from ..wording.dates import edtf
from ..wording.language import Language
from .entries import KINDS, AllDay, Entry
from .oslo_time import VTIMEZONE, as_written
from .text import Text, address, clean, one_line

PRODID = "-//Tilsvar//Tilsvar//NO"
_END = b"END:VCALENDAR\r\n"


def render(name: str, entries: Iterable[Entry], lang: Language) -> bytes:
    """A whole calendar called `name`, as UTF-8: its entries by start and uid, whatever their order.

    There is no METHOD (it would turn the feed into messages) and no UID for the calendar itself
    (vdirsyncer would fold all entries into one).
    """
    in_order = sorted(entries, key=lambda entry: entry.sort_key)
    return join(name, [render_event(entry, lang) for entry in in_order])


def join(name: str, events: Sequence[bytes]) -> bytes:
    """A whole calendar of events that were rendered before, in the order given.

    The time zone is declared where an event names it, and in a calendar without any event, since
    RFC 5545 section 3.6 asks for at least one component.
    """
    zone_named = any(b"\r\nDTSTART;TZID=" in event for event in events)
    zone = [] if events and not zone_named else [VTIMEZONE]
    return b"".join([_head(name), *zone, *events, _END])


def render_event(entry: Entry, lang: Language) -> bytes:
    """One VEVENT as UTF-8; it depends on the entry and the language alone, so it can be kept."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("created", entry.created)
    # In a feed both stamps mean the last change (RFC 5545 section 3.8.7.2).
    event.add("dtstamp", entry.modified)
    event.add("last-modified", entry.modified)
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
    written: bytes = event.to_ical()
    return written


def _head(name: str) -> bytes:
    hourly = timedelta(hours=1)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    # Some clients know only the older name of a property, so both are there.
    calendar.add("name", Text(one_line(name)))
    calendar.add("x-wr-calname", Text(one_line(name)))
    calendar.add("refresh-interval", hourly, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add("color", "steelblue")
    calendar.add("x-apple-calendar-color", "#4682B4")
    written: bytes = calendar.to_ical()
    return written.removesuffix(_END)


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
