"""On which days somebody has a digest, and how the wish is kept."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.digests import DigestWish, Rhythm
from tilsvar.domain.events import DigestChosen
from tilsvar.domain.kinds import Role
from tilsvar.domain.people import Person
from tilsvar.domain.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
CLOSED = st.builds(
    lambda first, many: tuple((first + timedelta(days=n), "stengt") for n in range(many)),
    DAYS,
    st.integers(0, 30),
)
DAILY, WEEKLY = DigestWish(), DigestWish(Rhythm.WEEKLY)


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("2023-02-03", "2023-02-03"),
        ("2023-02-04", "2023-02-06"),
        ("2023-04-06", "2023-04-11"),  # from Maundy Thursday to after Easter Monday
        ("2023-05-17", "2023-05-19"),  # Constitution Day, then Ascension Day
        ("2023-12-23", "2023-12-27"),
    ],
)
def test_daily_is_each_working_day(asked: str, day: str) -> None:
    found = DAILY.first_day(date.fromisoformat(asked), CALENDAR)

    assert found == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("2023-02-06", "2023-02-06"),
        ("2023-02-07", "2023-02-13"),
        ("2023-02-12", "2023-02-13"),
        ("2023-04-03", "2023-04-03"),
        ("2023-04-04", "2023-04-11"),  # Easter Monday is no working day: on the Tuesday after it
        ("2023-04-10", "2023-04-11"),
        ("2023-04-11", "2023-04-11"),
        ("2023-04-12", "2023-04-17"),
        ("2023-05-01", "2023-05-02"),  # Labour Day is a Monday
        ("2024-12-31", "2025-01-06"),
        ("2024-01-01", "2024-01-02"),
    ],
)
def test_weekly_is_the_first_working_day_of_a_week(asked: str, day: str) -> None:
    found = WEEKLY.first_day(date.fromisoformat(asked), CALENDAR)

    assert found == date.fromisoformat(day)


@given(DAYS, st.sampled_from(Rhythm), CLOSED)
def test_the_day_is_a_working_day_not_before_the_day_asked_for(
    day: date, rhythm: Rhythm, closed: tuple[tuple[date, str], ...]
) -> None:
    wish, calendar = DigestWish(rhythm), WorkingCalendar(closed)

    found = wish.first_day(day, calendar)

    assert found >= day
    assert calendar.day_off(found) is None
    assert wish.first_day(found, calendar) == found
    between = [day + timedelta(days=n) for n in range((found - day).days)]
    assert all(wish.first_day(each, calendar) == found for each in between)


@given(DAYS)
def test_a_weekly_reader_has_one_digest_in_each_week(day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=n) for n in range(7)]

    days = {WEEKLY.first_day(each, CALENDAR) for each in week}

    assert len([each for each in days if each in week]) == 1
    assert min(days) == CALENDAR.on_or_after(monday)
    assert days <= {DAILY.first_day(each, CALENDAR) for each in [*week, max(days)]}


def _kari() -> Person:
    kari = Person.join("KARI", "Kari", "kari@ho21.example", Role.MEMBER)
    kari.events.clear()
    return kari


def test_who_has_chosen_nothing_has_it_daily_at_the_usual_hour() -> None:
    assert _kari().digest == DigestWish(Rhythm.DAILY, None)


def test_a_choice_is_recorded_once_and_in_a_sentence_with_its_hour() -> None:
    kari = _kari()

    kari.choose_digest(DigestWish(Rhythm.WEEKLY, time(8, 15)))
    kari.choose_digest(DigestWish(Rhythm.WEEKLY, time(8, 15)))
    kari.choose_digest(DigestWish())

    assert kari.events == [
        DigestChosen("KARI", "weekly", "08:15"),
        DigestChosen("KARI", "daily", None),
    ]
    assert kari.digest == DigestWish()
