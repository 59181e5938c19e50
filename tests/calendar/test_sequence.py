"""Whatever happens to a thing, its sequence moves exactly when its place in a calendar does.

What a calendar shows is compared as it is written: start, end, status and place.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tilsvar.calendar.council import Teller
from tilsvar.calendar.entries import Entry
from tilsvar.calendar.ics import join, render_event
from tilsvar.domain.consultations import Consultation, ConsultationClosed
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
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.tests.calendar.linter import read
from tilsvar.wording.language import language

NB = language("nb")
NOW = datetime(2023, 2, 3, 11, tzinfo=UTC)
TELLER = Teller(NB, "https://tilsvar.example.no")
SHOWN = ("DTSTART", "DTEND", "STATUS", "LOCATION")

DATES = ("2023-03-10", "2023-03-17", "2023-04", "2023-21", "../2023-03-08")

dates = st.sampled_from(DATES).map(Edtf)
days = st.sampled_from([date(2023, 3, 10), date(2023, 3, 17)])
words = st.sampled_from(["", "Lysaker", "Oslo"])


@st.composite
def times(draw: st.DrawFn) -> MeetingTime:
    on = draw(dates)
    if not on.is_day or draw(st.booleans()):
        return MeetingTime(on)
    start = datetime.combine(on.day, time(draw(st.sampled_from([9, 10])), tzinfo=UTC))
    length = draw(st.sampled_from([None, timedelta(hours=2), timedelta(hours=5)]))
    return MeetingTime(on, start, start + length if length else None)


def written(entry: Entry | None) -> tuple[str, ...] | None:
    """What matters to whoever has it in a calendar; None where it is not there."""
    if entry is None:
        return None
    event = read(join("K", [render_event(entry, NB)])).children[-1]
    return tuple(event.value(name) for name in SHOWN)


Do = Callable[[datetime], object]


@given(st.data())
def test_a_meeting(data: st.DataObject) -> None:
    status = data.draw(st.sampled_from([MeetingStatus.PLANNED, MeetingStatus.SCHEDULED]))
    first = data.draw(times())
    meeting = Meeting.schedule(
        "M1", MeetingKind.COUNCIL, "Møte", first, uid="u", now=NOW, status=status
    )

    def steps() -> list[Do]:
        other, said = data.draw(times()), data.draw(words)
        return [
            lambda now: meeting.move(other, now),
            meeting.fix,
            meeting.hold,
            meeting.cancel,
            lambda now: meeting.correct(now, place=said),
            lambda now: meeting.correct(now, title=said, agenda=said, participants=("KD",)),
            lambda now: meeting.correct(now, kind=MeetingKind.DIALOGUE),
        ]

    _follow(data, steps, lambda: (meeting, TELLER.meeting(meeting)))


@given(st.data())
def test_a_deadline(data: st.DataObject) -> None:
    due = data.draw(dates)
    deadline = Deadline.set("D1", DeadlineKind.INTERNAL, "Frist", due, uid="u", now=NOW)

    def steps() -> list[Do]:
        other, day, said = data.draw(dates), data.draw(days), data.draw(words)
        return [
            lambda now: deadline.move(other, now),
            lambda now: deadline.meet(Edtf.on(day), now),
            deadline.cancel,
            lambda now: deadline.follow(Step.PAPERS, day, now),
            deadline.leave_plan,
            lambda now: deadline.correct(now, title=said, responsible=said),
        ]

    _follow(data, steps, lambda: (deadline, TELLER.deadline(deadline)))


@given(st.data())
def test_a_consultation(data: st.DataObject) -> None:
    due = data.draw(dates)
    kind = ConsultationKind.CONSULTATION
    consultation = Consultation.publish("C1", kind, "Høring", "KD", uid="u", now=NOW, deadline=due)

    def decline(now: datetime) -> None:
        try:
            consultation.decline(now)
        except ConsultationClosed:
            assert not consultation.open

    def steps() -> list[Do]:
        other, said = data.draw(dates | st.none()), data.draw(words)
        return [
            lambda now: consultation.move_deadline(other, now),
            lambda now: consultation.become(ConsultationStatus.DRAFTING, now),
            lambda now: consultation.submit(said or None, None, now),
            decline,
            lambda now: consultation.correct(now, title=said, area=said),
        ]

    def shown() -> tuple[Consultation, Entry | None]:
        there = consultation.open and consultation.deadline is not None
        entry = TELLER.consultation(consultation, consultation.deadline or due) if there else None
        return consultation, entry

    _follow(data, steps, shown, hidden_may_count=True)


def _follow(
    data: st.DataObject,
    steps: Callable[[], list[Do]],
    shown: Callable[[], tuple[Meeting | Deadline | Consultation, Entry | None]],
    *,
    hidden_may_count: bool = False,
) -> None:
    """Let things happen; a status that the council knows and a calendar does not may count too."""
    now = NOW
    for _ in range(data.draw(st.integers(1, 6))):
        item, entry = shown()
        before, status, was = item.sequence, item.status, written(entry)
        # Two changes may share an instant.
        now += data.draw(st.sampled_from([timedelta(), timedelta(hours=1)]))
        data.draw(st.sampled_from(steps()))(now)
        item, entry = shown()
        if written(entry) != was:
            assert item.sequence == before + 1
        elif item.status != status or (hidden_may_count and was is None):
            assert item.sequence - before in (0, 1)
        else:
            assert item.sequence == before
