"""An activity of the plan: what it must say, and what can follow on what."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain import communications as domain
from tilsvar.domain.communications import Activity, ActivityStatus, Channel, half_a_year_before
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import DomainError
from tilsvar.domain.events import ActivityMoved

WHOLE = {
    "channel": Channel.POST,
    "target_groups": ("STORTINGET",),
    "wanted_effect": "Vil ha én inngang til helsedata",
}


def suggestion() -> Activity:
    return Activity.suggest("A1", "Helsedata", about="letter:L1", on=date(2023, 2, 3))


def planned() -> Activity:
    activity = suggestion()
    activity.plan(**WHOLE, when=Edtf("2023-05"))
    return activity


@pytest.mark.parametrize(
    ("missing", "refusal"),
    [
        ({"channel": None}, domain.ChannelNeeded),
        ({"target_groups": ()}, domain.TargetGroupNeeded),
        ({"wanted_effect": " "}, domain.WantedEffectNeeded),
    ],
)
def test_what_is_planned_says_where_for_whom_and_what_for(
    missing: dict[str, object], refusal: type[DomainError]
) -> None:
    with pytest.raises(refusal):
        suggestion().plan(**(WHOLE | missing))
    with pytest.raises(refusal):
        planned().correct(**missing)


def test_an_activity_that_moves_keeps_its_old_date_in_the_history() -> None:
    activity = planned()
    activity.move(Edtf("2023-06-01"))

    assert activity.events[-1] == ActivityMoved("A1", Edtf("2023-05"), Edtf("2023-06-01"))
    assert activity.version == 3


def test_an_imprecise_date_is_overdue_once_its_last_day_is_over() -> None:
    assert not planned().overdue(date(2023, 5, 31))
    assert planned().overdue(date(2023, 6, 1))


def test_what_is_over_is_taken_up_again_as_what_it_was() -> None:
    activity = planned()
    activity.finish(Edtf("2023-05-02"), "Full sal")
    activity.reopen()
    assert (activity.status, activity.done_on) == (ActivityStatus.PLANNED, None)

    dropped = suggestion()
    dropped.drop("Ingen nyhet")
    dropped.reopen()
    assert (dropped.status, dropped.why_not) == (ActivityStatus.SUGGESTED, "")


def test_a_suggestion_that_lapsed_is_a_suggestion_again_whatever_was_written_in_it() -> None:
    """Nobody has decided on it, though it was planned once and weighed anew."""
    activity = planned()
    activity.unplan()
    activity.lapse()
    activity.reopen()
    assert (activity.status, activity.lapsed) == (ActivityStatus.SUGGESTED, False)


def test_only_what_waits_lapses() -> None:
    activity = planned()
    activity.lapse()
    assert activity.status is ActivityStatus.PLANNED

    waiting = suggestion()
    waiting.lapse()
    assert waiting.lapsed


def test_a_step_that_cannot_be_is_refused() -> None:
    with pytest.raises(domain.NotPlanned):
        suggestion().finish(Edtf("2023-02-03"))
    with pytest.raises(domain.PlannedAlready):
        planned().plan(**WHOLE)
    with pytest.raises(domain.StillOpen):
        planned().reopen()
    over = planned()
    over.drop("Ingen tid")
    with pytest.raises(domain.NotOpen):
        over.drop("Ingen tid")


@given(day=st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_half_a_year_before_is_six_months_back_on_that_day_or_the_last_of_its_month(
    day: date,
) -> None:
    before = half_a_year_before(day)

    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == 6
    assert before.day <= day.day
    assert 181 - 3 <= (day - before).days <= 184
