"""A council meeting has moved, or will not be: who hears of it, and when nobody does."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.meetings import cancel_meeting, move_meeting, schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import MeetingKind
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.servers.rows import rows, states
from tilsvar.tests.workers.beginnings import second_secretary
from tilsvar.tests.workers.hearing import in_the_box, mails, text, told

# It is Friday 3 February 2023 at noon in these stories.


def meet(office: Office, on: str, key: str = "M1", kind: MeetingKind = MeetingKind.COUNCIL) -> None:
    with office.work(by="SEK1") as work:
        schedule_meeting(work, key=key, title="Rådsmøte", time=MeetingTime(Edtf(on)), kind=kind)
        work.commit()


def moves(office: Office, *days: str, by: str = "SEK1") -> None:
    for day in days:
        with office.work(by=by) as work:
            move_meeting(work, meeting="M1", time=MeetingTime(Edtf(day)))
            work.commit()


def changes(office: Office) -> list[tuple[str, str]]:
    """The mails about the meeting: kind and reader."""
    kinds = ("MeetingMoved", "MeetingCancelled")
    return [(row.kind, row.person) for row in mails(office, flow.mail.c.kind.in_(kinds))]


def test_the_council_hears_at_once_that_a_meeting_has_moved_except_whoever_moved_it(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    second_secretary(app.office)
    meet(app.office, "2023-06-08")
    answer(app, bell)
    moves(app.office, "2023-06-15")
    answer(app, bell)

    assert changes(app.office) == [("MeetingMoved", each) for each in ("LEDER", "MEDLEM1", "SEK2")]
    (found,) = in_the_box(tmp_path, "MEDLEM1")
    assert "8. juni" in text(found)
    assert "15. juni" in text(found)


def test_of_several_changes_in_a_row_only_the_last_is_told(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    meet(app.office, "2023-06-08")
    answer(app, bell)
    moves(app.office, "2023-06-15", "2023-06-22")
    answer(app, bell)

    assert changes(app.office) == [("MeetingMoved", "LEDER"), ("MeetingMoved", "MEDLEM1")]
    for found in in_the_box(tmp_path):
        assert "22. juni" in text(found)


def test_a_change_that_another_overtakes_before_its_mail_has_left_is_not_sent(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    meet(app.office, "2023-06-08")
    answer(app, bell)
    moves(app.office, "2023-06-15")
    while not bell.of("send"):
        actor, key = bell.rings.pop(0)
        app.handlers()[actor](key)
    with app.office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="M1")
        work.commit()
    answer(app, bell)

    assert states(app.office, flow.mail) == {"withdrawn": 2, "sent": 2}
    assert changes(app.office) == [("MeetingCancelled", "LEDER"), ("MeetingCancelled", "MEDLEM1")]
    assert len(in_the_box(tmp_path)) == 2


def test_a_move_is_told_also_when_the_place_is_put_right_before_its_mail_has_left(
    app: App, bell: HandBell
) -> None:
    """Nobody is told of the place by itself, so the mail about the day must still go."""
    meet(app.office, "2023-06-08")
    answer(app, bell)
    moves(app.office, "2023-06-15")
    while not bell.of("send"):
        actor, key = bell.rings.pop(0)
        app.handlers()[actor](key)
    with app.office.work(by="SEK1") as work:
        work.get(Meeting, "M1").correct(work.now, place="Lysaker")
        work.commit()
    answer(app, bell)

    assert changes(app.office) == [("MeetingMoved", "LEDER"), ("MeetingMoved", "MEDLEM1")]


def test_other_hours_on_the_same_day_are_told_too(app: App, bell: HandBell, tmp_path: Path) -> None:
    meet(app.office, "2023-06-08")
    answer(app, bell)
    with app.office.work(by="SEK1") as work:
        start = datetime(2023, 6, 8, 8, tzinfo=UTC)
        move_meeting(work, meeting="M1", time=MeetingTime(Edtf("2023-06-08"), start))
        work.commit()
    answer(app, bell)

    assert changes(app.office) == [("MeetingMoved", "LEDER"), ("MeetingMoved", "MEDLEM1")]
    assert "10.00" in text(in_the_box(tmp_path, "LEDER")[0])


@pytest.mark.parametrize(
    ("on", "kind"),
    [("2023-02-02", MeetingKind.COUNCIL), ("2023-06-08", MeetingKind.DIALOGUE)],
    ids=["past", "dialogue"],
)
def test_nobody_hears_that_a_past_meeting_or_one_that_is_not_the_councils_has_changed(
    app: App, bell: HandBell, on: str, kind: MeetingKind
) -> None:
    meet(app.office, on, kind=kind)
    answer(app, bell)
    if kind is MeetingKind.COUNCIL:
        moves(app.office, "2023-02-01")
    else:
        moves(app.office, "2023-06-15")
    answer(app, bell)
    with app.office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="M1")
        work.commit()
    answer(app, bell)

    assert rows(app.office, flow.mail) == []
    assert told(app.office) == []


@pytest.mark.parametrize("on", ["2023-02-03", "2023-06-08", "2023-06"])
def test_a_meeting_today_or_to_come_that_is_cancelled_is_told(
    app: App, bell: HandBell, on: str
) -> None:
    meet(app.office, on)
    answer(app, bell)
    with app.office.work(by="LEDER") as work:
        cancel_meeting(work, meeting="M1")
        work.commit()
    answer(app, bell)

    assert changes(app.office) == [("MeetingCancelled", "MEDLEM1"), ("MeetingCancelled", "SEK1")]


def test_a_meeting_that_moves_and_is_cancelled_in_a_row_is_told_once_as_cancelled(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    meet(app.office, "2023-06-08")
    answer(app, bell)
    moves(app.office, "2023-06-15")
    with app.office.work(by="SEK1") as work:
        cancel_meeting(work, meeting="M1")
        work.commit()
    answer(app, bell)

    assert [person for _, person in changes(app.office)] == ["LEDER", "MEDLEM1"]
    for found in in_the_box(tmp_path):
        assert "avlyst" in text(found).lower()
