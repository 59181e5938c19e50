"""Adopted steps of a consultation: made once, kept in step, done when their time has come."""

from datetime import UTC, datetime

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.consultations import (
    decline_consultation,
    move_consultation,
    publish_consultation,
    submit_consultation,
)
from tilsvar.commands.deadlines import cancel_deadline, meet_deadline, move_deadline, set_deadline
from tilsvar.commands.meetings import cancel_meeting, move_meeting, schedule_meeting
from tilsvar.commands.minutes import send_papers
from tilsvar.commands.planning import (
    NothingToPlanFrom,
    TooLateToPlan,
    adopt,
    propose,
    steps_of,
)
from tilsvar.domain.consultations import Consultation, ConsultationClosed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.events import ConsultationPlanned
from tilsvar.domain.kinds import Kind, Step
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store import flow
from tilsvar.store.clock import FixedClock
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time, set_clock
from tilsvar.tests.servers.rows import rows

JUNE = datetime(2021, 6, 3, 10, tzinfo=UTC)
MEETING = MeetingTime(Edtf("2021-09-01"))


@pytest.fixture
def summer(app: App) -> App:
    """It is 3 June 2021; the call for input and the meeting of 1 September are known."""
    clock = app.office.clock
    assert isinstance(clock, FixedClock)
    clock.set(JUNE)
    with app.office.work(by="SEK1") as work:
        publish_consultation(
            work,
            key="C2021-02",
            title="Langtidsplanen",
            publisher="KD",
            deadline=Edtf("2021-09-10"),
            responsible="SEK1",
        )
        schedule_meeting(work, key="M2021-05", title="Rådsmøte 5/2021", time=MEETING)
        work.commit()
    return app


def adopted(office: Office) -> None:
    with office.work(by="SEK1") as work:
        adopt(work, consultation="C2021-02")
        work.commit()


def steps(office: Office) -> dict[str, tuple[str, str]]:
    with office.reading() as work:
        found = steps_of(work, "C2021-02")
        return {step.value: (each.due.text, each.status.value) for step, each in found.items()}


def told(office: Office) -> list[ConsultationPlanned]:
    with office.reading() as work:
        events = [each.event for each in history(work.session, Kind.CONSULTATION, "C2021-02")]
    return [each for each in events if isinstance(each, ConsultationPlanned)]


def test_the_proposed_steps_become_deadlines_once(summer: App) -> None:
    adopted(summer.office)
    adopted(summer.office)

    assert steps(summer.office) == {
        "papers": ("2021-08-25", "open"),
        "comments": ("2021-09-03", "open"),
        "approval": ("2021-09-08", "open"),
        "submission": ("2021-09-10", "open"),
    }
    with summer.office.reading() as work:
        comments = work.get(Deadline, "C2021-02-comments")
        assert comments.title == "Innspill fra medlemmene: Langtidsplanen"
        assert comments.responsible == "SEK1"
    assert len(told(summer.office)) == 1


def test_a_deadline_that_the_council_has_set_itself_is_the_step_and_keeps_its_day(
    summer: App,
) -> None:
    with summer.office.work(by="SEK1") as work:
        set_deadline(
            work, key="D1", title="Innspill", due=Edtf("2021-09-02"), consultation="C2021-02"
        )
        work.commit()

    adopted(summer.office)

    with summer.office.reading() as work:
        assert steps_of(work, "C2021-02")[Step.COMMENTS].key == "D1"
        assert work.look(Deadline, "C2021-02-comments") is None
    assert steps(summer.office)["comments"] == ("2021-09-02", "open")


def test_only_members_comments_and_approval_are_reminded_of(summer: App, bell: HandBell) -> None:
    adopted(summer.office)
    answer(summer, bell)

    planned = rows(summer.office, flow.rung, flow.rung.c.kind == "deadline")
    assert {(row.key, row.ladder) for row in planned} == {
        ("C2021-02-comments", "internal"),
        ("C2021-02-approval", "approval"),
    }


def test_the_steps_follow_the_deadline_but_a_day_chosen_by_hand_only_a_new_plan(
    summer: App, bell: HandBell
) -> None:
    adopted(summer.office)
    with summer.office.work(by="SEK1") as work:
        move_deadline(work, deadline="C2021-02-approval", due=Edtf("2021-09-09"))
        meet_deadline(work, deadline="C2021-02-papers")
        work.commit()
    with summer.office.work(by="SEK1") as work:
        schedule_meeting(
            work, key="M2021-06", title="Rådsmøte 6/2021", time=MeetingTime(Edtf("2021-09-15"))
        )
        work.commit()
    answer(summer, bell)
    assert steps(summer.office)["approval"] == ("2021-09-09", "open")

    with summer.office.work(by="SEK1") as work:
        move_consultation(work, consultation="C2021-02", deadline=Edtf("2021-09-24"))
        work.commit()
    answer(summer, bell)

    # The papers are met: the response is on the table of 1 September, not of 15 September.
    assert steps(summer.office) == {
        "papers": ("2021-08-25", "met"),
        "comments": ("2021-09-17", "open"),
        "approval": ("2021-09-22", "open"),
        "submission": ("2021-09-24", "open"),
    }
    assert [each.meeting for each in told(summer.office)] == ["M2021-05", "M2021-05"]


def test_the_papers_follow_the_meeting_that_moves_is_cancelled_and_comes_back(
    summer: App, bell: HandBell
) -> None:
    adopted(summer.office)
    with summer.office.work(by="SEK1") as work:
        move_meeting(work, meeting="M2021-05", time=MeetingTime(Edtf("2021-08-31")))
        work.commit()
    answer(summer, bell)
    assert steps(summer.office)["papers"] == ("2021-08-24", "open")

    with summer.office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="M2021-05")
        work.commit()
    answer(summer, bell)
    assert steps(summer.office)["papers"] == ("2021-08-24", "cancelled")
    assert steps(summer.office)["comments"] == ("2021-09-03", "open")

    with summer.office.work(by="SEK1") as work:
        schedule_meeting(
            work, key="M2021-06", title="Rådsmøte 6/2021", time=MeetingTime(Edtf("2021-08-18"))
        )
        work.commit()
    answer(summer, bell)
    assert steps(summer.office)["papers"] == ("2021-08-11", "open")
    assert [each.meeting for each in told(summer.office)] == [
        "M2021-05",
        "M2021-05",
        None,
        "M2021-06",
    ]


def test_a_plan_stays_with_its_meeting_when_the_papers_are_late(
    summer: App, bell: HandBell
) -> None:
    adopted(summer.office)
    answer(summer, bell)
    pass_time(summer, bell, datetime(2021, 8, 27, 10, tzinfo=UTC))

    with summer.office.work(by="SEK1") as work:
        move_consultation(work, consultation="C2021-02", deadline=Edtf("2021-09-13"))
        work.commit()
    answer(summer, bell)

    assert steps(summer.office)["papers"] == ("2021-08-25", "open")
    assert steps(summer.office)["comments"] == ("2021-09-06", "open")


def test_what_a_person_has_cancelled_stays_so(summer: App, bell: HandBell) -> None:
    adopted(summer.office)
    with summer.office.work(by="SEK1") as work:
        cancel_deadline(work, deadline="C2021-02-approval")
        move_consultation(work, consultation="C2021-02", deadline=Edtf("2021-09-24"))
        work.commit()
    answer(summer, bell)
    adopted(summer.office)

    assert steps(summer.office)["approval"] == ("2021-09-08", "cancelled")


def test_papers_that_go_out_are_met_and_a_submission_meets_the_rest(
    summer: App, bell: HandBell
) -> None:
    adopted(summer.office)
    set_clock(summer.office, datetime(2021, 8, 24, 12, tzinfo=UTC))
    with summer.office.work(by="SEK1") as work:
        send_papers(work, meeting="M2021-05", on=Edtf("2021-08-24"))
        work.commit()
    answer(summer, bell)
    assert steps(summer.office)["papers"] == ("2021-08-25", "met")

    set_clock(summer.office, datetime(2021, 9, 7, 12, tzinfo=UTC))
    with summer.office.work(by="SEK1") as work:
        submit_consultation(work, consultation="C2021-02", on=Edtf("2021-09-07"))
        work.commit()
    answer(summer, bell)

    assert {status for _, status in steps(summer.office).values()} == {"met"}
    waiting = rows(summer.office, flow.rung, flow.rung.c.state == "waiting")
    assert {row.kind for row in waiting} <= {"meeting"}


def test_a_declined_consultation_leaves_no_step_open(summer: App, bell: HandBell) -> None:
    adopted(summer.office)
    with summer.office.work(by="SEK1") as work:
        decline_consultation(work, consultation="C2021-02")
        work.commit()
    answer(summer, bell)

    assert {status for _, status in steps(summer.office).values()} == {"cancelled"}


def test_what_cannot_be_planned_is_refused(summer: App) -> None:
    with summer.office.work(by="SEK1") as work:
        publish_consultation(work, key="C1", title="Uten frist", publisher="KD")
        publish_consultation(
            work, key="C2", title="Forbi", publisher="KD", deadline=Edtf("2021-06-02")
        )
        publish_consultation(
            work, key="C3", title="Avslått", publisher="KD", deadline=Edtf("2021-09-10")
        )
        decline_consultation(work, consultation="C3")

        with pytest.raises(NothingToPlanFrom):
            propose(work, "C1")
        with pytest.raises(TooLateToPlan):
            adopt(work, consultation="C2")
        with pytest.raises(ConsultationClosed):
            adopt(work, consultation="C3")
        assert work.get(Consultation, "C3").open is False
