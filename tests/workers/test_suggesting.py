"""What the council does suggests an activity: once, not too late, and not when it is taken back."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.areas import register_area
from tilsvar.commands.communications import drop_activity, plan_activity
from tilsvar.commands.consultations import (
    submit_consultation,
    take_up_consultation,
)
from tilsvar.commands.letters import send_letter
from tilsvar.commands.meetings import cancel_meeting, hold_meeting, restore_meeting
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.commands.target_groups import register_target_group
from tilsvar.commands.withdrawing_letters import restore_letter, withdraw_letter
from tilsvar.domain.communications import Activity, ActivityStatus, Channel
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ConsultationStatus, LetterKind, MeetingKind, OpEdStatus
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, MakeApp, answer, pass_time, settle_in, with_bell
from tilsvar.tests.workers.beginnings import publish
from tilsvar.tests.workers.hearing import digests, in_the_box, lines, morning, text


@pytest.fixture
def app(make_app: MakeApp, database_url: str, bell: HandBell) -> App:
    """The stories' council, to whom it is suggested what to weigh."""
    app = with_bell(make_app(database_url), bell, suggests=True)
    settle_in(app.office)
    return app


def every(office: Office) -> list[Activity]:
    with office.reading() as work:
        return work.all(Activity)


def standing(office: Office) -> list[tuple[str, str]]:
    return [(each.about, each.status.value) for each in every(office)]


def send(app: App, bell: HandBell, key: str = "L1", sent: str = "2023-02-03", **more: Any) -> None:
    with app.office.work(by="SEK1") as work:
        send_letter(
            work,
            key=key,
            kind=LetterKind(more.pop("kind", "letter")),
            title=f"Brev {key}",
            sent=Edtf(sent),
            recipients=("HOD",),
            **more,
        )
        work.commit()
    answer(app, bell)


def test_a_letter_suggests_an_activity_once_however_often_it_is_told_of(
    app: App, bell: HandBell
) -> None:
    with app.office.work(by="SEK1") as work:
        register_area(work, key="DATA", name="Helsedata")
        work.commit()
    send(app, bell, area="DATA", responsible="SEK1")
    with app.office.work(by="SEK1") as work:
        withdraw_letter(work, letter="L1", why="Feil")
        restore_letter(work, letter="L1")
        work.commit()
    answer(app, bell)

    (activity,) = every(app.office)
    assert (activity.key, activity.title, activity.area) == ("A2023-01", "Brev L1", "DATA")
    assert (activity.about, activity.responsible) == ("letter:L1", "SEK1")
    assert (activity.status, activity.suggested_on) == (
        ActivityStatus.SUGGESTED,
        date(2023, 2, 3),
    )


def test_what_is_older_than_thirty_days_and_what_only_asks_again_suggest_nothing(
    app: App, bell: HandBell
) -> None:
    send(app, bell, "L0", "2023-01-03")
    send(app, bell, "L1", "2023-01-04")
    send(app, bell, "L2", follows_up=("L0",))

    assert standing(app.office) == [("letter:L1", "suggested")]


def test_a_letter_that_answers_a_consultation_is_one_thing_with_it(
    app: App, bell: HandBell
) -> None:
    publish(app.office, "2023-02-17")
    send(app, bell, kind="submission")
    with app.office.work(by="SEK1") as work:
        submit_consultation(work, consultation="C1", letter="L1")
        work.commit()
    answer(app, bell)

    assert standing(app.office) == [("letter:L1", "suggested")]


def test_both_told_of_at_the_same_time_are_one_thing_too(app: App, bell: HandBell) -> None:
    publish(app.office, "2023-02-17")
    with app.office.work(by="SEK1") as work:
        send_letter(
            work,
            key="L1",
            kind=LetterKind.SUBMISSION,
            title="Innspill",
            sent=Edtf("2023-02-03"),
            recipients=("HOD",),
        )
        submit_consultation(work, consultation="C1", letter="L1")
        work.commit()
    bell.rings.reverse()
    answer(app, bell)

    assert standing(app.office) == [("consultation:C1", "suggested")]


def test_a_response_that_was_not_submitted_after_all_lets_the_suggestion_lapse(
    app: App, bell: HandBell
) -> None:
    publish(app.office, "2023-02-17")
    with app.office.work(by="SEK1") as work:
        submit_consultation(work, consultation="C1", on=Edtf("2023-02-03"))
        work.commit()
    answer(app, bell)
    with app.office.work(by="SEK1") as work:
        take_up_consultation(work, consultation="C1", status=ConsultationStatus.DRAFTING)
        work.commit()
    answer(app, bell)
    assert standing(app.office) == [("consultation:C1", "dropped")]

    with app.office.work(by="SEK1") as work:
        submit_consultation(work, consultation="C1", on=Edtf("2023-02-03"))
        work.commit()
    answer(app, bell)
    assert standing(app.office) == [("consultation:C1", "suggested")]


@pytest.mark.parametrize(
    ("kind", "suggests"),
    [(MeetingKind.DIALOGUE, True), (MeetingKind.WORKSHOP, True), (MeetingKind.COUNCIL, False)],
)
def test_a_meeting_with_others_suggests_an_activity_when_it_was_held(
    app: App, bell: HandBell, kind: MeetingKind, *, suggests: bool
) -> None:
    with app.office.work(by="SEK1") as work:
        time, uid = MeetingTime(Edtf("2023-02-02")), work.new_uid("meeting:M1")
        work.add(Meeting.schedule("M1", kind, "Dialogmøte", time, uid=uid, now=work.now))
        work.commit()
    answer(app, bell)
    assert not every(app.office)

    with app.office.work(by="SEK1") as work:
        hold_meeting(work, meeting="M1")
        work.commit()
    answer(app, bell)
    assert standing(app.office) == ([("meeting:M1", "suggested")] if suggests else [])

    with app.office.work(by="SEK1") as work:
        restore_meeting(work, meeting="M1")
        cancel_meeting(work, meeting="M1")
        work.commit()
    answer(app, bell)
    assert standing(app.office) == ([("meeting:M1", "dropped")] if suggests else [])


def test_what_somebody_has_planned_unasked_is_not_suggested_once_more(
    app: App, bell: HandBell
) -> None:
    publish(app.office, "2023-02-17")
    with app.office.work(by="SEK1") as work:
        register_target_group(work, key="STORTINGET", name="Stortinget")
        plan_activity(
            work,
            title="Innlegg om svaret",
            channel=Channel.POST,
            target_groups=["STORTINGET"],
            wanted_effect="Kjenner rådets syn",
            about="consultation:C1",
        )
        send_letter(
            work,
            key="L1",
            kind=LetterKind.SUBMISSION,
            title="Innspill",
            sent=Edtf("2023-02-03"),
            recipients=("HOD",),
        )
        submit_consultation(work, consultation="C1", letter="L1")
        work.commit()
    answer(app, bell)
    assert standing(app.office) == [("consultation:C1", "planned")]

    with app.office.work(by="SEK1") as work:
        drop_activity(work, activity="A2023-01", why="Ingen nyhet")
        take_up_consultation(work, consultation="C1", status=ConsultationStatus.DRAFTING)
        submit_consultation(work, consultation="C1", letter="L1")
        work.commit()
    answer(app, bell)
    assert standing(app.office) == [("consultation:C1", "dropped")]


def test_what_somebody_has_decided_stays_when_the_letter_is_withdrawn(
    app: App, bell: HandBell
) -> None:
    send(app, bell, "L1")
    send(app, bell, "L2")
    with app.office.work(by="SEK1") as work:
        drop_activity(work, activity="A2023-01", why="Ingen nyhet")
        register_target_group(work, key="STORTINGET", name="Stortinget")
        plan_activity(
            work,
            activity="A2023-02",
            title="Innlegg",
            channel=Channel.POST,
            target_groups=["STORTINGET"],
            wanted_effect="Kjenner rådets syn",
        )
        for key in ("L1", "L2"):
            withdraw_letter(work, letter=key, why="Feil")
        restore_letter(work, letter="L1")
        work.commit()
    answer(app, bell)

    assert standing(app.office) == [("letter:L1", "dropped"), ("letter:L2", "planned")]


def test_the_responsible_person_reads_of_all_suggestions_in_one_line_of_the_digest(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    send(app, bell, "L1", kind="submission")
    send(app, bell, "L2", kind="submission")
    pass_time(app, bell, morning(date(2023, 2, 6)))

    (digest,) = digests(app.office)
    assert lines(app.office, digest) == [("suggestions", "suggested")]
    (mail,) = in_the_box(tmp_path, "Digest", "SEK1")
    assert "To foreslåtte aktiviteter venter på å bli vurdert." in text(mail)
    assert "/communications?view=suggested" in text(mail)


def test_nobody_reads_of_what_has_been_weighed_meanwhile(app: App, bell: HandBell) -> None:
    send(app, bell, kind="submission")
    with app.office.work(by="LEDER") as work:
        drop_activity(work, activity="A2023-01", why="Ingen nyhet")
        work.commit()
    pass_time(app, bell, morning(date(2023, 2, 6)))

    assert not digests(app.office)


def test_what_became_an_op_ed_is_done_when_that_is_published(app: App, bell: HandBell) -> None:
    with app.office.work(by="SEK1") as work:
        register_target_group(work, key="STORTINGET", name="Stortinget")
        start_op_ed(work, key="O1", title="Helsedata", status=OpEdStatus.DRAFT)
        plan_activity(
            work,
            key="A1",
            title="Helsedata",
            channel=Channel.OP_ED,
            target_groups=["STORTINGET"],
            wanted_effect="Vil ha én inngang",
            op_ed="O1",
        )
        work.commit()

    def becomes(status: OpEdStatus, *, leaps: bool = False) -> Activity:
        with app.office.work(by="SEK1") as work:
            update_op_ed(work, op_ed="O1", status=status, outlet="HOD", leaps=leaps)
            work.commit()
        answer(app, bell)
        (found,) = every(app.office)
        return found

    becomes(OpEdStatus.APPROVED)
    becomes(OpEdStatus.SUBMITTED)
    assert becomes(OpEdStatus.REJECTED).status is ActivityStatus.PLANNED

    done = becomes(OpEdStatus.PUBLISHED)
    assert (done.status, done.done_on) == (ActivityStatus.DONE, Edtf("2023-02-03"))

    undone = becomes(OpEdStatus.SUBMITTED, leaps=True)
    assert (undone.status, undone.done_on) == (ActivityStatus.PLANNED, None)


def test_a_moment_late_in_the_evening_counts_for_its_day_in_oslo(app: App, bell: HandBell) -> None:
    pass_time(app, bell, datetime.fromisoformat("2023-03-03T23:30:00+01:00"))
    send(app, bell, "L1", "2023-02-01")

    assert standing(app.office) == [("letter:L1", "suggested")]
