"""The strict linter can fail: each fault that clients forgive is named."""

import pytest

from tilsvar.tests.calendar.at_once import render
from tilsvar.tests.calendar.linter import faults
from tilsvar.tests.calendar.samples import deadline, meeting
from tilsvar.wording.language import language

GOOD = render("Kalender", [meeting(), deadline()], language("nb"))
ALARM = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT30M\r\nEND:VALARM\r\n"
ALARMED = GOOD.replace(b"END:VEVENT", ALARM + b"END:VEVENT", 1)
ZONE = GOOD[GOOD.index(b"BEGIN:VTIMEZONE") : GOOD.index(b"BEGIN:VEVENT")]
LONG = b"X-NOTE:" + b"x" * 80 + b"\r\n"

BROKEN = {
    "bare line feeds": (GOOD.replace(b"\r\n", b"\n"), "CRLF"),
    "one bare line feed": (GOOD.replace(b"2.0\r\n", b"2.0\n", 1), "line break that is not CRLF"),
    "long line": (GOOD.replace(b"PRODID", LONG + b"PRODID", 1), "has 87 octets"),
    "control character": (GOOD.replace(b"Lysaker", b"Lys\x07aker"), "control character"),
    "fold in a character": (
        GOOD.replace(b"R\xc3\xa5d", b"R\xc3\r\n \xa5d", 1),
        "inside a character",
    ),
    "Windows letters": (GOOD.replace(b"\xc3\xa5", b"\xe5"), "not UTF-8"),
    "fold in an escape": (GOOD.replace(b"\\n", b"\\\r\n n", 1), "inside an escape"),
    "no PRODID": (GOOD.replace(b"PRODID:", b"X-PRODID:"), "PRODID 0 times"),
    "two VERSIONs": (GOOD.replace(b"VERSION:2.0\r\n", b"VERSION:2.0\r\n" * 2), "VERSION 2 times"),
    "UID of the calendar": (GOOD.replace(b"PRODID", b"UID:1\r\nPRODID", 1), "must not have"),
    "METHOD": (GOOD.replace(b"PRODID", b"METHOD:PUBLISH\r\nPRODID", 1), "VCALENDAR has METHOD"),
    "bare refresh": (GOOD.replace(b";VALUE=DURATION", b""), "without VALUE=DURATION"),
    "no UID": (GOOD.replace(b"UID:", b"X-UID:"), "VEVENT has UID 0 times"),
    "no DTSTAMP": (GOOD.replace(b"DTSTAMP", b"X-STAMP"), "VEVENT has DTSTAMP 0 times"),
    "local DTSTAMP": (GOOD.replace(b"123000Z", b"123000"), "DTSTAMP is not in UTC"),
    "two summaries": (
        GOOD.replace(b"STATUS", b"SUMMARY:x\r\nSTATUS"),
        "SUMMARY more than once",
    ),
    "one UID twice": (render("K", [deadline(), deadline()], language("nb")), "on 2 components"),
    "end at start": (GOOD.replace(b"DATE:20230309", b"DATE:20230308"), "is not after DTSTART"),
    "end of another form": (
        GOOD.replace(b"DTEND;VALUE=DATE:20230309", b"DTEND:20230309T000000Z"),
        "differ in form",
    ),
    "date with a zone": (
        GOOD.replace(b"VALUE=DATE", b"TZID=Europe/Oslo;VALUE=DATE"),
        "is a date with a TZID",
    ),
    "undeclared zone": (GOOD.replace(ZONE, b""), "TZID Europe/Oslo is not declared"),
    "zone declared twice": (GOOD.replace(ZONE, ZONE * 2), "TZID Europe/Oslo stands on 2"),
    "floating time": (GOOD.replace(b";TZID=Europe/Oslo", b""), "neither zone nor UTC"),
    "zone of dates": (GOOD.replace(b"RRULE", b"RDATE:20230326T020000\r\nRRULE"), "RDATE"),
    "misspelt status": (GOOD.replace(b"CONFIRMED", b"CANCELED"), "is no such word"),
    "impossible day": (GOOD.replace(b"DATE:20230309", b"DATE:20230230"), "is no moment"),
    "unescaped comma": (GOOD.replace(b"\\, Lysaker", b", Lysaker"), "LOCATION is not escaped"),
    "address with a space": (GOOD.replace(b"https://", b"https:// "), "URL is no address"),
    "alarm without words": (ALARMED.replace(b"DESCRIPTION:x\r\n", b""), "DESCRIPTION 0 times"),
    "alarm that rings": (ALARMED.replace(b"DISPLAY", b"AUDIO"), "is not DISPLAY"),
    "alarm afterwards": (ALARMED.replace(b"-PT30M", b"PT30M"), "no time before"),
    "a task in an event": (ALARMED.replace(b"VALARM", b"VTODO"), "has a VTODO in it"),
    "cut off": (GOOD[: len(GOOD) // 2], "CRLF"),
    "a page instead of a calendar": (b"<!doctype html>\r\n", "not a content line"),
    "two calendars": (GOOD * 2, "not exactly one VCALENDAR"),
    "nothing at all": (b"", "not a content line"),
}


def test_a_good_calendar_has_no_fault() -> None:
    assert faults(GOOD) == faults(ALARMED) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_calendar_is_named_for_what_is_broken(name: str) -> None:
    data, words = BROKEN[name]

    assert data != GOOD
    assert any(words in fault for fault in faults(data)), faults(data)
