"""Whatever people write into a title or an agenda arrives unharmed, and harms nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tilsvar.calendar.text import clean, one_line
from tilsvar.tests.calendar import ical_js
from tilsvar.tests.calendar.at_once import render
from tilsvar.tests.calendar.linter import faults, read
from tilsvar.tests.calendar.samples import meeting
from tilsvar.wording.language import language

NB = language("nb")
HARD_TEXTS = (
    "Blåbærsyltetøy og ÆØÅ",
    "👩🏽‍⚕️ Helse 🇳🇴 og 👨‍👩‍👧",
    "komma, semikolon; kolon: og \"anførsel\" 'enkel' «norsk»",
    "to\nlinjer\n\nog en tom",
    "Windows\r\ngammel Mac\rslutt",
    r"C:\Notater\nytt, \; \, \\ og \N",
    "slutter med omvendt skråstrek \\",
    "BEGIN:VEVENT\r\nEND:VCALENDAR\r\nX:1",
    "tabulator\tog hardt\N{NO-BREAK SPACE}mellomrom",
    "å" * 200,
    "{klammer} %s %(name)s ${x}",
    "\N{RIGHT-TO-LEFT OVERRIDE}snudd",
)


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_hard_texts_come_back_as_they_were_written(text: str) -> None:
    data = render("Kalender", [meeting(title=text, place=text, description=text)], NB)
    event = Calendar.from_ical(data).events[0]

    assert faults(data) == []
    assert str(event["SUMMARY"]) == one_line(text)
    assert str(event["LOCATION"]) == one_line(text)
    assert str(event["DESCRIPTION"]) == clean(text)


def test_thunderbirds_reader_sees_the_same_texts() -> None:
    entries = [
        meeting(uid=f"uid-{number:02}", title=text, place=text, description=text, category=text)
        for number, text in enumerate(HARD_TEXTS)
    ]
    judged = ical_js.read(render("Kalender", entries, NB))

    for event, text in zip(judged, HARD_TEXTS, strict=True):
        assert event["title"] == event["place"] == one_line(text)
        assert event["categories"] == [one_line(text)]
        assert event["description"] == clean(text)


def test_the_name_of_a_calendar_may_have_commas_and_quotes() -> None:
    name = 'Rådet, "arbeidsutvalget"; nemnda'
    head = read(render(name, [], NB))

    assert head.value("NAME") == head.value("X-WR-CALNAME") == r'Rådet\, "arbeidsutvalget"\; nemnda'


def test_an_agenda_of_ten_kilobytes_comes_back_whole() -> None:
    agenda = "\n".join(f"Sak {n}/1/2023: Oppfølging av «råd», del {n}; 😀" for n in range(1, 250))
    assert len(agenda.encode()) > 10_000

    data = render("Kalender", [meeting(description=agenda)], NB)

    assert faults(data) == []
    assert str(Calendar.from_ical(data).events[0]["DESCRIPTION"]) == agenda


@given(title=st.text(), description=st.text(), name=st.text())
def test_any_text_gives_a_valid_calendar_and_comes_back_cleaned(
    title: str, description: str, name: str
) -> None:
    data = render(name, [meeting(title=title, description=description)], NB)
    event = Calendar.from_ical(data).events[0]

    assert faults(data) == []
    assert str(event["SUMMARY"]) == one_line(title)
    assert str(event.get("DESCRIPTION", "")) == clean(description)


@given(st.text())
def test_cleaning_twice_changes_no_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)


def test_control_characters_and_half_characters_are_left_out() -> None:
    assert clean("Møte\x00 om\x07 \x1b[31mrødt\x7f\x9f\ud83d") == "Møte om [31mrødt"
    assert clean("a\u2028b\u2029c\x85d\x0be") == "a\nb\nc\nd\ne"


def test_a_title_on_several_lines_becomes_one_line() -> None:
    assert one_line("  Rådsmøte \n\n 1/2023\t\n") == "Rådsmøte 1/2023"


def test_an_address_with_a_line_break_cannot_start_a_line_of_its_own() -> None:
    data = render("Kalender", [meeting(url="https://example.no/\r\nSTATUS:CANCELLED")], NB)

    assert b"URL:https://example.no/STATUS:CANCELLED\r\n" in data
    assert faults(data) == []
