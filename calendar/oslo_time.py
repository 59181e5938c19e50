"""How a moment is written so that every calendar client shows the right hour in Oslo."""

from datetime import datetime

from .entries import OSLO, Timed

# The rule is written out once, by hand: icalendar's own zone lists each change as RDATE, of which
# ical.js (Thunderbird's reader) takes only the first, and every summer meeting comes an hour late.
VTIMEZONE = b"""\
BEGIN:VTIMEZONE
TZID:Europe/Oslo
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace(b"\n", b"\r\n")

_RULE_HOLDS_FROM = 1996  # Before that, summer time in Norway ended in September, or did not exist.


def as_written(when: Timed) -> tuple[datetime, datetime]:
    """Start and end as they go into DTSTART and DTEND: the hour in Oslo, or UTC for both.

    UTC is for what the zone above cannot say, or not to everyone: the hour that comes twice in
    October (RFC 5545 section 3.3.5 takes its first turn, ical.js the second), and early years.
    """
    start, end = when.start.astimezone(OSLO), when.end.astimezone(OSLO)
    if start.year < _RULE_HOLDS_FROM or _comes_twice(start) or _comes_twice(end):
        return when.start, when.end
    return start, end


def names_zone(event: bytes) -> bool:
    """Whether the written event counts by the zone, which the calendar around it has to declare."""
    return b"\r\nDTSTART;TZID=" in event


def _comes_twice(local: datetime) -> bool:
    # Of a time that exists, only one in the doubled hour has another offset in its other turn.
    return local.replace(fold=1 - local.fold).utcoffset() != local.utcoffset()
