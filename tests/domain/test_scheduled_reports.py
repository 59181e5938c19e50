"""On which days a report goes out, what it is then about, and what cannot be asked of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.errors import DomainError
from tilsvar.domain.kinds import Role
from tilsvar.domain.schedule_errors import (
    DaysBeforeOutOfRange,
    NobodyChosen,
    NoReportToSend,
    NoSuchFormat,
    NotARoleOfReaders,
    ReportAboutOnePerson,
    ScheduleIsGoing,
    ScheduleIsStopped,
    SpanNotTaken,
)
from tilsvar.domain.scheduled_reports import (
    ABOUT_ONE_PERSON,
    MOST_DAYS_BEFORE,
    SPANS,
    Rhythm,
    ScheduledReport,
    Span,
    Wish,
    period_of,
)
from tilsvar.domain.working_days import ONE_DAY, WorkingCalendar
from tilsvar.reports.asked import Takes
from tilsvar.reports.catalogue import REPORTS

PLAIN = WorkingCalendar()
YEARS = st.dates(date(2019, 1, 1), date(2027, 12, 31))
STARTS = {Rhythm.MONTHLY: range(1, 13), Rhythm.QUARTERLY: (1, 4, 7, 10)}


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    """The council's own closed days, among them whole summers."""
    closed: dict[date, str] = {}
    for first in draw(st.lists(YEARS, max_size=4)):
        for n in range(draw(st.sampled_from([1, 3, 45, 100]))):
            closed[first + ONE_DAY * n] = "Stengt"
    return WorkingCalendar(tuple(sorted(closed.items())))


def scheduled(
    rhythm: Rhythm = Rhythm.MONTHLY, since: date = date(2019, 1, 1), days_before: int = 0
) -> ScheduledReport:
    wish = Wish(report="activities", rhythm=rhythm, days_before=days_before, roles=(Role.LEADER,))
    return ScheduledReport.schedule("R2023-01", wish, since)


def is_due(day: date, rhythm: Rhythm, calendar: WorkingCalendar) -> bool:
    """The rule by itself: work is done that day, and on none before it since a period began."""
    if not calendar.is_working(day):
        return False
    before = day
    while True:
        if before.day == 1 and before.month in STARTS[rhythm]:
            return True
        before -= ONE_DAY
        if calendar.is_working(before):
            return False


@given(rhythm=st.sampled_from(list(STARTS)), calendar=calendars(), since=YEARS, today=YEARS)
def test_it_is_due_on_the_first_working_day_of_each_period(
    rhythm: Rhythm, calendar: WorkingCalendar, since: date, today: date
) -> None:
    schedule = scheduled(rhythm, since)

    due = schedule.due_on(today, calendar)
    following = schedule.next_after(today, calendar)

    latest = today
    while latest >= since and not is_due(latest, rhythm, calendar):
        latest -= ONE_DAY
    assert due == (latest if latest >= since else None)
    after = max(today + ONE_DAY, since)
    while not is_due(after, rhythm, calendar):
        after += ONE_DAY
    assert following == after


@given(
    meetings=st.lists(YEARS, max_size=6),
    days_before=st.integers(0, MOST_DAYS_BEFORE),
    calendar=calendars(),
    since=YEARS,
    today=YEARS,
)
def test_before_a_meeting_it_is_due_so_many_working_days_earlier(
    meetings: list[date], days_before: int, calendar: WorkingCalendar, since: date, today: date
) -> None:
    schedule = scheduled(Rhythm.BEFORE_MEETING, since, days_before)

    due = schedule.due_on(today, calendar, meetings)
    following = schedule.next_after(today, calendar, meetings)

    days = sorted(calendar.shift(each, -days_before) for each in meetings)
    past = [each for each in days if each <= today]
    assert due == (past[-1] if past and past[-1] >= since else None)
    ahead = [each for each in days if each > today and each >= since]
    assert following == (ahead[0] if ahead else None)


@given(calendar=calendars(), first=YEARS, days=st.lists(st.integers(0, 200), max_size=12))
def test_however_seldom_one_looks_no_day_comes_twice_and_none_goes_backwards(
    calendar: WorkingCalendar, first: date, days: list[int]
) -> None:
    schedule, today, told = scheduled(since=first), first, []
    for each in days:
        today += timedelta(days=each)
        due = schedule.waits_for(today, calendar)
        if due is not None:
            schedule.sent_for(due, ("LEDER",))
            told.append(due)
        assert schedule.waits_for(today, calendar) is None

    assert told == sorted(set(told))
    assert all(day >= first for day in told)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2023-04-02", "2023-03-01"),  # 1 April is a Saturday
        ("2023-04-03", "2023-04-03"),
        ("2023-05-01", "2023-04-03"),  # Labour Day
        ("2023-05-02", "2023-05-02"),
        ("2024-01-01", "2023-12-01"),
        ("2024-01-02", "2024-01-02"),
        ("2022-06-01", "2022-06-01"),
        ("2022-01-03", "2022-01-03"),  # New Year's Day is a Saturday
    ],
)
def test_months_that_begin_on_a_day_off(today: str, due: str) -> None:
    schedule = scheduled()

    assert schedule.due_on(date.fromisoformat(today), PLAIN) == date.fromisoformat(due)


def test_what_a_sending_is_about_is_seen_from_its_day() -> None:
    due, before = date(2023, 4, 3), date(2023, 3, 1)

    assert {span: period_of(span, due, before) for span in Span} == {
        Span.USUAL: None,
        Span.LAST_MONTH: (date(2023, 3, 1), date(2023, 3, 31)),
        Span.LAST_QUARTER: (date(2023, 1, 1), date(2023, 3, 31)),
        Span.THIS_YEAR: (date(2023, 1, 1), date(2023, 12, 31)),
        Span.LAST_YEAR: (date(2022, 1, 1), date(2022, 12, 31)),
        Span.SINCE_LAST: (before, date(2023, 4, 2)),
    }
    assert period_of(Span.LAST_MONTH, date(2023, 1, 2), None) == (
        date(2022, 12, 1),
        date(2022, 12, 31),
    )
    assert period_of(Span.SINCE_LAST, due, None) is None


@given(due=YEARS)
def test_the_last_month_and_quarter_end_before_the_day(due: date) -> None:
    for span in (Span.LAST_MONTH, Span.LAST_QUARTER):
        period = period_of(span, due, None)
        assert period is not None
        first, last = period
        assert first.day == 1
        assert last < due
        assert (last + ONE_DAY).day == 1


def test_since_the_last_time_begins_where_the_last_report_ended() -> None:
    schedule = scheduled()
    due = date(2023, 5, 2)

    assert schedule.before(due, PLAIN) == date(2023, 4, 3)
    schedule.sent_for(date(2023, 2, 1), ("LEDER",))
    assert schedule.before(due, PLAIN) == date(2023, 2, 1)


def test_every_report_of_the_catalogue_can_be_sent_but_those_about_one_person() -> None:
    by_takes = {name: set(each.takes) for name, each in REPORTS.items()}

    assert set(SPANS) | set(ABOUT_ONE_PERSON) == set(REPORTS)
    for name, takes in by_takes.items():
        if Takes.PERSON in takes:
            assert name in ABOUT_ONE_PERSON
        elif Takes.PERIOD in takes:
            assert SPANS[name] == tuple(Span)
        elif Takes.YEAR in takes:
            assert set(SPANS[name]) == {Span.USUAL, Span.THIS_YEAR, Span.LAST_YEAR}
        else:
            assert SPANS[name] == (Span.USUAL,)


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        ({"report": "weather"}, NoReportToSend),
        ({"report": "handover"}, ReportAboutOnePerson),
        ({"report": "unanswered", "span": Span.LAST_MONTH}, SpanNotTaken),
        ({"ending": "exe"}, NoSuchFormat),
        ({"ending": "html"}, NoSuchFormat),
        ({"rhythm": Rhythm.BEFORE_MEETING, "days_before": 31}, DaysBeforeOutOfRange),
        ({"rhythm": Rhythm.BEFORE_MEETING, "days_before": -1}, DaysBeforeOutOfRange),
        ({"roles": ("observer",)}, NotARoleOfReaders),
        ({"roles": ()}, NobodyChosen),
    ],
)
def test_what_cannot_be_sent_is_refused(wish: dict[str, Any], error: type[DomainError]) -> None:
    values: dict[str, Any] = {"report": "activities", "roles": (Role.LEADER,)} | wish

    with pytest.raises(error):
        Wish(**values)


def test_days_before_count_only_before_meetings() -> None:
    wish = Wish(report="activities", days_before=99, people=("B", "A", "B"))

    assert wish.days_before == 0
    assert wish.people == ("A", "B")


def test_other_days_begin_to_count_today_and_other_readers_change_nothing_of_that() -> None:
    schedule = scheduled()
    today = date(2023, 2, 10)

    schedule.correct(Wish(report="activities", people=("MEDLEM1",)), today)
    assert (schedule.since, schedule.version) == (date(2019, 1, 1), 2)
    schedule.correct(Wish(report="activities", people=("MEDLEM1",), rhythm=Rhythm.QUARTERLY), today)
    assert (schedule.since, schedule.version) == (today, 3)
    schedule.correct(Wish(report="activities", people=("MEDLEM1",), rhythm=Rhythm.QUARTERLY), today)
    assert schedule.version == 3
    assert schedule.waits_for(today, PLAIN) is None


def test_what_lay_still_is_not_made_up_for() -> None:
    schedule = scheduled()
    schedule.stop()

    assert schedule.waits_for(date(2023, 3, 1), PLAIN) is None
    with pytest.raises(ScheduleIsStopped):
        schedule.stop()
    schedule.resume(date(2023, 3, 10))
    assert schedule.waits_for(date(2023, 3, 31), PLAIN) is None
    assert schedule.waits_for(date(2023, 4, 3), PLAIN) == date(2023, 4, 3)
    with pytest.raises(ScheduleIsGoing):
        schedule.resume(date(2023, 4, 3))
