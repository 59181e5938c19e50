"""Dates as the readers see them, in three languages; here `~` stands for the no-break space."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf, NaiveMoment, read_date
from tilsvar.wording import dates
from tilsvar.wording.language import LANGUAGES, Language, language

NB, NN, EN = (language(code) for code in LANGUAGES)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def glued(text: str) -> str:
    return text.replace("~", "\u00a0")


def test_a_day_in_full_with_and_without_its_weekday() -> None:
    assert dates.day_in_full(date(2021, 9, 10), NB) == glued("10.~september 2021")
    assert dates.with_weekday(date(2023, 2, 17), NB) == glued("fredag 17.~februar 2023")
    assert dates.with_weekday(date(2021, 5, 8), NN) == glued("laurdag 8.~mai 2021")
    assert dates.with_weekday(date(2021, 5, 8), EN) == glued("Saturday 8~May 2021")


def test_a_day_in_a_table() -> None:
    assert dates.short(date(2023, 2, 17), NB) == glued("17.~feb. 2023")
    assert dates.short_weekday(date(2023, 2, 17), NB) == glued("fre. 17.~februar")
    assert dates.short_weekday(date(2023, 2, 14), NN) == glued("tys. 14.~februar")
    assert dates.short(date(2023, 2, 17), EN) == glued("17~Feb 2023")


def test_the_short_months_are_those_of_the_style_guide() -> None:
    months = [dates.edtf_short(Edtf(f"2023-{month:02}"), NB) for month in range(1, 13)]

    assert [month.removesuffix(" 2023") for month in months] == [
        "jan.",
        "feb.",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "aug.",
        "sep.",
        "okt.",
        "nov.",
        "des.",
    ]


@pytest.mark.parametrize(
    ("text", "nb", "nn", "en"),
    [
        ("2021-09-10", "10.~september 2021", "10.~september 2021", "10~September 2021"),
        ("2023-05", "mai 2023", "mai 2023", "May 2023"),
        ("2023-21", "våren 2023", "våren 2023", "spring 2023"),
        ("2023-22", "sommeren 2023", "sommaren 2023", "summer 2023"),
        ("2023-23", "høsten 2023", "hausten 2023", "autumn 2023"),
        ("2023-24", "vinteren 2023–2024", "vinteren 2023–2024", "winter 2023–2024"),
        ("2023", "i løpet av 2023", "i løpet av 2023", "during 2023"),
        ("../2023-03-08", "innen 8.~mars 2023", "innan 8.~mars 2023", "by 8~March 2023"),
    ],
)
def test_an_imprecise_date_is_said_as_a_person_says_it(
    text: str, nb: str, nn: str, en: str
) -> None:
    said = [dates.edtf(Edtf(text), lang) for lang in (NB, NN, EN)]

    assert said == [glued(nb), glued(nn), glued(en)]


def test_tables_give_the_short_form() -> None:
    short = [dates.edtf_short(Edtf(text), NB) for text in ("2020-09", "2023", "../2023-02-08")]

    assert short == ["sep. 2020", "2023", glued("innen 8.~feb. 2023")]


def test_the_hour_in_norwegian_and_english() -> None:
    assert dates.clock(time(10), NB) == glued("kl.~10.00")
    assert dates.clock(time(10), NB, time(15)) == glued("kl.~10.00–15.00")
    assert dates.clock(time(9, 5), EN, time(15)) == "09:05–15:00"


def test_a_moment_is_shown_on_the_councils_clock() -> None:
    oslo = ZoneInfo("Europe/Oslo")
    late = datetime(2023, 7, 3, 22, 30, tzinfo=UTC)

    assert dates.moment(late, NB, oslo) == glued("4.~juli 2023 kl.~00.30")
    with pytest.raises(NaiveMoment):
        dates.moment(late.replace(tzinfo=None), NB, oslo)


@settings(deadline=None)
@given(
    DAYS.map(date.isoformat)
    | DAYS.map("../{}".format)
    | st.builds("{}-{}".format, st.integers(1950, 2100), st.integers(21, 24))
    | st.builds("{}-{:02}".format, st.integers(1950, 2100), st.integers(1, 12))
    | st.integers(1950, 2100).map(str),
    st.sampled_from((NB, NN, EN)),
)
def test_what_is_shown_can_be_typed_back(text: str, lang: Language) -> None:
    value = Edtf(text)

    assert read_date(dates.edtf(value, lang)) == value
    assert read_date(dates.edtf_short(value, lang)) == value
