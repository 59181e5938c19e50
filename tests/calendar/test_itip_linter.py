"""The strict reader of messages can fail: each fault that clients forgive is named."""

import pytest

from tilsvar.calendar.itip import cancel, request
from tilsvar.tests.calendar.itip_linter import message_faults
from tilsvar.tests.calendar.linter import faults
from tilsvar.tests.calendar.samples import scheduling
from tilsvar.wording.language import language

GOOD = request(scheduling(), language("nb"))
OFF = cancel(scheduling(), language("nb"), whole=True)
ZONE = GOOD[GOOD.index(b"BEGIN:VTIMEZONE") : GOOD.index(b"BEGIN:VEVENT")]
EVENT = GOOD[GOOD.index(b"BEGIN:VEVENT") : GOOD.index(b"END:VCALENDAR")]
ATTENDEE = GOOD[GOOD.index(b"ATTENDEE") : GOOD.index(b"CATEGORIES")]
ALARM = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\n"

BROKEN = {
    "no METHOD": (GOOD.replace(b"METHOD", b"X-METHOD"), "VCALENDAR has METHOD 0 times"),
    "METHOD twice": (GOOD.replace(b"METHOD", b"METHOD:REQUEST\r\nMETHOD"), "METHOD 2 times"),
    "published": (GOOD.replace(b":REQUEST", b":PUBLISH"), "METHOD is 'PUBLISH' and not REQUEST"),
    "UID of the calendar": (GOOD.replace(b"PRODID", b"UID:1\r\nPRODID", 1), "must not have"),
    "name of a feed": (GOOD.replace(b"PRODID", b"NAME:x\r\nPRODID", 1), "which is for feeds"),
    "two events": (GOOD.replace(EVENT, EVENT * 2), "not of one VEVENT"),
    "zone left out": (GOOD.replace(ZONE, b""), "TZID Europe/Oslo is not declared"),
    "zone for nothing": (GOOD.replace(b";TZID=Europe/Oslo", b""), "VTIMEZONE that nothing"),
    "alarm": (GOOD.replace(b"END:VEVENT", ALARM + b"END:VEVENT"), "VEVENT has VALARM"),
    "no SEQUENCE": (GOOD.replace(b"SEQUENCE:2\r\n", b""), "SEQUENCE 0 times"),
    "no ORGANIZER": (GOOD.replace(b"ORGANIZER", b"X-ORGANIZER"), "ORGANIZER 0 times"),
    "nobody invited": (GOOD.replace(ATTENDEE, b""), "no ATTENDEE"),
    "invited twice": (GOOD.replace(ATTENDEE, ATTENDEE * 2), "in the message twice"),
    "unquoted name": (
        GOOD.replace(b'CN="Kari Nordmann"', b"CN=Kari Nordmann"),
        "a CN is not in quotes",
    ),
    "nameless": (GOOD.replace(b'CN="Kari Nordmann";', b""), "ATTENDEE has no CN"),
    "no answer said": (GOOD.replace(b"PARTSTAT=NEEDS-ACTION;", b""), "PARTSTAT is None"),
    "RSVP as in RFC 6047": (GOOD.replace(b"RSVP=TRUE", b"RSVP=YES"), "RSVP is 'YES'"),
    "no mailto": (GOOD.replace(b"mailto:kari@", b"kari@"), "ATTENDEE is no address"),
    "for a server": (
        GOOD.replace(b"ATTENDEE;", b"ATTENDEE;SCHEDULE-AGENT=CLIENT;"),
        "has SCHEDULE-AGENT",
    ),
    "cancelled request": (GOOD.replace(b"CONFIRMED", b"CANCELLED"), "STATUS is 'CANCELLED'"),
}


def test_good_messages_have_no_fault() -> None:
    assert message_faults(GOOD, "REQUEST") == []
    assert message_faults(OFF, "CANCEL") == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_message_is_named_for_what_is_broken(name: str) -> None:
    data, words = BROKEN[name]

    assert data != GOOD
    found = message_faults(data, "REQUEST")
    assert any(words in fault for fault in found), found


def test_a_cancellation_says_whose_it_is_by_its_status() -> None:
    assert message_faults(OFF, "CANCEL", whole=False) == ["STATUS is 'CANCELLED' in a CANCEL"]
    without = OFF.replace(b"STATUS:CANCELLED\r\n", b"")
    assert message_faults(without, "CANCEL") == ["STATUS is '' in a CANCEL"]
    assert message_faults(without, "CANCEL", whole=False) == []


def test_a_message_is_no_feed() -> None:
    assert faults(GOOD) == ["VCALENDAR has METHOD, which a feed must not have"]
    assert message_faults(b"<html>Logg inn</html>", "REQUEST")
