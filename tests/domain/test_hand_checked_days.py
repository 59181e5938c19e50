"""Due dates, rungs and moments worked out by hand on the awkward days, each with its source.

The laws: domstolloven (lov 13. august 1915 nr. 5) §§ 148 and 149 on how a period ends,
helligdagsloven (lov 24. februar 1995 nr. 12) § 2 on the holidays, and lov 26. april 1947 nr. 1 on
1 and 17 May. The weekdays and Easter are an almanac's. Summer time is directive 2000/84/EC,
articles 2 and 3: from the last Sunday of March to the last Sunday of October, at 01:00 UTC.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tilsvar.domain.dates import Edtf, end_of_day, local_moment
from tilsvar.domain.due_dates import DueRule, Period, work_out
from tilsvar.domain.ladders import DEFAULTS
from tilsvar.domain.rules import CouncilRules
from tilsvar.domain.working_days import WorkingCalendar

CALENDAR = WorkingCalendar()
OSLO = ZoneInfo("Europe/Oslo")

DUE = [
    # Month ends, § 148: the last day of a month that has no such day.
    ("2022-01-31", "1 month", "2022-02-28", "§ 148: no 31 February; a Monday"),
    ("2021-12-31", "2 months", "2022-02-28", "§ 148: counted in one go, not month by month"),
    ("2022-03-31", "1 month", "2022-05-02", "§ 148: Saturday 30 April; § 149: and Sunday 1 May"),
    ("2021-08-31", "1 month", "2021-09-30", "§ 148: a Thursday"),
    # Leap days.
    ("2020-01-31", "1 month", "2020-03-02", "§ 148: 29 February; § 149: it was a Saturday"),
    ("2024-01-29", "1 month", "2024-02-29", "almanac: 2024 was a leap year; a Thursday"),
    ("2023-01-29", "1 month", "2023-02-28", "§ 148: 2023 was none; a Tuesday"),
    ("2024-02-15", "2 weeks", "2024-02-29", "§ 148: the same weekday, two weeks on"),
    # Easter 2021: Sunday 4 April.
    (
        "2021-03-01",
        "1 month",
        "2021-04-06",
        "§ 149: Maundy Thursday, and on to Tuesday",
    ),
    ("2021-03-22", "2 weeks", "2021-04-06", "§ 149, helligdagsloven § 2: Easter Monday"),
    ("2021-03-31", "1 working day", "2021-04-06", "helligdagsloven § 2: four days in a row"),
    # 17 May: where it is a Sunday, no other day is free instead.
    ("2020-04-17", "1 month", "2020-05-18", "law of 1947: Sunday, and the Monday is worked"),
    ("2015-04-17", "1 month", "2015-05-18", "law of 1947: Sunday, and the Monday is worked"),
    ("2025-04-17", "1 month", "2025-05-19", "§ 149: a Saturday"),
    ("2021-05-03", "2 weeks", "2021-05-18", "law of 1947: a Monday"),
    # Ascension Day, 39 days after Easter Sunday; two of them on another holiday.
    ("2022-04-26", "1 month", "2022-05-27", "helligdagsloven § 2: Thursday 26 May 2022"),
    ("2012-04-17", "1 month", "2012-05-18", "almanac: Ascension Day was 17 May"),
    ("2008-04-01", "1 month", "2008-05-02", "almanac: Ascension Day was 1 May"),
    ("2022-05-06", "1 month", "2022-06-07", "helligdagsloven § 2: Whit Monday 6 June 2022"),
    # Christmas and New Year.
    ("2021-11-25", "1 month", "2021-12-27", "§ 149: both days on a weekend, and none instead"),
    ("2020-11-24", "1 month", "2020-12-24", "helligdagsloven § 2 does not name Christmas Eve"),
    ("2019-11-25", "1 month", "2019-12-27", "helligdagsloven § 2: Wednesday and Thursday"),
    ("2021-12-01", "1 month", "2022-01-03", "§ 149: New Year's Day was a Saturday"),
]


@pytest.mark.parametrize(("sent", "period", "due", "source"), DUE)
def test_an_answer_is_due_on_the_day_that_the_law_counts_to(
    sent: str, period: str, due: str, source: str
) -> None:
    rule = DueRule("letter", Period.parse(period), legal_basis="")

    assert work_out(rule, Edtf(sent), CALENDAR).day == date.fromisoformat(due), source


RUNGS = [
    # Before a deadline the day goes back, over all of Easter 2021 (1 to 5 April).
    ("consultation", "2021-04-06", "-1d", "2021-03-31", "the day before was Easter Monday"),
    ("consultation", "2021-04-06", "-3d", "2021-03-31", "three days before was Saturday"),
    ("consultation", "2021-04-05", "0d", "2021-03-31", "due on Easter Monday itself"),
    ("internal", "2021-04-06", "-2wd", "2021-03-30", "31 and 30 March"),
    ("op_ed_comments", "2021-04-06", "-5wd", "2021-03-25", "31, 30, 29, 26 and 25 March"),
    # After a date it goes forward.
    ("op_ed_idle", "2021-03-18", "+14d", "2021-04-06", "Maundy Thursday and on"),
    ("op_ed_submitted", "2021-03-24", "+10wd", "2021-04-12", "five before Easter, five after"),
    # May 2021: Ascension Day on Thursday the 13th, the 17th on a Monday, Whit Monday the 24th.
    ("internal", "2021-05-18", "-2wd", "2021-05-12", "Friday the 14th, Wednesday the 12th"),
    ("internal", "2021-05-18", "-5wd", "2021-05-07", "the 14th, 12th, 11th, 10th and 7th"),
    ("answer", "2021-05-10", "+10wd", "2021-05-27", "three days off on the way"),
    ("answer", "2021-05-12", "+10wd", "2021-05-31", "the same three"),
    # 17 May on a Sunday.
    ("consultation", "2020-05-18", "-1d", "2020-05-15", "the day before was Sunday"),
    ("external", "2020-05-17", "0d", "2020-05-15", "due on the Sunday itself"),
    ("answer", "2020-05-15", "+10wd", "2020-06-02", "21 May and 1 June were off, the 18th was not"),
    # Christmas 2022: Sunday and Monday; New Year's Day a Sunday.
    ("answer", "2022-12-22", "+10wd", "2023-01-06", "only Monday 26 December was off"),
    ("op_ed_idle", "2022-12-11", "+14d", "2022-12-27", "fourteen days on was Sunday 25 December"),
    ("consultation", "2023-01-01", "0d", "2022-12-30", "due on New Year's Day, a Sunday"),
    ("external", "2022-01-02", "-7d", "2021-12-24", "26 December a Sunday, 25 a Saturday"),
    # Leap days.
    ("consultation", "2024-03-01", "-1d", "2024-02-29", "there was one in 2024"),
    ("consultation", "2023-03-01", "-1d", "2023-02-28", "there was none in 2023"),
    ("consultation", "2024-03-21", "-21d", "2024-02-29", "a Thursday three weeks before"),
    ("external", "2024-02-29", "-7d", "2024-02-22", "a Thursday a week before"),
    ("internal", "2024-03-04", "-2wd", "2024-02-29", "Friday 1 March, Thursday 29 February"),
    # Month ends, and periods that begin or end on one.
    ("consultation", "2022-05-31", "-1d", "2022-05-30", "a Monday"),
    ("external", "2022-05-31", "-7d", "2022-05-24", "a Tuesday"),
    ("imprecise", "2023-05", "0d", "2023-05-02", "law of 1947: 1 May, a Monday"),
    ("imprecise", "2022-05", "0d", "2022-05-02", "1 May a Sunday"),
    ("imprecise", "2023-24", "end+1wd", "2024-03-01", "that winter ended on 29 February 2024"),
    ("imprecise", "2022-24", "end+1wd", "2023-03-01", "that winter ended on 28 February 2023"),
    ("imprecise", "2023", "0d", "2023-01-02", "New Year's Day, a Sunday"),
    ("imprecise", "2020-12", "end+1wd", "2021-01-04", "New Year's Day, a Friday"),
]


@pytest.mark.parametrize(("ladder", "when", "rung", "day", "source"), RUNGS)
def test_a_rung_goes_out_on_the_day_that_an_almanac_gives(
    ladder: str, when: str, rung: str, day: str, source: str
) -> None:
    days = {each.name: on for each, on in DEFAULTS[ladder].days(Edtf(when), CALENDAR)}

    assert days[rung] == date.fromisoformat(day), source


MORNINGS = [
    # 28 March and 31 October 2021 were the last Sundays of their months.
    ("2021-03-26", "2021-03-26T06:30", "Friday, still winter time, an hour ahead of UTC"),
    ("2021-03-29", "2021-03-29T05:30", "Monday, summer time, two hours ahead"),
    ("2021-10-29", "2021-10-29T05:30", "Friday, still summer time"),
    ("2021-11-01", "2021-11-01T06:30", "Monday, winter time again"),
    ("2024-03-28", "2024-03-28T06:30", "Maundy Thursday 2024, three days before the change"),
    ("2024-04-02", "2024-04-02T05:30", "the Tuesday after Easter Sunday 31 March 2024"),
]


@pytest.mark.parametrize(("day", "utc", "source"), MORNINGS)
def test_reminders_go_at_half_past_seven_by_the_clock_on_the_wall(
    day: str, utc: str, source: str
) -> None:
    moment = local_moment(date.fromisoformat(day), CouncilRules().morning, OSLO)

    assert moment == datetime.fromisoformat(utc).replace(tzinfo=UTC), source


@pytest.mark.parametrize(
    ("day", "hours", "ends"),
    [
        ("2021-03-27", 24, "2021-03-27T23:00"),
        ("2021-03-28", 23, "2021-03-28T22:00"),
        ("2021-10-30", 24, "2021-10-30T22:00"),
        ("2021-10-31", 25, "2021-10-31T23:00"),
    ],
)
def test_a_deadline_ends_with_its_day_in_oslo_however_long_that_is(
    day: str, hours: int, ends: str
) -> None:
    on = date.fromisoformat(day)
    begins, ended = local_moment(on, time(0), OSLO), end_of_day(on, OSLO)

    assert ended == datetime.fromisoformat(ends).replace(tzinfo=UTC)
    assert (ended - begins).total_seconds() == hours * 3600


def test_a_rung_on_the_sunday_of_a_clock_change_goes_on_the_monday_by_the_new_time() -> None:
    """Drafts that were last touched a fortnight before each change."""
    moments = []
    for touched in ("2021-03-14", "2021-10-17"):
        ((_, day),) = DEFAULTS["op_ed_idle"].days(Edtf(touched), CALENDAR)
        moments.append(local_moment(day, CouncilRules().morning, OSLO).isoformat())

    assert moments == ["2021-03-29T05:30:00+00:00", "2021-11-01T06:30:00+00:00"]
