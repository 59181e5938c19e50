"""Dates as papers give them and as people type them; moments across both changes of the clock."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import edtf as judge
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tilsvar.domain.dates import (
    Edtf,
    ImpossibleDate,
    NaiveMoment,
    NotADate,
    NotOneDay,
    Precision,
    aware,
    end_of_day,
    local_moment,
    read_date,
)
from tilsvar.domain.errors import DomainError

OSLO = ZoneInfo("Europe/Oslo")
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
YEARS = st.integers(1950, 2100)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2021-09-10", Precision.DAY, date(2021, 9, 10), date(2021, 9, 10)),
        ("2023-05", Precision.MONTH, date(2023, 5, 1), date(2023, 5, 31)),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-21", Precision.SEASON, date(2023, 3, 1), date(2023, 5, 31)),
        ("2023-22", Precision.SEASON, date(2023, 6, 1), date(2023, 8, 31)),
        ("2023-23", Precision.SEASON, date(2023, 9, 1), date(2023, 11, 30)),
        ("2022-24", Precision.SEASON, date(2022, 12, 1), date(2023, 2, 28)),
        ("2023-24", Precision.SEASON, date(2023, 12, 1), date(2024, 2, 29)),
        ("2023", Precision.YEAR, date(2023, 1, 1), date(2023, 12, 31)),
        ("../2023-03-08", Precision.NO_LATER_THAN, date(2023, 3, 8), date(2023, 3, 8)),
    ],
)
def test_each_of_the_five_forms_knows_its_first_and_last_day(
    text: str, precision: Precision, first: date, last: date
) -> None:
    value = Edtf(text)

    assert (value.precision, value.first, value.last) == (precision, first, last)
    assert str(value) == text


def test_only_a_day_gives_its_day() -> None:
    assert Edtf("2021-09-10").is_day
    assert Edtf("2021-09-10").day == date(2021, 9, 10)
    assert not Edtf("../2021-09-10").is_day
    with pytest.raises(NotOneDay, match="2021-09 is not one day"):
        _ = Edtf("2021-09").day


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10.9.2021", "2021-09-10"),
        ("10.09.2021", "2021-09-10"),
        ("10. 9. 2021", "2021-09-10"),
        ("10. september 2021", "2021-09-10"),
        ("10 september 2021", "2021-09-10"),
        ("10. sep. 2021", "2021-09-10"),
        ("10.\u00a0September\u00a02021", "2021-09-10"),
        ("  10. SEPTEMBER 2021 ", "2021-09-10"),
        ("10 September 2021", "2021-09-10"),
        ("1. des 2021", "2021-12-01"),
        ("3 Oct 2022", "2022-10-03"),
        ("september 2021", "2021-09"),
        ("Sept. 2021", "2021-09"),
        ("våren 2023", "2023-21"),
        ("va\u030aren 2023", "2023-21"),
        ("vår 2023", "2023-21"),
        ("spring 2023", "2023-21"),
        ("sommeren 2023", "2023-22"),
        ("sommaren 2023", "2023-22"),
        ("høsten 2023", "2023-23"),
        ("hausten 2023", "2023-23"),
        ("autumn 2023", "2023-23"),
        ("vinteren 2023", "2023-24"),
        ("vinteren 2023–2024", "2023-24"),
        ("vinteren 2023/24", "2023-24"),
        ("winter 2023", "2023-24"),
        ("2023", "2023"),
        ("i løpet av 2023", "2023"),
        ("i løpet av våren 2023", "2023-21"),
        ("during 2023", "2023"),
        ("innen 8. mars 2023", "../2023-03-08"),
        ("Innen 8.3.2023", "../2023-03-08"),
        ("innan 8. mars 2023", "../2023-03-08"),
        ("by 8 March 2023", "../2023-03-08"),
        ("../2023-03-08", "../2023-03-08"),
        ("2021-09-10", "2021-09-10"),
        ("2023-21", "2023-21"),
    ],
)
def test_what_people_type_is_understood(text: str, meant: str) -> None:
    assert read_date(text) == Edtf(meant)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.02.2023", "31.02.2023 is not a date: February 2023 ends on the 28th."),
        ("31. februar 2024", "31. februar 2024 is not a date: February 2024 ends on the 29th."),
        ("2023-04-31", "2023-04-31 is not a date: April 2023 ends on the 30th."),
        ("32.1.2023", "32.1.2023 is not a date: January 2023 ends on the 31st."),
        ("innen 31.2.2023", "innen 31.2.2023 is not a date: February 2023 ends on the 28th."),
        ("2023-25", "2023-25 is not a date: months are numbered 1 to 12, seasons 21 to 24."),
        ("10.13.2023", "10.13.2023 is not a date: months are numbered 1 to 12, seasons 21 to 24."),
        (
            "10.9.0202",
            "10.9.0202 is out of reach: holidays are known for the years 1950 to 2100 only.",
        ),
    ],
)
def test_an_impossible_date_is_refused_by_name(text: str, sentence: str) -> None:
    with pytest.raises(ImpossibleDate) as refusal:
        read_date(text)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("10.9.21", "two digits"),
        ("sep 21", "two digits"),
        ("våren '23", "two digits"),
        ("2023~", "uncertain"),
        ("2023-04?", "uncertain"),
        ("2023-XX", "uncertain"),
        ("20XX", "uncertain"),
        ("", "is no date"),
        ("snart", "is no date"),
        ("hva?", "is no date"),
        ("0. mai 2023", "is no date"),
        ("../2023", "is no date"),
        ("../2023-21", "is no date"),
        ("2023/2024", "is no date"),
        ("2023-03-08/..", "is no date"),
        ("2023-3-8", "is no date"),
        ("2023-03-08T10:00", "is no date"),
        ("innen våren 2023", "is no date"),
        ("i løpet av 8. mars 2023", "is no date"),
        ("våren 2023/24", "is no date"),
        ("vinteren 2023/25", "is no date"),
        ("២០២៣", "is no date"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(NotADate, match=reason):
        read_date(text)


def test_the_value_itself_takes_only_its_canonical_text() -> None:
    for text in ("10.9.2021", "våren 2023", " 2023", "2023\n", "2023-1", "../ 2023-03-08"):
        with pytest.raises(NotADate):
            Edtf(text)


def test_a_pasted_page_is_quoted_in_one_line() -> None:
    with pytest.raises(NotADate) as refusal:
        read_date("Vi viser til møtet " * 1000)

    assert len(str(refusal.value)) < 200


@settings(deadline=None)
@given(st.text(max_size=30) | st.text("0123456789.-/XU?~ innenmars", max_size=20))
def test_any_text_is_read_or_refused_with_one_sentence(text: str) -> None:
    try:
        value = read_date(text)
    except DomainError as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 - either outcome is right
    else:
        assert Edtf(value.text) == value
        assert value.first <= value.last


@settings(deadline=None)
@given(DAYS)
def test_a_day_reads_the_same_however_it_is_written(day: date) -> None:
    exact = Edtf.on(day)

    assert exact.day == day
    assert read_date(f"{day.day}.{day.month}.{day.year}") == exact
    assert read_date(f"{day:%d.%m.%Y}") == exact
    assert read_date(f"innen {day.day}.{day.month}.{day.year}") == Edtf(f"../{exact}")


def test_dates_line_up_by_first_day_and_the_exact_one_first() -> None:
    texts = ["2023", "2023-21", "2023-01", "../2023-01-01", "2023-01-01", "2022-24"]

    in_order = sorted(map(Edtf, texts), key=Edtf.sort_key)

    assert [value.text for value in in_order] == [
        "2022-24",
        "../2023-01-01",
        "2023-01-01",
        "2023-01",
        "2023",
        "2023-21",
    ]


@settings(max_examples=60, deadline=None)
@given(
    DAYS.map(date.isoformat)
    | st.builds("{}-{:02}".format, YEARS, st.integers(1, 12) | st.integers(21, 23))
    | YEARS.map(str)
)
def test_the_library_edtf_agrees_on_the_bounds(text: str) -> None:
    # Winter and `../` are left out: the library reads the one as December and the other as
    # beginning at the dawn of time.
    ours, theirs = Edtf(text), judge.parse_edtf(text)

    assert (ours.first, ours.last) == (
        date(*theirs.lower_strict()[:3]),
        date(*theirs.upper_strict()[:3]),
    )


def test_a_naive_moment_is_refused_and_an_aware_one_becomes_utc() -> None:
    ten_in_oslo = datetime(2023, 2, 3, 10, tzinfo=OSLO)

    assert aware(ten_in_oslo).isoformat() == "2023-02-03T09:00:00+00:00"
    assert aware(ten_in_oslo).tzinfo is UTC
    with pytest.raises(NaiveMoment, match="2023-02-03T10:00:00 has no time zone"):
        aware(ten_in_oslo.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        (date(2023, 2, 3), time(7, 30), "2023-02-03T06:30:00+00:00"),
        (date(2023, 7, 3), time(7, 30), "2023-07-03T05:30:00+00:00"),
        # On 26 March the clock went from 02:00 to 03:00: half past two was half past three.
        (date(2023, 3, 26), time(2, 30), "2023-03-26T01:30:00+00:00"),
        (date(2023, 3, 26), time(3, 30), "2023-03-26T01:30:00+00:00"),
        # On 29 October the hour from two to three came twice: the first is meant.
        (date(2023, 10, 29), time(2, 30), "2023-10-29T00:30:00+00:00"),
        (date(2023, 10, 29), time(3, 0), "2023-10-29T02:00:00+00:00"),
    ],
)
def test_a_local_hour_is_a_moment_also_when_the_clock_changes(
    day: date, at: time, utc: str
) -> None:
    assert local_moment(day, at, OSLO).isoformat() == utc


def test_a_deadline_that_is_a_day_ends_when_the_day_ends_in_oslo() -> None:
    assert end_of_day(date(2023, 2, 3), OSLO).isoformat() == "2023-02-03T23:00:00+00:00"
    assert end_of_day(date(2023, 3, 26), OSLO).isoformat() == "2023-03-26T22:00:00+00:00"


def test_the_days_of_the_change_have_23_and_25_hours() -> None:
    def length(day: date) -> timedelta:
        return end_of_day(day, OSLO) - local_moment(day, time(), OSLO)

    assert length(date(2023, 3, 26)) == timedelta(hours=23)
    assert length(date(2023, 10, 29)) == timedelta(hours=25)


@settings(deadline=None)
@given(DAYS, st.times())
def test_a_local_moment_is_in_utc_and_on_that_day(day: date, at: time) -> None:
    moment = local_moment(day, at, OSLO)

    assert moment.tzinfo is UTC
    assert moment.astimezone(OSLO).date() == day


@settings(deadline=None)
@given(YEARS, st.integers(1, 12))
def test_a_month_lasts_to_its_last_day(year: int, month: int) -> None:
    assert Edtf(f"{year}-{month:02}").last.day == monthrange(year, month)[1]
