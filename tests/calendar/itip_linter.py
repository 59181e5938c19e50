"""The strict reader, for messages: what iTIP (RFC 5546) asks for, and what clients stumble over.

`message_faults(data, method)` gives one sentence per fault, those of any calendar among them.
"""

import re
from collections.abc import Iterator

from tilsvar.tests.calendar.linter import Component, Property, faults, read

EXACTLY_ONCE = ("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER")
STATUSES = {"REQUEST": {"CONFIRMED", "TENTATIVE"}, "DECLINECOUNTER": {"CONFIRMED", "TENTATIVE"}}
ANSWERS = {"NEEDS-ACTION", "ACCEPTED", "TENTATIVE", "DECLINED", "DELEGATED"}
FOR_FEEDS = ("NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "COLOR")
FOR_CALDAV = ("SCHEDULE-AGENT", "SCHEDULE-FORCE-SEND", "SCHEDULE-STATUS")

_MAILTO = re.compile(r"mailto:[!-~]+@[a-zA-Z0-9.-]+")


def message_faults(data: bytes, method: str, *, whole: bool = True) -> list[str]:
    """Every fault of a message; a CANCEL that is not `whole` takes back one invitation alone."""
    found = faults(data, method=method)
    try:
        calendar = read(data)
    except ValueError:
        return found
    return [*found, *_faults_of_parts(calendar), *_faults_of_people(calendar, data, method, whole)]


def _faults_of_parts(calendar: Component) -> Iterator[str]:
    names = [each.name for each in calendar.children]
    if names not in (["VEVENT"], ["VTIMEZONE", "VEVENT"]):
        yield f"a message of {', '.join(names)}, not of one VEVENT with its zone before it"
    if "VTIMEZONE" in names and not any("TZID" in each.params for each in _event(calendar)):
        yield "VTIMEZONE that nothing counts by"
    for name in FOR_FEEDS:
        if calendar.first(name):
            yield f"VCALENDAR has {name}, which is for feeds"
    for each in calendar.children:
        if each.name == "VEVENT" and each.children:
            yield f"VEVENT has {each.children[0].name}, which is for the reader to choose"


def _faults_of_people(calendar: Component, data: bytes, method: str, whole: bool) -> Iterator[str]:
    for event in (each for each in calendar.children if each.name == "VEVENT"):
        for name in EXACTLY_ONCE:
            if len(event.all(name)) != 1:
                yield f"VEVENT has {name} {len(event.all(name))} times"
        yield from _faults_of_status(event, method, whole)
        organizers, attendees = event.all("ORGANIZER"), event.all("ATTENDEE")
        if not attendees:
            yield "VEVENT has no ATTENDEE"
        for each in (*organizers, *attendees):
            yield from _faults_of_person(each)
        for each in attendees:
            yield from _faults_of_attendee(each, method)
        addresses = [each.value.lower() for each in (*organizers, *attendees)]
        if len(set(addresses)) < len(addresses):
            yield "somebody stands in the message twice"
    for line in data.replace(b"\r\n ", b"").split(b"\r\n"):
        if line.startswith((b"ATTENDEE", b"ORGANIZER")) and b';CN="' not in line:
            yield "a CN is not in quotes"


def _faults_of_status(event: Component, method: str, whole: bool) -> Iterator[str]:
    status = event.value("STATUS")
    wanted = STATUSES.get(method, {"CANCELLED"} if whole else {""})
    if status not in wanted:
        yield f"STATUS is {status!r} in a {method}"


def _faults_of_person(person: Property) -> Iterator[str]:
    if not _MAILTO.fullmatch(person.value):
        yield f"{person.name} is no address: {person.value[:40]!r}"
    if not person.params.get("CN"):
        yield f"{person.name} has no CN"
    for name in (*FOR_CALDAV, "SENT-BY"):
        if name in person.params:
            yield f"{person.name} has {name}"


def _faults_of_attendee(attendee: Property, method: str) -> Iterator[str]:
    if attendee.params.get("PARTSTAT") not in ANSWERS:
        yield f"PARTSTAT is {attendee.params.get('PARTSTAT')!r}"
    if attendee.params.get("CUTYPE") != "INDIVIDUAL":
        yield "CUTYPE is not said"
    if attendee.params.get("ROLE") not in {"REQ-PARTICIPANT", "OPT-PARTICIPANT"}:
        yield f"ROLE is {attendee.params.get('ROLE')!r}"
    asked = attendee.params.get("RSVP")
    if asked != ("TRUE" if method == "REQUEST" else None):
        yield f"RSVP is {asked!r} in a {method}"


def _event(calendar: Component) -> list[Property]:
    return [
        each
        for component in calendar.children
        if component.name == "VEVENT"
        for each in component.properties
    ]
