"""Around a council meeting: what is awaited, by when, and under which version of its day."""

from datetime import date, timedelta
from typing import Any

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import MinutesDue, PapersDue
from tilsvar.domain.kinds import MeetingKind, MeetingStatus, Step
from tilsvar.domain.ladders import DEFAULTS
from tilsvar.domain.meeting_cycle import cycle, next_council_meeting
from tilsvar.domain.meetings import (
    CommentsBeforeMinutes,
    Meeting,
    MeetingTime,
    MinutesBeforeMeeting,
    NotACouncilMeeting,
)
from tilsvar.domain.watches import ring, watched
from tilsvar.tests.domain.council import CALENDAR, NOW, told

DAY = Edtf("2023-02-03")
LATER = NOW + timedelta(days=1)


def meeting(
    on: str = "2023-02-03",
    key: str = "M2023-01",
    kind: MeetingKind = MeetingKind.COUNCIL,
    status: MeetingStatus = MeetingStatus.SCHEDULED,
    *,
    followed: bool = True,
) -> Meeting:
    return Meeting.schedule(
        key,
        kind,
        f"Rådsmøte {key}",
        MeetingTime(Edtf(on)),
        uid=key,
        now=NOW,
        status=status,
        followed=followed,
    )


def awaited(found: Meeting) -> list[tuple[str, int]]:
    return [(each.key, each.version) for each in watched(found)]


def test_the_days_around_the_meeting_of_3_february_2023() -> None:
    stages = cycle(meeting(), None, CALENDAR)

    assert [(each.step, each.due.text if each.due else None) for each in stages] == [
        (Step.PAPERS, "2023-01-27"),
        (Step.MEETING, "2023-02-03"),
        (Step.MINUTES, "2023-02-17"),
        (Step.COMMENTS, "2023-02-24"),
        (Step.APPROVAL, None),
    ]
    days = {
        name: [day for _, day in DEFAULTS[name].days(DAY, CALENDAR)]
        for name in (
            "papers",
            "minutes",
        )
    }
    assert days == {
        "papers": [date(2023, 1, 24), date(2023, 1, 27)],
        "minutes": [date(2023, 2, 17)],
    }


def test_papers_and_minutes_are_awaited_until_they_are_sent() -> None:
    found = meeting()
    assert awaited(found) == [("M2023-01/papers", 1), ("M2023-01/minutes", 1)]

    found.send_papers(Edtf("2023-01-25"), LATER)
    assert awaited(found) == [("M2023-01/minutes", 1)]
    found.circulate_minutes(Edtf("2023-02-10"), Edtf("2023-02-17"), LATER)
    assert awaited(found) == []

    following = meeting("2023-03-10", "M2023-02")
    found.approve_minutes("M2023-02", LATER)
    *_, comments, approval = cycle(found, following, CALENDAR)
    assert (comments.due, comments.done) == (Edtf("2023-02-17"), True)
    assert (approval.due, approval.done, approval.meeting) == (Edtf("2023-03-10"), True, "M2023-02")


def test_after_the_meeting_only_its_minutes_are_awaited() -> None:
    held = meeting()
    held.hold(LATER)

    assert awaited(held) == [("M2023-01/minutes", 1)]


@pytest.mark.parametrize(
    "values",
    [
        {"kind": MeetingKind.DIALOGUE},
        {"status": MeetingStatus.CANCELLED},
        {"status": MeetingStatus.PLANNED},
        {"on": "2023-05"},
        {"followed": False},
    ],
)
def test_only_a_council_meeting_that_was_known_ahead_is_followed(values: dict[str, Any]) -> None:
    assert awaited(meeting(**values)) == []


def test_another_day_is_another_version_and_other_hours_are_not() -> None:
    moved = meeting()
    moved.move(MeetingTime(DAY, NOW), LATER)
    assert awaited(moved)[0] == ("M2023-01/papers", 1)

    moved.move(MeetingTime(Edtf("2023-03-03")), LATER)
    assert awaited(moved)[0] == ("M2023-01/papers", 2)


def test_a_meeting_that_was_over_when_it_became_known_is_followed_once_it_is_moved_ahead() -> None:
    known_late = meeting("2023-01-13", followed=False)
    known_late.move(MeetingTime(Edtf("2023-03-03")), NOW)

    assert awaited(known_late)[0] == ("M2023-01/papers", 2)


def test_the_clock_tells_of_papers_and_minutes_by_their_own_keys() -> None:
    found = meeting()
    told(found)
    papers, minutes = watched(found)

    ring(found, DEFAULTS["papers"].rungs[0], [papers])
    ring(found, DEFAULTS["minutes"].rungs[0], [minutes])

    assert told(found) == [
        PapersDue("M2023-01", "-10d", DAY, (1,)),
        MinutesDue("M2023-01", "+10wd", DAY, (1,)),
    ]
    assert PapersDue("M2023-01", "-10d", DAY, (1,)).objects == (papers.key,)
    assert MinutesDue("M2023-01", "+10wd", DAY, (1,)).objects == (minutes.key,)


def test_what_cannot_be_is_refused() -> None:
    found = meeting()

    with pytest.raises(MinutesBeforeMeeting):
        found.circulate_minutes(Edtf("2023-02-02"), Edtf("2023-02-09"), LATER)
    with pytest.raises(CommentsBeforeMinutes):
        found.circulate_minutes(Edtf("2023-02-10"), Edtf("2023-02-09"), LATER)
    with pytest.raises(NotACouncilMeeting):
        meeting(kind=MeetingKind.EXTERNAL).send_papers(DAY, LATER)


def test_the_next_council_meeting_is_neither_cancelled_nor_of_another_kind() -> None:
    first = meeting()
    others = [
        first,
        meeting("2023-02-10", "M2", MeetingKind.DIALOGUE),
        meeting("2023-02-17", "M3", status=MeetingStatus.CANCELLED),
        meeting("2023-21", "M4", status=MeetingStatus.PLANNED),
        meeting("2023-06-01", "M5"),
        meeting("2022-11-28", "M6"),
    ]

    found = next_council_meeting(first, others)

    assert found is not None
    assert found.key == "M4"
    assert next_council_meeting(found, others) is others[4]
    assert next_council_meeting(others[4], others) is None
