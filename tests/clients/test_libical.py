"""libical, asked through ctypes, does blame what is wrong and does work out hours by itself."""

import pytest

from tilsvar.calendar.attendees import Attendee
from tilsvar.calendar.itip import Scheduling, cancel, request
from tilsvar.domain.kinds import PartStat
from tilsvar.tests.calendar.at_once import render
from tilsvar.tests.calendar.samples import MEETING_UID, at, meeting
from tilsvar.tests.clients import libical
from tilsvar.wording.language import language

NB = language("nb")
SCHEDULING = Scheduling(
    entry=meeting(),
    organizer_name='Rådet; "sekretariatet", Oslo',
    organizer_address="moter+1@ho21.example",
    attendees=(
        Attendee(address="kari@nfd.example", name="Kari, NFD", partstat=PartStat.NEEDS_ACTION),
    ),
    stamp=at(2023, 1, 10),
)
INVITATION = request(SCHEDULING, NB)


# DECLINECOUNTER is not asked about: there libical 3.0 forbids even the SEQUENCE that is a must.
def test_the_messages_about_a_meeting_keep_to_the_tables_of_the_standard() -> None:
    assert libical.faults(INVITATION) == []
    assert libical.faults(cancel(SCHEDULING, NB, whole=True)) == []
    assert libical.faults(cancel(SCHEDULING, NB, whole=False)) == []
    assert libical.faults(render("Kalender", [meeting()], NB)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "blamed"),
    [
        (b"\r\nORGANIZER", b"\r\nX-ORGANIZER", "ORGANIZER"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "STATUS"),
        (b"DTEND;TZID=Europe/Oslo:", b"DTEND;TZID=Europe/Oslo:x", "DTEND"),
        (b"METHOD:REQUEST", b"METHOD:PUBLISH", "ATTENDEE"),
    ],
)
def test_what_the_standard_forbids_is_blamed(right: bytes, wrong: bytes, blamed: str) -> None:
    assert INVITATION.count(right) == 1

    assert blamed in " ".join(libical.faults(INVITATION.replace(right, wrong)))


def test_what_is_no_calendar_is_blamed() -> None:
    assert libical.faults(b"<html>Logg inn</html>\r\n")
    assert libical.faults(INVITATION[: len(INVITATION) // 2])


def test_its_hours_are_those_of_the_zone_that_the_file_declares() -> None:
    entry = meeting(when=type(meeting().when)(at(2023, 6, 1, 8), at(2023, 6, 1, 10)))
    right = render("Kalender", [entry], NB)
    wrong = right.replace(b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0300")

    told, told_wrong = (libical.shown(each)[MEETING_UID] for each in (right, wrong))

    assert told.start == int(at(2023, 6, 1, 8).timestamp())
    assert told_wrong.start == told.start - 3600
