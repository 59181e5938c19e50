"""Around council meetings: who is asked for papers and minutes when, and when nobody is."""

from datetime import UTC, datetime

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.meetings import hold_meeting, move_meeting, schedule_meeting
from tilsvar.commands.minutes import (
    ApprovedTooEarly,
    NoLaterMeeting,
    approve_minutes,
    circulate_minutes,
    send_papers,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.kinds import DeadlineKind, MeetingKind
from tilsvar.domain.meetings import Meeting, MeetingTime, NotACouncilMeeting
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import rows
from tilsvar.tests.workers.hearing import lines, mails
from tilsvar.workers.ticking import next_instant

# It is Friday 3 February 2023 at noon in these stories.


def meet(office: Office, on: str, key: str = "M1", kind: MeetingKind = MeetingKind.COUNCIL) -> None:
    with office.work(by="SEK1") as work:
        schedule_meeting(
            work, key=key, title=f"Rådsmøte {key}", time=MeetingTime(Edtf(on)), kind=kind
        )
        work.commit()


def live(app: App, bell: HandBell) -> list[tuple[str, str]]:
    """Let time pass until nothing waits; what was read, by day and rung."""
    answer(app, bell)
    while (instant := next_instant(app.office)) is not None:
        pass_time(app, bell, instant)
    return sorted(
        (f"{mail.at:%Y-%m-%d}", rung)
        for mail in mails(app.office)
        for _, rung in lines(app.office, mail)
    )


def test_papers_are_asked_for_twice_and_minutes_once(app: App, bell: HandBell) -> None:
    meet(app.office, "2023-03-10")

    assert live(app, bell) == [
        ("2023-02-28", "-10d"),
        ("2023-03-03", "-7d"),
        ("2023-03-24", "+10wd"),
    ]


def test_nobody_is_asked_for_what_was_sent(app: App, bell: HandBell) -> None:
    meet(app.office, "2023-03-10")
    with app.office.work(by="SEK1") as work:
        send_papers(work, meeting="M1")
        work.commit()
    answer(app, bell)
    pass_time(app, bell, datetime(2023, 3, 13, 10, tzinfo=UTC))
    with app.office.work(by="SEK1") as work:
        hold_meeting(work, meeting="M1")
        circulate_minutes(work, meeting="M1")
        work.commit()

    assert live(app, bell) == [
        ("2023-03-14", "-5wd"),  # known on its own day
        ("2023-03-14", "-5wd"),
        ("2023-03-16", "-2wd"),
        ("2023-03-16", "-2wd"),
        ("2023-03-20", "0wd"),
        ("2023-03-20", "0wd"),
    ]


def test_a_meeting_that_moves_is_asked_about_anew(app: App, bell: HandBell) -> None:
    meet(app.office, "2023-02-13")
    answer(app, bell)
    pass_time(app, bell, datetime(2023, 2, 6, 10, tzinfo=UTC))
    with app.office.work(by="SEK1") as work:
        move_meeting(work, meeting="M1", time=MeetingTime(Edtf("2023-03-10")))
        work.commit()

    assert [day for day, rung in live(app, bell) if rung == "-7d"] == ["2023-02-06", "2023-03-03"]


def test_after_an_outage_nobody_is_asked_for_the_papers_of_a_past_meeting(
    app: App, bell: HandBell
) -> None:
    meet(app.office, "2023-03-10")
    answer(app, bell)

    pass_time(app, bell, datetime(2023, 3, 13, 10, tzinfo=UTC))

    assert {row.state for row in rows(app.office, flow.mail)} == {"withdrawn"}


@pytest.mark.parametrize("on", ["2023-01-20", "2023-02-02"])
def test_nobody_is_asked_about_a_meeting_that_was_over_when_it_became_known(
    app: App, bell: HandBell, on: str
) -> None:
    meet(app.office, on)
    meet(app.office, "2023-03-10", "M2", MeetingKind.EXTERNAL)

    assert live(app, bell) == []


def test_minutes_make_a_deadline_for_comments_that_follows_and_is_met_at_the_approval(
    app: App,
) -> None:
    meet(app.office, "2023-02-03")
    meet(app.office, "2023-03-10", "M2")
    with app.office.work(by="SEK1") as work:
        deadline = circulate_minutes(work, meeting="M1")
        assert (deadline.key, deadline.due) == ("M1-comments", Edtf("2023-02-10"))
        assert deadline.title == "Merknadsfrist for referatet fra Rådsmøte M1"
        circulate_minutes(work, meeting="M1", comments_by=Edtf("2023-02-17"))
        work.commit()
    with app.office.work(by="SEK1") as work:
        assert work.get(Deadline, "M1-comments").due == Edtf("2023-02-17")
        assert approve_minutes(work, meeting="M1") == "M2"
        work.commit()
    with app.office.reading() as work:
        assert not work.get(Deadline, "M1-comments").open
        assert work.get(Meeting, "M1").minutes_approved_in == "M2"


def test_minutes_are_approved_by_a_later_council_meeting_only(app: App) -> None:
    meet(app.office, "2023-02-03")
    meet(app.office, "2023-03-10", "M2")
    meet(app.office, "2023-03-11", "M3", MeetingKind.DIALOGUE)

    with app.office.work(by="SEK1") as work:
        with pytest.raises(NoLaterMeeting):
            approve_minutes(work, meeting="M2")
        with pytest.raises(ApprovedTooEarly):
            approve_minutes(work, meeting="M2", approved_in="M1")
        for meeting, approved_in in (("M1", "M3"), ("M3", None)):
            with pytest.raises(NotACouncilMeeting):
                approve_minutes(work, meeting=meeting, approved_in=approved_in)


def test_comments_that_are_due_show_that_the_minutes_of_the_last_meeting_are_out(
    app: App, bell: HandBell
) -> None:
    meet(app.office, "2023-01-30")
    meet(app.office, "2023-02-03", "M2")
    answer(app, bell)
    pass_time(app, bell, datetime(2023, 2, 8, 10, tzinfo=UTC))
    with app.office.work(by="SEK1") as work:
        set_deadline(
            work,
            key="D1",
            title="Merknader",
            due=Edtf("2023-02-13"),
            kind=DeadlineKind.MINUTES_COMMENTS,
        )
        work.commit()
    with app.office.reading() as work:
        assert work.get(Deadline, "D1").meeting == "M2"
        assert work.get(Meeting, "M2").minutes_sent == Edtf("../2023-02-08")
        assert work.get(Meeting, "M1").minutes_sent is None

    assert "+10wd" not in [rung for _, rung in live(app, bell)]
