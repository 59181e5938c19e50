"""Numbers in words up to twelve, and things named one after the other."""

from datetime import date

import pytest

from tilsvar.domain.working_days import WorkingCalendar
from tilsvar.wording.language import LANGUAGES, language
from tilsvar.wording.lists import joined
from tilsvar.wording.numbers import capitalised, counted
from tilsvar.wording.periods import day_off_name, not_counted, working_days

NB, NN, EN = (language(code) for code in LANGUAGES)


@pytest.mark.parametrize(
    ("n", "nb", "nn", "en"),
    [
        (0, "ingen", "ingen", "no"),
        (1, "én", "éin", "one"),
        (2, "to", "to", "two"),
        (7, "sju", "sju", "seven"),
        (12, "tolv", "tolv", "twelve"),
        (13, "13", "13", "13"),
        (-1, "-1", "-1", "-1"),
    ],
)
def test_numbers_are_words_up_to_twelve(n: int, nb: str, nn: str, en: str) -> None:
    assert [counted(n, lang) for lang in (NB, NN, EN)] == [nb, nn, en]


def test_one_follows_the_noun() -> None:
    assert counted(1, NB, "neuter") == "ett"
    assert [counted(1, NN, gender) for gender in ("common", "feminine", "neuter")] == [
        "éin",
        "éi",
        "eitt",
    ]


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert capitalised("én måned etter HOD") == "Én måned etter HOD"
    assert capitalised("") == ""


def test_things_are_joined_with_and_before_the_last() -> None:
    assert joined([], NB) == ""
    assert joined(["HOD"], NB) == "HOD"
    assert joined(["HOD", "KMD", "KD"], NB) == "HOD, KMD og KD"
    assert joined(["HOD", "KD"], EN) == "HOD and KD"


def test_the_days_past_a_due_date_that_were_not_counted_are_named() -> None:
    off = WorkingCalendar().days_off(date(2022, 11, 3), date(2023, 2, 3))

    assert working_days(65, NB) == "65 virkedager"
    assert not_counted(off, NB).replace("\u00a0", " ") == (
        "Helger og 2. juledag (mandag 26. desember) er ikke talt."
    )
    assert not_counted([], NB) == ""


def test_every_public_holiday_of_the_library_has_a_name_in_each_language() -> None:
    off = WorkingCalendar().days_off(date(1999, 12, 31), date(2060, 12, 31))
    holidays = {day.name: day for day in off if day.name}

    english = {day_off_name(day, EN) for day in holidays.values()}

    assert len(english) == len(holidays)
    assert english.isdisjoint(holidays)


def test_two_holidays_on_one_day_are_both_named() -> None:
    whit_monday = WorkingCalendar().day_off(date(2027, 5, 17))

    assert whit_monday is not None
    assert day_off_name(whit_monday, NB) == "2.\u00a0pinsedag og grunnlovsdagen"


def test_the_councils_own_words_stay_as_they_are() -> None:
    day = date(2022, 12, 27)
    closed = WorkingCalendar(closed=((day, "stengt; romjul"),)).day_off(day)

    assert closed is not None
    assert day_off_name(closed, EN) == "stengt; romjul"
