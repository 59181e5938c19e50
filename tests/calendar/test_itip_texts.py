"""Whatever stands in a title, an agenda or a name, the message stays one and comes back whole."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from tilsvar.calendar.itip import cancel, decline_counter, request
from tilsvar.calendar.text import clean, one_line
from tilsvar.tests.calendar import ical_js
from tilsvar.tests.calendar.itip_linter import message_faults
from tilsvar.tests.calendar.samples import invited, meeting, scheduling
from tilsvar.wording.language import language

NB = language("nb")
HARD_NAMES = (
    "Kari Nordmann",
    'Anne "Kari"; Nordmann, dr.: a',
    "Åse Bjørkøy-Ærø",
    "👩🏽‍⚕️ lege",
    "^n ^' ^^ ^",
    r"C:\Notater\ny",
    "Kari\r\nSTATUS:CANCELLED",
    "\x00Kari\x07 \x1b",
    "K" * 300 + "å" * 300,
    "",
)
TEN_KILOBYTES = "\n".join(f"Sak {n}/1/2023: «råd», del {n}; 😀 \\n \\" for n in range(1, 300))


def shown_name(name: str) -> str:
    """How a name comes back: on one line, double quotes as single ones."""
    return one_line(name).replace('"', "'") or "kari@ho21.example"


@pytest.mark.parametrize("name", HARD_NAMES)
def test_hard_names_come_back(name: str) -> None:
    data = request(scheduling(organizer_name=name, attendees=(invited(name=name),)), NB)
    (event,) = Calendar.from_ical(data).events

    assert message_faults(data, "REQUEST") == []
    assert event["ATTENDEE"].params["CN"] == shown_name(name)
    assert event["ORGANIZER"] == "mailto:moter+7c0f2a@ho21.example"
    assert event["ATTENDEE"] == "mailto:kari@ho21.example"


def test_ten_kilobytes_come_back_from_thunderbirds_reader_too() -> None:
    assert len(TEN_KILOBYTES.encode()) > 10_000
    long = scheduling(entry=meeting(description=TEN_KILOBYTES, title="å" * 2000, place="ø,;" * 900))

    data = request(long, NB)

    assert message_faults(data, "REQUEST") == []
    (judged,) = ical_js.read(data)
    assert judged["description"] == clean(TEN_KILOBYTES)
    assert (judged["title"], judged["place"]) == ("å" * 2000, "ø,;" * 900)


@given(title=st.text(), place=st.text(), agenda=st.text(), name=st.text(), reason=st.text())
@example("", "", "", "", "")
@example("\ud83d", "\u2028", "\r", '"', "\x85")
def test_any_text_gives_one_valid_message_in_the_same_bytes(
    title: str, place: str, agenda: str, name: str, reason: str
) -> None:
    told = scheduling(
        entry=meeting(title=title, place=place, description=agenda),
        organizer_name=name,
        attendees=(invited(name=name), invited(name=name, address="ola@ho21.example")),
    )
    messages = {
        "REQUEST": request(told, NB),
        "CANCEL": cancel(told, NB, whole=True),
        "DECLINECOUNTER": decline_counter(told, NB, reason),
    }

    for method, data in messages.items():
        assert message_faults(data, method) == []
    assert messages["REQUEST"] == request(replace(told), NB)
    (event,) = Calendar.from_ical(messages["REQUEST"]).events
    assert str(event["SUMMARY"]) == one_line(title)
    assert str(event.get("LOCATION", "")) == one_line(place)
    assert str(event.get("DESCRIPTION", "")) == clean(agenda)
    (refusal,) = Calendar.from_ical(messages["DECLINECOUNTER"]).events
    assert str(refusal["COMMENT"]) == (
        clean(reason) or "Tidspunktet som ble foreslått, passer ikke."
    )
