"""A meeting is planned, gets its day, moves, is held or cancelled."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tilsvar.domain.dates import Edtf, NaiveMoment
from tilsvar.domain.events import (
    MeetingCancelled,
    MeetingCorrected,
    MeetingHeld,
    MeetingMoved,
    MeetingScheduled,
)
from tilsvar.domain.kinds import MeetingKind, MeetingStatus
from tilsvar.domain.meetings import Meeting, MeetingEndsBeforeItStarts, MeetingTime
from tilsvar.tests.domain.council import NOW, told

LATER = NOW + timedelta(days=1)
TEN = datetime(2023, 2, 3, 9, tzinfo=UTC)
DAY = MeetingTime(Edtf("2023-02-16"))


def meeting(status: MeetingStatus = MeetingStatus.SCHEDULED, time: MeetingTime = DAY) -> Meeting:
    return Meeting.schedule(
        "M1", MeetingKind.COUNCIL, "Rådsmøte 1/2023", time, uid="u", now=NOW, status=status
    )


def test_a_start_without_an_end_lasts_two_hours_and_no_start_has_no_end() -> None:
    day = Edtf("2023-02-03")

    assert MeetingTime(day, TEN).ends == TEN + timedelta(hours=2)
    assert MeetingTime(day, TEN, TEN + timedelta(hours=5)).ends == TEN + timedelta(hours=5)
    assert MeetingTime(day).ends is None


def test_hours_without_a_zone_or_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(NaiveMoment):
        MeetingTime(Edtf("2023-02-03"), TEN.replace(tzinfo=None))
    with pytest.raises(MeetingEndsBeforeItStarts):
        MeetingTime(Edtf("2023-02-03"), TEN, TEN)


def test_a_planned_meeting_gets_its_day_moves_and_is_held() -> None:
    planned = meeting(MeetingStatus.PLANNED)

    planned.fix(LATER)
    planned.fix(LATER)
    planned.move(MeetingTime(Edtf("2023-05-16")), LATER)
    planned.move(MeetingTime(Edtf("2023-05-16")), LATER)
    planned.hold(LATER)

    assert (planned.status, planned.sequence) == (MeetingStatus.HELD, 2)
    assert told(planned) == [
        MeetingScheduled("M1", Edtf("2023-02-16")),
        MeetingScheduled("M1", Edtf("2023-02-16")),
        MeetingMoved("M1", Edtf("2023-02-16"), Edtf("2023-05-16")),
        MeetingHeld("M1", Edtf("2023-05-16")),
    ]


@pytest.mark.parametrize(
    ("status", "sequence"),
    [(MeetingStatus.SCHEDULED, 0), (MeetingStatus.PLANNED, 1), (MeetingStatus.CANCELLED, 1)],
)
def test_calendars_see_a_held_meeting_change_only_if_it_was_not_certain(
    status: MeetingStatus, sequence: int
) -> None:
    held = meeting(status)

    held.hold(LATER)

    assert held.sequence == sequence
    assert held.modified == LATER


def test_a_cancelled_meeting_shows_in_calendars_once() -> None:
    cancelled = meeting()
    told(cancelled)

    cancelled.cancel(LATER)
    cancelled.cancel(LATER)

    assert cancelled.sequence == 1
    assert told(cancelled) == [MeetingCancelled("M1")]


def test_what_was_called_off_or_held_by_mistake_stands_as_scheduled_again() -> None:
    cancelled, held, ahead = meeting(), meeting(), meeting()
    cancelled.cancel(LATER)
    held.hold(LATER)
    for each in (cancelled, held, ahead):
        told(each)
        each.restore(LATER)

    assert {each.status for each in (cancelled, held, ahead)} == {MeetingStatus.SCHEDULED}
    # Calendars had been told that it was off, and nothing of its being held.
    assert [each.sequence for each in (cancelled, held, ahead)] == [2, 0, 0]
    assert [len(told(each)) for each in (cancelled, held, ahead)] == [1, 1, 0]


def test_a_new_place_shows_in_calendars_and_a_new_title_is_only_words() -> None:
    corrected = meeting()
    told(corrected)

    corrected.correct(LATER, title="Rådsmøte 1/23")
    assert corrected.sequence == 0
    corrected.correct(LATER, place="Lysaker")
    assert corrected.sequence == 1
    assert told(corrected) == [
        MeetingCorrected("M1", ("title",)),
        MeetingCorrected("M1", ("place",)),
    ]


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        (MeetingStatus.SCHEDULED, True),
        (MeetingStatus.PLANNED, True),
        (MeetingStatus.HELD, False),
        (MeetingStatus.CANCELLED, False),
    ],
)
def test_a_past_meeting_is_asked_about_until_somebody_says_what_became_of_it(
    status: MeetingStatus, *, asked: bool
) -> None:
    past = meeting(status)

    assert past.without_outcome(date(2023, 2, 17)) is asked
    assert not past.without_outcome(date(2023, 2, 16))


def test_a_meeting_in_spring_is_not_past_before_spring_is() -> None:
    spring = meeting(MeetingStatus.PLANNED, MeetingTime(Edtf("2022-21")))

    assert not spring.without_outcome(date(2022, 5, 31))
    assert spring.without_outcome(date(2022, 6, 1))
