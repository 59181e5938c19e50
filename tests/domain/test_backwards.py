"""Planning backwards: which steps lead to a deadline, and which council meeting can adopt."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.backwards import CouncilMeeting, Plan, plan_backwards
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Step
from tilsvar.domain.working_days import WorkingCalendar
from tilsvar.tests.domain.council import CALENDAR

SEPTEMBER = CouncilMeeting("M2021-05", date(2021, 9, 1))
JUNE = CouncilMeeting("M2021-03", date(2021, 6, 3))
KNOWN = date(2021, 6, 3)


def plan(
    deadline: str = "2021-09-10",
    *meetings: CouncilMeeting,
    today: date = KNOWN,
    published: str | None = None,
    settled: str | None = None,
) -> Plan:
    return plan_backwards(
        Edtf(deadline),
        meetings,
        CALENDAR,
        today=today,
        published=Edtf(published) if published else None,
        settled=settled,
    )


def steps(found: Plan) -> list[tuple[Step, date]]:
    return [(each.step, each.day) for each in found.steps]


def test_the_long_term_plan_of_2021_gives_the_steps_that_the_council_took() -> None:
    # The papers of meeting 5/2021 (case 42/5/2021): members' written input by 3 September.
    found = plan("2021-09-10", JUNE, SEPTEMBER)

    assert steps(found) == [
        (Step.PAPERS, date(2021, 8, 25)),
        (Step.MEETING, date(2021, 9, 1)),
        (Step.COMMENTS, date(2021, 9, 3)),
        (Step.APPROVAL, date(2021, 9, 8)),
        (Step.SUBMISSION, date(2021, 9, 10)),
    ]
    assert found.meeting == SEPTEMBER
    assert not found.short


def test_a_meeting_counts_until_the_day_on_which_its_papers_go_out() -> None:
    on_the_day = plan("2021-09-10", SEPTEMBER, today=date(2021, 8, 25))
    the_day_after = plan("2021-09-10", SEPTEMBER, today=date(2021, 8, 26))

    assert on_the_day.meeting == SEPTEMBER
    assert (the_day_after.meeting, the_day_after.too_close) == (None, SEPTEMBER)
    assert [step for step, _ in steps(the_day_after)] == [
        Step.COMMENTS,
        Step.APPROVAL,
        Step.SUBMISSION,
    ]


def test_a_meeting_that_leaves_the_members_no_time_to_comment_cannot_adopt() -> None:
    too_late = CouncilMeeting("M9", date(2021, 9, 6))

    assert plan("2021-09-10", too_late).meeting is None
    assert plan("2021-09-10", too_late).too_close is None
    assert plan("2021-09-10", SEPTEMBER, too_late).meeting == SEPTEMBER


def test_the_meeting_that_was_chosen_stays_reachable_when_its_papers_are_late() -> None:
    assert plan("2021-09-10", SEPTEMBER, today=date(2021, 8, 30), settled="M2021-05").meeting == (
        SEPTEMBER
    )
    assert plan("2021-08-20", SEPTEMBER, settled="M2021-05").meeting is None


def test_papers_that_went_out_before_the_publication_do_not_hold_the_response() -> None:
    found = plan("2021-07-15", JUNE, SEPTEMBER, today=date(2021, 5, 20), published="2021-05-31")

    assert found.meeting is None


def test_a_deadline_that_is_over_is_planned_as_it_would_have_been() -> None:
    found = plan("2021-09-10", JUNE, SEPTEMBER, today=date(2023, 2, 3))

    assert found.past
    assert found.meeting == SEPTEMBER
    assert found.day_of(Step.COMMENTS) == date(2021, 9, 3)


@pytest.mark.parametrize(
    ("published", "short", "wished"),
    [
        (None, False, None),
        ("2021-07-30", False, None),  # six weeks to the day
        ("2021-07-31", True, date(2021, 11, 1)),  # 31 October is a Sunday
        ("2021-08-31", True, date(2021, 11, 30)),
        ("2021-08", True, date(2021, 11, 30)),
    ],
)
def test_less_than_six_weeks_is_short_and_three_months_are_asked_for(
    published: str | None, *, short: bool, wished: date | None
) -> None:
    found = plan("2021-09-10", published=published)

    assert found.short is short
    assert found.wished(CALENDAR) == wished


def test_holidays_and_weekends_move_the_steps_and_an_imprecise_deadline_counts_early() -> None:
    # Easter 2023: 6, 7 and 10 April are holidays.
    assert steps(plan("2023-04-11", today=date(2023, 1, 2))) == [
        (Step.COMMENTS, date(2023, 3, 30)),
        (Step.APPROVAL, date(2023, 4, 4)),
        (Step.SUBMISSION, date(2023, 4, 11)),
    ]
    assert plan("2023-04", today=date(2023, 1, 2)).day_of(Step.SUBMISSION) == date(2023, 3, 31)


DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(
    deadline=DAYS,
    meetings=st.lists(DAYS, max_size=6, unique=True),
    ahead=st.integers(0, 200),
)
def test_every_plan_keeps_its_order_and_asks_only_for_working_days(
    deadline: date, meetings: list[date], ahead: int
) -> None:
    council = [CouncilMeeting(f"M{n}", day) for n, day in enumerate(meetings)]
    today = deadline - timedelta(days=ahead)
    calendar = WorkingCalendar()

    found = plan_backwards(Edtf.on(deadline), council, calendar, today=today)

    days = [each.day for each in found.steps]
    assert days == sorted(days)
    assert days[-1] <= deadline
    assert all(calendar.is_working(e.day) for e in found.steps if e.step is not Step.MEETING)
    if found.meeting is not None:
        assert days[0] >= today
        later = [each.day for each in council if found.meeting.day < each.day]
        assert all(day > days[-3] for day in later)
