"""What can be an entry of a calendar, and what is refused before it reaches one."""

from datetime import date, datetime

import pytest

from tilsvar.calendar.entries import AllDay, EndsTooEarly, NotItsPeriod, Timed, UnknownKind
from tilsvar.domain.dates import Edtf, NaiveMoment
from tilsvar.domain.kinds import MeetingKind
from tilsvar.tests.calendar.samples import at, deadline, meeting


def test_a_meeting_that_ends_when_it_starts_is_refused() -> None:
    with pytest.raises(EndsTooEarly, match="has to come after the start 2023-02-16T09:00"):
        Timed(at(2023, 2, 16, 9), at(2023, 2, 16, 9))


def test_days_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(EndsTooEarly, match="The end 2023-03-07 "):
        AllDay(date(2023, 3, 8), date(2023, 3, 7))


def test_a_moment_without_a_zone_is_refused_wherever_it_stands() -> None:
    naive = datetime(2023, 2, 16, 10)  # noqa: DTZ001 - what is refused here

    with pytest.raises(NaiveMoment):
        Timed(naive, at(2023, 2, 16, 12))
    with pytest.raises(NaiveMoment):
        meeting(modified=naive)
    with pytest.raises(NaiveMoment):
        meeting(created=naive)


def test_an_imprecise_entry_spans_its_whole_period() -> None:
    with pytest.raises(NotItsPeriod, match="is dated 2023-21"):
        meeting(imprecise=Edtf("2023-21"))


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownKind, match=r"birthday is no kind .* council, dialogue"):
        meeting(kind="birthday")


@pytest.mark.parametrize("kind", list(MeetingKind))
def test_every_kind_of_meeting_can_stand_in_a_calendar(kind: MeetingKind) -> None:
    assert meeting(kind=kind).takes_time


def test_nobody_is_kept_busy_by_a_deadline_a_cancelled_meeting_or_an_open_date() -> None:
    autumn = Edtf("2023-23")

    assert not deadline().takes_time
    assert not meeting(cancelled=True).takes_time
    assert not meeting(when=AllDay.over(autumn), imprecise=autumn).takes_time
