"""On which days a date is reminded of: weekends, Easter, imprecise dates, both clock changes."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf, local_moment
from tilsvar.domain.ladders import DEFAULTS, Audience
from tilsvar.domain.rules import CouncilRules
from tilsvar.domain.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
OSLO = ZoneInfo("Europe/Oslo")


def days(ladder: str, when: str, calendar: WorkingCalendar = CALENDAR) -> dict[str, date]:
    return {rung.name: day for rung, day in DEFAULTS[ladder].days(Edtf(when), calendar)}


def test_an_outstanding_answer_is_asked_about_on_its_day_and_twice_after() -> None:
    assert days("answer", "2020-07-30") == {
        "0d": date(2020, 7, 30),
        "+10wd": date(2020, 8, 13),
        "+30wd": date(2020, 9, 10),
    }
    *earlier, last = DEFAULTS["answer"].rungs
    assert last.to == (Audience.RESPONSIBLE, Audience.LEADER)
    assert all(rung.to == (Audience.RESPONSIBLE,) for rung in earlier)


def test_a_consultation_is_reminded_of_six_times_and_on_a_friday_for_a_weekend() -> None:
    assert days("consultation", "2021-09-10") == {
        "-21d": date(2021, 8, 20),
        "-14d": date(2021, 8, 27),
        "-7d": date(2021, 9, 3),
        "-3d": date(2021, 9, 7),
        "-1d": date(2021, 9, 9),
        "0d": date(2021, 9, 10),
    }
    sunday = days("consultation", "2021-09-12")
    assert (sunday["0d"], sunday["-1d"], sunday["-7d"]) == (
        *(date(2021, 9, 10), date(2021, 9, 10), date(2021, 9, 3)),
    )


def test_around_easter_the_last_working_day_is_the_wednesday_before() -> None:
    easter_monday = days("consultation", "2023-04-10")

    assert (easter_monday["0d"], easter_monday["-3d"]) == (date(2023, 4, 5), date(2023, 4, 5))
    assert days("internal", "2023-04-11") == {
        "-5wd": date(2023, 3, 30),
        "-2wd": date(2023, 4, 4),
        "0wd": date(2023, 4, 11),
    }


def test_what_comes_after_a_date_goes_on_the_next_working_day() -> None:
    assert days("op_ed_idle", "2023-03-25") == {"+14d": date(2023, 4, 11)}


def test_the_councils_own_closed_days_are_no_working_days() -> None:
    closed = WorkingCalendar(((date(2023, 3, 27), "inneklemt"),))

    assert days("external", "2023-03-27", closed)["0d"] == date(2023, 3, 24)


@pytest.mark.parametrize(
    ("when", "first", "after"),
    [
        ("2023-04", date(2023, 4, 3), date(2023, 5, 2)),
        ("2023-21", date(2023, 3, 1), date(2023, 6, 1)),
        ("2024", date(2024, 1, 2), date(2025, 1, 2)),
        ("2023-24", date(2023, 12, 1), date(2024, 3, 1)),
    ],
)
def test_an_imprecise_date_is_asked_about_when_it_begins_and_escalated_when_it_is_over(
    when: str, first: date, after: date
) -> None:
    assert days("imprecise", when) == {"0d": first, "end+1wd": after}
    assert Audience.LEADER in DEFAULTS["imprecise"].rung("end+1wd").to


def test_no_later_than_a_day_is_reminded_of_as_that_day_is() -> None:
    assert days("external", "../2023-03-12") == days("external", "2023-03-12")
    assert days("external", "../2023-03-12")["0d"] == date(2023, 3, 10)


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2023, 3, 24), "2023-03-24T06:30:00+00:00"),
        (date(2023, 3, 27), "2023-03-27T05:30:00+00:00"),
        (date(2023, 10, 27), "2023-10-27T05:30:00+00:00"),
        (date(2023, 10, 30), "2023-10-30T06:30:00+00:00"),
        (date(2023, 3, 26), "2023-03-26T05:30:00+00:00"),
        (date(2023, 10, 29), "2023-10-29T06:30:00+00:00"),
    ],
)
def test_reminders_go_at_half_past_seven_on_either_side_of_a_clock_change(
    day: date, utc: str
) -> None:
    assert local_moment(day, CouncilRules().morning, OSLO).isoformat() == utc


PRECISE = st.dates(date(2016, 1, 1), date(2030, 12, 31))


@given(st.sampled_from(sorted(DEFAULTS)), PRECISE)
def test_every_rung_is_a_working_day_on_its_own_side_of_the_date(ladder: str, day: date) -> None:
    found = DEFAULTS[ladder].days(Edtf.on(day), CALENDAR)

    assert all(CALENDAR.on_or_after(on) == on for _, on in found)
    for rung, on in found:
        assert (on >= day) if rung.days > 0 else (on <= day)
    assert [on for _, on in found] == sorted(on for _, on in found)


def test_the_names_of_rungs_are_unique_on_each_ladder() -> None:
    for ladder in DEFAULTS.values():
        names = [rung.name for rung in ladder.rungs]
        assert len(names) == len(set(names))
