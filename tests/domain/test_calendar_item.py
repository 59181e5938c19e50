"""What counts as a change that calendars must show (RFC 5546 section 2.1.4), path by path."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from tilsvar.domain.calendar_item import CalendarItem
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import (
    ConsultationKind,
    ConsultationStatus,
    DeadlineKind,
    MeetingKind,
    MeetingStatus,
    Step,
)
from tilsvar.domain.links import NotALink
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.tests.domain.council import NOW

LATER = NOW + timedelta(days=1)
TEN = datetime(2023, 3, 10, 9, tzinfo=UTC)
DAY = Edtf("2023-03-10")
HOUR = timedelta(hours=1)


def meeting(status: MeetingStatus = MeetingStatus.SCHEDULED) -> Meeting:
    time = MeetingTime(DAY, TEN)
    return Meeting.schedule(
        "M1", MeetingKind.COUNCIL, "Rådsmøte", time, uid="u", now=NOW, status=status
    )


def deadline() -> Deadline:
    return Deadline.set("D1", DeadlineKind.INTERNAL, "Innspill", DAY, uid="u", now=NOW)


def step() -> Deadline:
    found = deadline()
    found.follow(Step.PAPERS, DAY.day, NOW)
    return found


def consultation() -> Consultation:
    kind = ConsultationKind.CONSULTATION
    return Consultation.publish("C1", kind, "Høring", "KD", uid="u", now=NOW, deadline=DAY)


def answered() -> Consultation:
    found = consultation()
    found.submit("L1", DAY, NOW)
    return found


def declined() -> Consultation:
    found = consultation()
    found.decline(NOW)
    return found


def cancelled_deadline() -> Deadline:
    found = deadline()
    found.cancel(NOW)
    return found


def left() -> Deadline:
    found = step()
    found.leave_plan(NOW)
    return found


def planned() -> Meeting:
    return meeting(MeetingStatus.PLANNED)


def cancelled() -> Meeting:
    return meeting(MeetingStatus.CANCELLED)


def held() -> Meeting:
    return meeting(MeetingStatus.HELD)


DRAFTING = ConsultationStatus.DRAFTING
Change = Callable[[CalendarItem], object]
# What is made at import would be none of the classes that the store maps later.
Case = tuple[str, Callable[[], CalendarItem], Callable[..., object], int]

CASES: tuple[Case, ...] = (
    ("another day", meeting, lambda m: m.move(MeetingTime(Edtf("2023-03-17")), LATER), 1),
    ("another start", meeting, lambda m: m.move(MeetingTime(DAY, TEN + HOUR), LATER), 1),
    ("another end", meeting, lambda m: m.move(MeetingTime(DAY, TEN, TEN + HOUR), LATER), 1),
    ("the hours fall away", meeting, lambda m: m.move(MeetingTime(DAY), LATER), 1),
    ("the same time", meeting, lambda m: m.move(MeetingTime(DAY, TEN), LATER), 0),
    (
        "the end that was assumed is said",
        meeting,
        lambda m: m.move(MeetingTime(DAY, TEN, TEN + 2 * HOUR), LATER),
        0,
    ),
    ("a planned meeting is certain", planned, lambda m: m.fix(LATER), 1),
    ("a certain one is fixed", meeting, lambda m: m.fix(LATER), 0),
    ("it was held", meeting, lambda m: m.hold(LATER), 0),
    ("a planned one was held", planned, lambda m: m.hold(LATER), 1),
    ("a cancelled one was held after all", cancelled, lambda m: m.hold(LATER), 1),
    ("cancelled", meeting, lambda m: m.cancel(LATER), 1),
    ("cancelled while planned", planned, lambda m: m.cancel(LATER), 1),
    ("cancelled after it was held", held, lambda m: m.cancel(LATER), 1),
    ("cancelled again", cancelled, lambda m: m.cancel(LATER), 0),
    ("another place", meeting, lambda m: m.correct(LATER, place="Lysaker"), 1),
    ("place and title", meeting, lambda m: m.correct(LATER, place="Oslo", title="Møte"), 1),
    ("another title", meeting, lambda m: m.correct(LATER, title="Møte"), 0),
    ("an agenda", meeting, lambda m: m.correct(LATER, agenda="1. Referat"), 0),
    ("a link", meeting, lambda m: m.correct(LATER, join_url="https://video.example"), 0),
    ("others take part", meeting, lambda m: m.correct(LATER, participants=("KD",)), 0),
    ("papers sent", meeting, lambda m: m.send_papers(DAY, LATER), 0),
    ("minutes sent", held, lambda m: m.circulate_minutes(DAY, DAY, LATER), 0),
    ("minutes approved", held, lambda m: m.approve_minutes("M2", LATER), 0),
    ("the deadline moves", deadline, lambda d: d.move(Edtf("2023-03"), LATER), 1),
    ("to the same day", deadline, lambda d: d.move(DAY, LATER), 0),
    ("it is met", deadline, lambda d: d.meet(DAY, LATER), 0),
    ("a cancelled one is met", cancelled_deadline, lambda d: d.meet(DAY, LATER), 1),
    ("cancelled deadline", deadline, lambda d: d.cancel(LATER), 1),
    ("cancelled twice", cancelled_deadline, lambda d: d.cancel(LATER), 0),
    ("a deadline's words", deadline, lambda d: d.correct(LATER, title="Frist"), 0),
    ("a deadline's kind", deadline, lambda d: d.correct(LATER, responsible="KARI"), 0),
    ("the plan moves it", step, lambda d: d.follow(Step.PAPERS, date(2023, 3, 9), LATER), 1),
    ("the plan keeps it", step, lambda d: d.follow(Step.PAPERS, DAY.day, LATER), 0),
    ("it leaves the plan", step, lambda d: d.leave_plan(LATER), 1),
    ("it comes back", left, lambda d: d.follow(Step.PAPERS, DAY.day, LATER), 1),
    ("others move it", consultation, lambda c: c.move_deadline(Edtf("2023-04"), LATER), 1),
    ("its date is withdrawn", consultation, lambda c: c.move_deadline(None, LATER), 1),
    ("the work begins", consultation, lambda c: c.become(DRAFTING, LATER), 0),
    ("answered", consultation, lambda c: c.submit("L1", DAY, LATER), 1),
    ("answered by another letter", answered, lambda c: c.submit("L2", DAY, LATER), 0),
    ("declined", consultation, lambda c: c.decline(LATER), 1),
    ("an answer by mistake", answered, lambda c: c.become(DRAFTING, LATER), 1),
    ("taken up after all", declined, lambda c: c.become(DRAFTING, LATER), 1),
    ("a consultation's words", consultation, lambda c: c.correct(LATER, title="Melding"), 0),
)


@pytest.mark.parametrize(
    ("make", "change", "steps"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_sequence_counts_time_status_and_place_and_nothing_else(
    make: Callable[[], CalendarItem], change: Change, steps: int
) -> None:
    item = make()
    uid, before = item.uid, item.sequence

    change(item)

    assert item.sequence - before == steps
    assert item.uid == uid


def test_no_two_states_share_a_stamp_even_where_the_clock_stands_still() -> None:
    found = meeting()
    stamps = [found.modified]

    for title in ("a", "b", "c"):
        found.correct(NOW, title=title)
        stamps.append(found.modified)
    found.cancel(NOW)
    stamps.append(found.modified)

    assert stamps == sorted(set(stamps))
    assert stamps[-1] - NOW < timedelta(milliseconds=1)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "teams", "https://", "https://a b.no/"]
)
def test_what_is_no_web_address_cannot_be_offered_as_a_link(link: str) -> None:
    found = meeting()

    with pytest.raises(NotALink, match="is no web address"):
        found.correct(LATER, papers_url=link)

    assert (found.papers_url, found.modified) == ("", NOW)


def test_a_link_may_be_given_with_space_around_it_and_taken_away() -> None:
    found = meeting()

    found.correct(LATER, join_url=" https://video.example/rom?x=1 ")
    assert found.join_url == "https://video.example/rom?x=1"
    found.correct(LATER, join_url="")
    assert found.join_url == ""
