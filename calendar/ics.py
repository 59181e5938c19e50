"""The bytes of a subscribed calendar (RFC 5545 and 7986): the same state gives the same bytes."""

from collections.abc import Sequence
from datetime import timedelta

from icalendar import Calendar

from ..wording.language import Language
from .alarms import alarm_of
from .entries import Entry
from .folding import mended
from .oslo_time import VTIMEZONE, names_zone
from .text import Text, clean, one_line
from .vevent import event_of

PRODID = "-//Tilsvar//Tilsvar//NO"
END = b"END:VCALENDAR\r\n"


def join(name: str, events: Sequence[bytes], description: str = "") -> bytes:
    """A whole calendar called `name`, as UTF-8, of rendered events in the order given.

    `description` says in words what it holds. The time zone is declared where an event names it,
    and in a calendar without any event, since RFC 5545 section 3.6 asks for at least one component.
    There is no METHOD (it would turn the feed into messages) and no UID for the calendar itself
    (vdirsyncer would fold all entries into one).
    """
    zone = [VTIMEZONE] if not events or any(map(names_zone, events)) else []
    return b"".join([_head(name, description), *zone, *events, END])


def render_event(entry: Entry, lang: Language, *, alarms: bool = False) -> bytes:
    """One VEVENT as UTF-8; it depends on what is given alone, so it can be kept."""
    # In a feed both stamps mean the last change (RFC 5545 section 3.8.7.2).
    event = event_of(entry, lang, stamp=entry.modified)
    event.add("last-modified", entry.modified)
    if alarms and (alarm := alarm_of(entry)):
        event.add_component(alarm)
    written: bytes = mended(event.to_ical())
    return written


def _head(name: str, description: str) -> bytes:
    hourly = timedelta(hours=1)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    # Some clients know only the older name of a property, so both are there.
    calendar.add("name", Text(one_line(name)))
    calendar.add("x-wr-calname", Text(one_line(name)))
    if said := clean(description):
        calendar.add("description", Text(said))
        calendar.add("x-wr-caldesc", Text(said))
    calendar.add("refresh-interval", hourly, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add("color", "steelblue")
    calendar.add("x-apple-calendar-color", "#4682B4")
    written: bytes = mended(calendar.to_ical())
    return written.removesuffix(END)
