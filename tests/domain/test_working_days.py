"""Which days count, over weekends, Easter, Christmas and the council's own closed days."""

from datetime import date, timedelta

import holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from tilsvar.domain.working_days import DayOff, DayOffKind, WorkingCalendar

CALENDAR = WorkingCalendar()
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
CALENDARS = st.lists(st.tuples(DAYS, st.just("stengt")), max_size=20).map(
    lambda closed: WorkingCalendar(tuple(closed))
)


def test_a_saturday_is_a_weekend_and_a_monday_is_worked() -> None:
    assert CALENDAR.day_off(date(2021, 5, 8)) == DayOff(date(2021, 5, 8), DayOffKind.WEEKEND, "")
    assert CALENDAR.day_off(date(2021, 5, 10)) is None


def test_public_holidays_carry_their_norwegian_names() -> None:
    easter_2020 = CALENDAR.days_off(date(2020, 4, 8), date(2020, 4, 14))

    assert [(off.day.day, off.kind.value, off.name) for off in easter_2020] == [
        (9, "holiday", "Skjærtorsdag"),
        (10, "holiday", "Langfredag"),
        (11, "weekend", ""),
        (12, "weekend", ""),
        (13, "holiday", "Andre påskedag"),
    ]


def test_constitution_day_on_a_sunday_is_a_weekend_like_any_other() -> None:
    assert CALENDAR.day_off(date(2026, 5, 17)) == DayOff(date(2026, 5, 17), DayOffKind.WEEKEND, "")
    assert CALENDAR.is_working(date(2026, 5, 18))


def test_christmas_eve_is_worked_unless_the_council_is_closed() -> None:
    christmas_eve = date(2021, 12, 24)
    assert CALENDAR.is_working(christmas_eve)

    own = WorkingCalendar(closed=((christmas_eve, "julaften"),))

    assert own.day_off(christmas_eve) == DayOff(christmas_eve, DayOffKind.CLOSED, "julaften")
    assert own.on_or_after(christmas_eve) == date(2021, 12, 27)
    assert own.on_or_before(christmas_eve) == date(2021, 12, 23)


def test_a_closed_day_that_is_also_a_holiday_is_the_holiday_and_counts_once() -> None:
    own = WorkingCalendar(closed=((date(2022, 12, 26), "romjul"), (date(2022, 12, 25), "romjul")))

    assert [off.kind for off in own.days_off(date(2022, 12, 24), date(2022, 12, 26))] == [
        DayOffKind.WEEKEND,
        DayOffKind.HOLIDAY,
    ]
    assert own.count(date(2022, 12, 23), date(2022, 12, 27)) == 1


def test_the_answers_missing_in_february_2023_are_65_and_444_working_days_late() -> None:
    today = date(2023, 2, 3)

    assert CALENDAR.count(date(2022, 11, 3), today) == 65
    assert CALENDAR.count(date(2021, 5, 10), today) == 444


def test_the_rungs_after_a_due_date_fall_on_counted_working_days() -> None:
    due = date(2022, 11, 3)

    assert CALENDAR.shift(due, 10) == date(2022, 11, 17)
    assert CALENDAR.shift(due, 30) == date(2022, 12, 15)
    assert CALENDAR.shift(date(2020, 7, 30), 30) == date(2020, 9, 10)
    assert CALENDAR.shift(date(2026, 3, 27), 15) == date(2026, 4, 22)


def test_five_working_days_before_easter_monday_skip_the_holidays_too() -> None:
    assert CALENDAR.shift(date(2020, 4, 14), -5) == date(2020, 4, 2)


def test_nothing_is_counted_backwards() -> None:
    assert CALENDAR.count(date(2023, 2, 3), date(2023, 2, 3)) == 0
    assert CALENDAR.count(date(2023, 2, 3), date(2022, 2, 3)) == 0
    assert CALENDAR.days_off(date(2023, 2, 6), date(2023, 2, 3)) == []


@settings(deadline=None)
@given(CALENDARS, DAYS, st.integers(0, 500))
def test_each_day_is_either_worked_or_off(
    calendar: WorkingCalendar, after: date, span: int
) -> None:
    until = after + timedelta(days=span)

    off = calendar.days_off(after, until)

    assert calendar.count(after, until) + len(off) == span
    assert not any(calendar.is_working(day_off.day) for day_off in off)


@settings(deadline=None)
@given(CALENDARS, DAYS, st.integers(1, 120))
def test_as_many_working_days_are_counted_as_were_shifted(
    calendar: WorkingCalendar, day: date, n: int
) -> None:
    later, earlier = calendar.shift(day, n), calendar.shift(day, -n)

    assert calendar.is_working(later)
    assert calendar.is_working(earlier)
    assert calendar.count(day, later) == n
    assert calendar.count(earlier - timedelta(days=1), day - timedelta(days=1)) == n
    assert calendar.shift(day, 0) == day


@settings(deadline=None)
@given(CALENDARS, DAYS)
def test_the_nearest_working_day_is_the_day_itself_or_next_to_days_off_only(
    calendar: WorkingCalendar, day: date
) -> None:
    after, before = calendar.on_or_after(day), calendar.on_or_before(day)

    assert before <= day <= after
    assert calendar.is_working(before)
    assert calendar.is_working(after)
    assert calendar.is_working(day) == (before == day == after)
    assert calendar.count(before, after) == (0 if before == after else 1)


@settings(deadline=None)
@given(DAYS, st.integers(1, 800))
def test_the_library_of_holidays_counts_the_same(after: date, span: int) -> None:
    until = after + timedelta(days=span)
    judge = holidays.country_holidays("NO", language="no")

    theirs = judge.get_working_days_count(after + timedelta(days=1), until)

    assert CALENDAR.count(after, until) == theirs
