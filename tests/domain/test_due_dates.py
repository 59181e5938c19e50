"""When an answer is due: the council's rule on real letters, and over the turns of the calendar."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import DueRule, NotAPeriod, Period, PeriodUnit, work_out
from tilsvar.domain.working_days import DayOffKind, WorkingCalendar

CALENDAR = WorkingCalendar()
PERIODS = st.builds(Period, st.integers(1, 999), st.sampled_from(PeriodUnit))
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def due(sent: str, period: str, calendar: WorkingCalendar = CALENDAR) -> date:
    return work_out(rule(period), Edtf(sent), calendar).day


def rule(period: str) -> DueRule:
    return DueRule("letter", Period.parse(period), legal_basis="")


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("2021-04-08", date(2021, 5, 10)),
        ("2020-06-30", date(2020, 7, 30)),
        ("2021-02-08", date(2021, 3, 8)),
        ("2022-10-03", date(2022, 11, 3)),
    ],
)
def test_the_councils_own_letters_were_due_a_month_later(sent: str, expected: date) -> None:
    assert due(sent, "1 month") == expected


@pytest.mark.parametrize(
    ("sent", "period", "expected"),
    [
        # A month without that day ends on its last day, in a leap year on the 29th.
        ("2023-01-31", "1 month", date(2023, 2, 28)),
        ("2024-01-31", "1 month", date(2024, 2, 29)),
        ("2023-03-31", "1 month", date(2023, 5, 2)),  # 30 April a Sunday, 1 May a holiday
        ("2024-02-29", "12 months", date(2025, 2, 28)),
        ("2024-02-29", "48 months", date(2028, 2, 29)),
        ("2022-12-15", "1 month", date(2023, 1, 16)),
        # Easter 2020: Maundy Thursday 9 April to Easter Monday 13 April.
        ("2020-03-09", "1 month", date(2020, 4, 14)),
        ("2020-04-01", "8 calendar days", date(2020, 4, 14)),
        ("2020-03-26", "2 weeks", date(2020, 4, 14)),
        ("2020-04-08", "1 working day", date(2020, 4, 14)),
        # 17 May 2026 was a Sunday, so the Monday was worked; in 2023 it was a Wednesday.
        ("2026-04-17", "1 month", date(2026, 5, 18)),
        ("2023-04-17", "1 month", date(2023, 5, 18 + 1)),  # 18 May was Ascension Day
        # Christmas 2022: the 25th a Sunday, the 26th a Monday.
        ("2022-11-25", "1 month", date(2022, 12, 27)),
        ("2022-12-23", "1 working day", date(2022, 12, 27)),
    ],
)
def test_a_period_ends_on_a_working_day(sent: str, period: str, expected: date) -> None:
    assert due(sent, period) == expected


def test_a_due_date_knows_the_weekend_that_moved_it() -> None:
    answer = work_out(rule("1 month"), Edtf("2021-04-08"), CALENDAR)

    assert answer.counted_from == Edtf("2021-04-08")
    assert answer.period_end == date(2021, 5, 8)
    assert [(off.day, off.kind) for off in answer.skipped] == [
        (date(2021, 5, 8), DayOffKind.WEEKEND),
        (date(2021, 5, 9), DayOffKind.WEEKEND),
    ]


def test_the_councils_closed_days_move_a_due_date_and_say_so() -> None:
    closed = WorkingCalendar(closed=((date(2022, 12, 27), "romjul"),))

    answer = work_out(rule("1 month"), Edtf("2022-11-25"), closed)

    assert answer.day == date(2022, 12, 28)
    assert [off.name for off in answer.skipped] == ["", "Andre juledag", "romjul"]


def test_working_days_name_every_day_that_did_not_count() -> None:
    answer = work_out(rule("5 working days"), Edtf("2020-04-06"), CALENDAR)

    assert answer.day == answer.period_end == date(2020, 4, 16)
    assert [off.name for off in answer.skipped if off.name] == [
        "Skjærtorsdag",
        "Langfredag",
        "Andre påskedag",
    ]


def test_an_imprecise_sending_counts_from_its_last_day() -> None:
    assert due("2020-09", "1 month") == date(2020, 10, 30)
    assert due("2022-24", "1 month") == date(2023, 3, 28)
    assert due("../2023-03-08", "1 month") == date(2023, 4, 11)


@settings(deadline=None)
@given(PERIODS)
def test_a_period_reads_back_what_it_writes(period: Period) -> None:
    assert Period.parse(period.text) == period


def test_a_period_is_written_as_people_write_it() -> None:
    assert Period.parse("1 months") == Period(1, PeriodUnit.MONTHS)
    assert Period.parse(" 10  Working Days ") == Period(10, PeriodUnit.WORKING_DAYS)
    assert str(Period(1, PeriodUnit.MONTHS)) == "1 month"
    assert str(Period(14, PeriodUnit.CALENDAR_DAYS)) == "14 calendar days"


@pytest.mark.parametrize("text", ["", "month", "0 weeks", "-1 month", "1 year", "1000 weeks"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(NotAPeriod, match="is no period"):
        Period.parse(text)


def test_no_period_is_made_of_nothing() -> None:
    with pytest.raises(NotAPeriod, match="0 weeks"):
        Period(0, PeriodUnit.WEEKS)


@settings(deadline=None)
@given(DAYS, PERIODS)
def test_the_due_day_is_the_first_working_day_from_the_end_of_the_period(
    sent: date, period: Period
) -> None:
    answer = work_out(DueRule("letter", period, ""), Edtf.on(sent), CALENDAR)

    assert sent < answer.period_end <= answer.day
    assert CALENDAR.is_working(answer.day)
    if period.unit is PeriodUnit.WORKING_DAYS:
        assert answer.day == answer.period_end
        assert CALENDAR.count(sent, answer.day) == period.count
    else:
        assert len(answer.skipped) == (answer.day - answer.period_end).days


@settings(deadline=None)
@given(DAYS, DAYS, PERIODS)
def test_what_was_sent_later_is_never_due_earlier(one: date, other: date, period: Period) -> None:
    first, second = sorted((one, other))
    any_rule = DueRule("letter", period, "")

    assert (
        work_out(any_rule, Edtf.on(first), CALENDAR).day
        <= work_out(any_rule, Edtf.on(second), CALENDAR).day
    )
