"""A meeting stands at the hour that was agreed, on both sides of both changes of the clock."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tilsvar.calendar.entries import OSLO, AllDay, Entry, Timed
from tilsvar.calendar.oslo_time import VTIMEZONE
from tilsvar.domain.dates import local_moment
from tilsvar.tests.calendar import ical_js
from tilsvar.tests.calendar.at_once import render
from tilsvar.tests.calendar.linter import faults
from tilsvar.tests.calendar.samples import at, deadline, meeting
from tilsvar.wording.language import language

NB = language("nb")
TWO_HOURS = timedelta(hours=2)
# The last year for which ical.js itself follows a yearly rule.
LAST_YEAR_JUDGED = 2035


def at_ten(day: date) -> Entry:
    start = local_moment(day, time(10), OSLO)
    return meeting(uid=day.isoformat(), when=Timed(start, start + TWO_HOURS))


def understood(entries: list[Entry]) -> dict[str, tuple[int, int]]:
    data = render("Kalender", entries, NB)
    assert faults(data) == []
    return {each["uid"]: (each["start"], each["end"]) for each in ical_js.read(data)}


def moments(entries: list[Entry]) -> dict[str, tuple[int, int]]:
    return {
        each.uid: (int(each.when.start.timestamp()), int(each.when.end.timestamp()))
        for each in entries
        if isinstance(each.when, Timed)
    }


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [
        *((date(2023, 3, 24), 9), (date(2023, 3, 27), 8)),
        *((date(2023, 10, 27), 8), (date(2023, 10, 30), 9)),
    ],
)
def test_ten_o_clock_stays_ten_o_clock_when_the_clock_changes(day: date, utc_hour: int) -> None:
    data = render("Kalender", [at_ten(day)], NB)

    assert f"DTSTART;TZID=Europe/Oslo:{day:%Y%m%d}T100000\r\n".encode() in data
    assert Calendar.from_ical(data).events[0].start == at(day.year, day.month, day.day, utc_hour)
    assert faults(data) == []


def test_thunderbirds_reader_gets_every_hour_of_the_days_of_change_right() -> None:
    entries = []
    for year in range(2016, LAST_YEAR_JUDGED + 1):
        for month in (3, 10):
            last = date(year, month, 31)
            sunday = last - timedelta(days=(last.weekday() + 1) % 7)
            midnight = at(year, month, sunday.day) - timedelta(hours=3)
            for half_hours in range(14):
                start = midnight + half_hours * timedelta(minutes=30)
                when = Timed(start, start + TWO_HOURS)
                entries.append(meeting(uid=start.isoformat(), when=when))

    assert understood(entries) == moments(entries)


def test_thunderbirds_reader_gets_a_meeting_in_every_week_right() -> None:
    weeks = (LAST_YEAR_JUDGED + 1 - 1990) * 52
    entries = [at_ten(date(1990, 1, 4) + timedelta(weeks=week)) for week in range(weeks)]

    assert understood(entries) == moments(entries)


def test_the_judge_would_notice_a_zone_that_is_an_hour_wrong() -> None:
    data = render("Kalender", [at_ten(date(2023, 6, 1))], NB)
    wrong = data.replace(b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0300")

    told = [ical_js.read(each)[0]["start"] for each in (data, wrong)]

    assert told[0] - told[1] == 3600


def test_thunderbirds_reader_takes_whole_days_as_days_and_all_else_as_written() -> None:
    when = AllDay(date(2023, 3, 26), date(2023, 3, 26))
    entries = [deadline(when=when), meeting(cancelled=True)]

    whole, timed = sorted(
        ical_js.read(render("Kalender", entries, NB)),
        key=lambda each: str(each["start"]),
        reverse=True,
    )

    assert (whole["start"], whole["end"]) == ("2023-03-26", "2023-03-27")
    assert (whole["transparency"], whole["sequence"]) == ("TRANSPARENT", 0)
    assert timed["title"] == "AVLYST: Rådsmøte 1/2023"
    assert (timed["status"], timed["sequence"]) == ("CANCELLED", 2)
    assert timed["url"] == meeting().url
    assert timed["categories"] == ["Rådsmøte"]
    assert timed["stamp"] == int(meeting().modified.timestamp())


@pytest.mark.parametrize("hour", [0, 1])
def test_both_turns_of_the_doubled_hour_are_written_in_utc(hour: int) -> None:
    half_past_two = at(2023, 10, 29, hour, 30)
    before, after = half_past_two - TWO_HOURS, half_past_two + TWO_HOURS

    for when in (Timed(half_past_two, after), Timed(before, half_past_two)):
        data = render("Kalender", [meeting(when=when)], NB)
        assert f"DTSTART:{when.start:%Y%m%dT%H%M%SZ}\r\n".encode() in data
        assert f"DTEND:{when.end:%Y%m%dT%H%M%SZ}\r\n".encode() in data
        assert faults(data) == []


@given(
    st.datetimes(
        min_value=datetime(1980, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
        max_value=datetime(2099, 12, 31),  # noqa: DTZ001 - Hypothesis adds the zone
        timezones=st.just(OSLO),
    )
)
def test_any_moment_comes_back_to_the_second(start: datetime) -> None:
    when = Timed(start, start + TWO_HOURS)
    event = Calendar.from_ical(render("Kalender", [meeting(when=when)], NB)).events[0]

    assert event.start == when.start.replace(microsecond=0)
    assert event.end == when.end.replace(microsecond=0)


def test_the_zone_is_written_with_the_line_ends_of_a_calendar() -> None:
    assert VTIMEZONE.count(b"\n") == VTIMEZONE.count(b"\r\n") == 17
