"""The moments of an answer: when it was made, and which time it proposes instead."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Calendar, vDuration
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from .answer_lines import CalendarText, Component, Line
from .entries import OSLO

LARGEST_ZONE = 10_000
"""No zone of a client's has as many characters."""

_YEARLY = re.compile(
    r"RRULE:FREQ=YEARLY(;(INTERVAL=1|BYMONTH=1?\d|BYDAY=-?[1-5][A-Z]{2}|WKST=[A-Z]{2}|UNTIL=\w+))*"
)
_FORM = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.ASCII)
_DURATION: Callable[[str], object] = vDuration.from_ical


def stamp_of(event: Component) -> datetime | None:
    """DTSTAMP in UTC, which it always is (RFC 5545 section 3.8.7.2), Z or not."""
    found = _read(event.value("DTSTAMP"), UTC)
    return found if isinstance(found, datetime) else None


def proposal_of(
    event: Component, calendar: CalendarText
) -> tuple[datetime | date | None, datetime | date | None]:
    """Start and end that a COUNTER asks for, moments in UTC; None for what cannot be read.

    An end that is a day is the first free one, as in all of iCalendar.
    """
    start, end = (_moment(event, name, calendar) for name in ("DTSTART", "DTEND"))
    if end is None and start is not None:
        end = _after(start, event.value("DURATION"))
    return start, end


def _moment(event: Component, name: str, calendar: CalendarText) -> datetime | date | None:
    lines = event.all(name)
    return _read(lines[0].value, _zone(lines[0], calendar)) if lines else None


def _read(value: str, zone: tzinfo) -> datetime | date | None:
    form = _FORM.fullmatch(value)
    if form is None:
        return None
    day, time, utc = form.groups()
    try:
        if time is None:
            return date.fromisoformat(day)
        moment = datetime.fromisoformat(f"{day}T{time}")
        return moment.replace(tzinfo=UTC if utc else zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _after(start: datetime | date, duration: str) -> datetime | date | None:
    try:
        length: object = _DURATION(duration)
        return start + length if isinstance(length, timedelta) else None
    except (ValueError, OverflowError):
        return None


def _zone(line: Line, calendar: CalendarText) -> tzinfo:
    """The zone that the line names: by its own name, by Windows' name, as the calendar defines it.

    A time without a zone is the reader's own (RFC 5545 section 3.3.5), and the council is in Oslo.
    """
    name = line.parameters.get("TZID", "")
    known = WINDOWS_TO_OLSON.get(name, name)
    try:
        return ZoneInfo(known.removeprefix("/"))
    except (ValueError, OSError, KeyError):
        return _defined(name, calendar) or OSLO


def _defined(name: str, calendar: CalendarText) -> tzinfo | None:
    for zone in calendar.zones:
        if f"TZID:{name}\r\n" in zone and _is_harmless(zone):
            text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\r\n{zone}END:VCALENDAR\r\n"
            try:
                found: tzinfo = Calendar.from_ical(text).timezones[0].to_tz(lookup_tzid=False)
            except (ValueError, LookupError, TypeError, AttributeError):
                return None
            return found
    return None


def _is_harmless(zone: str) -> bool:
    """Whether its changes are few: one that changes every second since 1601 takes years to read."""
    rules = [line for line in zone.splitlines() if line.upper().startswith("RRULE")]
    return len(zone) < LARGEST_ZONE and all(_YEARLY.fullmatch(rule) for rule in rules)
