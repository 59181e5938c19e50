"""A reader's calendar reminds only where its owner has asked for it, and never in vain."""

from datetime import date, timedelta

from icalendar import Calendar

from tilsvar.calendar.entries import AllDay, Entry
from tilsvar.calendar.ics import join, render_event
from tilsvar.domain.dates import Edtf
from tilsvar.tests.calendar import ical_js
from tilsvar.tests.calendar.linter import faults
from tilsvar.tests.calendar.samples import deadline, meeting
from tilsvar.wording.language import language

NB = language("nb")


def with_alarms(*entries: Entry) -> bytes:
    data = join("Min kalender", [render_event(each, NB, alarms=True) for each in entries])
    assert faults(data) == []
    return data


def test_nobody_is_reminded_unless_they_ask() -> None:
    assert b"VALARM" not in render_event(meeting(), NB)


def test_a_meeting_reminds_half_an_hour_before_and_a_whole_day_at_nine_the_day_before() -> None:
    data = with_alarms(
        meeting(), deadline(), meeting(uid="x", when=AllDay(*[date(2023, 3, 8)] * 2))
    )

    triggers = [each.alarms.times[0].alarm.TRIGGER for each in Calendar.from_ical(data).events]
    assert triggers == [timedelta(minutes=-30), timedelta(hours=-15), timedelta(hours=-15)]
    assert data.count(b"ACTION:DISPLAY\r\n") == 3
    assert [each["title"] for each in ical_js.read(data)] == [
        *("Rådsmøte 1/2023", "Høringsfrist: forskrift om legemidler", "Rådsmøte 1/2023"),
    ]


def test_nothing_reminds_of_what_is_cancelled_or_has_no_day() -> None:
    spring = Edtf("2023-21")
    planned = deadline(when=AllDay.over(spring), imprecise=spring)

    assert b"VALARM" not in with_alarms(meeting(cancelled=True), planned)


def test_an_alarm_speaks_even_of_a_title_with_nothing_in_it() -> None:
    assert b"DESCRIPTION:" in with_alarms(meeting(title="\x00", description=""))
