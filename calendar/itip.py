"""The messages about a meeting that calendars act upon (iTIP, RFC 5546), as bytes.

The same state gives the same bytes: nothing in a message is taken from the clock or from chance, so
sending one again cannot be mistaken for news. None has an alarm: that is each reader's own choice.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from icalendar import Calendar, Event, vCalAddress

from ..domain.dates import aware
from ..domain.errors import TilsvarError
from ..wording.language import Language
from .attendees import Attendee, as_attendee, as_organizer, calendar_address
from .entries import AllDay, Entry
from .folding import mended
from .ics import END, PRODID
from .oslo_time import VTIMEZONE, names_zone
from .text import Text, clean
from .vevent import event_of

__all__ = [
    "Attendee",
    "Cancelled",
    "Method",
    "Nobody",
    "Scheduling",
    "cancel",
    "decline_counter",
    "request",
]


class Method(StrEnum):
    """What a message of the organizer's asks of the calendar that gets it."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    DECLINECOUNTER = "DECLINECOUNTER"


class Cancelled(TilsvarError):
    """{title} is cancelled, so nobody can be invited to it. Send the cancellation instead."""


class Nobody(TilsvarError):
    """A message about {title} names nobody who is invited. Give at least one attendee."""


@dataclass(frozen=True, kw_only=True)
class Scheduling:
    """One version of a meeting as those who are invited are told of it.

    `organizer_address` is where answers go, one address for each invitation; it is Reply-To of the
    mail too. `stamp` is when the message of this version was first made, kept for sending it again.
    Raises Nobody and NoCalendarAddress.
    """

    entry: Entry
    organizer_name: str
    organizer_address: str
    attendees: tuple[Attendee, ...]
    stamp: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "stamp", aware(self.stamp))
        object.__setattr__(self, "organizer_address", calendar_address(self.organizer_address))
        if not self.attendees:
            raise Nobody(title=self.entry.title)

    @property
    def listed(self) -> list[Attendee]:
        """Each address once, as it comes first: an answer says no more than the address."""
        by_address: dict[str, Attendee] = {}
        for each in self.attendees:
            by_address.setdefault(each.address.lower(), each)
        return list(by_address.values())


def request(scheduling: Scheduling, lang: Language) -> bytes:
    """The invitation, or its newest version (section 3.2.2). Raises Cancelled."""
    if scheduling.entry.cancelled:
        raise Cancelled(title=scheduling.entry.title)
    event = _event(scheduling, scheduling.entry, lang, asked=True)
    return _message(Method.REQUEST, event)


def cancel(scheduling: Scheduling, lang: Language, *, whole: bool) -> bytes:
    """The meeting is off for all (`whole`), or only the attendees named are no longer invited.

    Section 3.2.5: a calendar takes a STATUS to mean the whole meeting, so it stands only then.
    """
    entry = replace(scheduling.entry, cancelled=whole)
    event = _event(scheduling, entry, lang, asked=False)
    if not whole:
        del event["STATUS"]
    event["TRANSP"] = "TRANSPARENT"
    return _message(Method.CANCEL, event)


def decline_counter(scheduling: Scheduling, lang: Language, comment: str) -> bytes:
    """The time that an attendee proposed is turned down, and the meeting stays (section 3.2.8).

    `scheduling` is the version that the proposal was about. `comment` says why, in the words of
    whoever turned it down; where it is empty, a sentence of ours stands. Raises Cancelled.
    """
    if scheduling.entry.cancelled:
        raise Cancelled(title=scheduling.entry.title)
    event = _event(scheduling, scheduling.entry, lang, asked=False)
    said = clean(comment) or lang.text("The proposed time does not suit.")
    event.add("comment", Text(said))
    return _message(Method.DECLINECOUNTER, event)


def _event(scheduling: Scheduling, entry: Entry, lang: Language, *, asked: bool) -> Event:
    event = event_of(entry, lang, stamp=scheduling.stamp)
    event.add("organizer", _organizer(scheduling))
    for each in scheduling.listed:
        event.add("attendee", as_attendee(each, asked=asked))
    if isinstance(entry.when, AllDay):
        # Outlook may else show whole days by the hours that they have in UTC.
        event.add("x-microsoft-cdo-alldayevent", "TRUE")
    return event


def _message(method: Method, event: Event) -> bytes:
    """A calendar of that one event; it has no UID itself, which some take for the event's."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("method", method.value)
    head: bytes = mended(calendar.to_ical())
    written: bytes = mended(event.to_ical())
    zone = VTIMEZONE if names_zone(written) else b""
    return b"".join([head.removesuffix(END), zone, written, END])


def _organizer(scheduling: Scheduling) -> vCalAddress:
    return as_organizer(scheduling.organizer_address, scheduling.organizer_name)
