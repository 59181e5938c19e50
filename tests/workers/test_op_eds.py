"""Who is asked about an op-ed while it lies with us, with the members, and with an outlet."""

from datetime import date
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.op_eds import (
    CommentsOnlyFromMembers,
    NothingSaid,
    StartsAsDraft,
    cosign_op_ed,
    react_to_op_ed,
    start_op_ed,
    update_op_ed,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import OpEdStatus, SubmissionOutcome
from tilsvar.domain.op_ed_steps import OnlyAnIdea, StillWithAnOutlet
from tilsvar.domain.op_eds import OpEd
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office, Unknown
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import rows
from tilsvar.tests.workers.hearing import at, morning, read, told


def draft(office: Office) -> None:
    with office.work(by="SEK1") as work:
        start_op_ed(work, key="O1", title="Kronikk", status=OpEdStatus.DRAFT)
        work.commit()


def becomes(office: Office, status: OpEdStatus | None, **facts: Any) -> None:
    with office.work(by="SEK1") as work:
        update_op_ed(work, op_ed="O1", status=status, **facts)
        work.commit()


def waiting(office: Office) -> list[tuple[str, date]]:
    found = rows(office, flow.rung, flow.rung.c.state == "waiting")
    return [(row.ladder, row.day) for row in found]


def test_the_members_are_reminded_of_their_comments_and_then_nobody(
    app: App, bell: HandBell
) -> None:
    draft(app.office)
    becomes(app.office, OpEdStatus.CIRCULATED, comments_by=date(2023, 2, 17))
    answer(app, bell)
    assert waiting(app.office) == [("op_ed_comments", date(2023, 2, day)) for day in (10, 15, 17)]

    pass_time(app, bell, morning(date(2023, 2, 10)))
    assert sorted(read(app.office)) == [("-5wd", "MEDLEM1"), ("-5wd", "SEK1")]

    becomes(app.office, OpEdStatus.APPROVED)
    pass_time(app, bell, morning(date(2023, 2, 17)))
    assert len(read(app.office)) == 2
    assert waiting(app.office) == []


def test_a_later_day_for_comments_starts_anew_and_work_meanwhile_does_not(
    app: App, bell: HandBell
) -> None:
    draft(app.office)
    becomes(app.office, OpEdStatus.CIRCULATED, comments_by=date(2023, 2, 10))
    becomes(app.office, None)
    answer(app, bell)
    due = [row.due_at for row in rows(app.office, flow.rung, flow.rung.c.rung == "-5wd")]
    assert due == [at(app.office, "2023-02-06", "00:00")]  # known on its own day, a Friday
    pass_time(app, bell, morning(date(2023, 2, 6)))
    assert sorted(read(app.office)) == [("-5wd", "MEDLEM1"), ("-5wd", "SEK1")]

    becomes(app.office, OpEdStatus.CIRCULATED, comments_by=date(2023, 2, 24))
    pass_time(app, bell, morning(date(2023, 2, 10)))

    assert len(told(app.office)) == len(read(app.office)) == 2
    assert [day for _, day in waiting(app.office)] == [date(2023, 2, day) for day in (17, 22, 24)]


def test_an_outlet_that_keeps_silent_is_asked_after_once(app: App, bell: HandBell) -> None:
    draft(app.office)
    becomes(app.office, OpEdStatus.SUBMITTED, outlet="NFD")

    pass_time(app, bell, morning(date(2023, 2, 16)))
    assert read(app.office) == []
    pass_time(app, bell, morning(date(2023, 2, 17)))
    pass_time(app, bell, morning(date(2023, 5, 2)))

    assert read(app.office) == [("+10wd", "SEK1")]
    assert [row.bell for row in rows(app.office, flow.reminder)] == ["OpEdUnanswered"]
    assert len(rows(app.office, flow.mail)) == 1


def test_the_next_outlet_has_its_own_time_and_what_is_published_is_never_nudged(
    app: App, bell: HandBell
) -> None:
    draft(app.office)
    becomes(app.office, OpEdStatus.SUBMITTED, outlet="NFD")
    pass_time(app, bell, morning(date(2023, 2, 13)))
    becomes(app.office, OpEdStatus.REJECTED)
    becomes(app.office, OpEdStatus.SUBMITTED, outlet="KD")
    pass_time(app, bell, morning(date(2023, 2, 17)))
    assert read(app.office) == []

    becomes(app.office, OpEdStatus.PUBLISHED, on=Edtf("2023-02-17"))
    pass_time(app, bell, morning(date(2023, 8, 1)))

    assert read(app.office) == []
    with app.office.reading() as work:
        found = work.get(OpEd, "O1")
    assert [(each.outlet, each.outcome) for each in found.submissions] == [
        ("NFD", SubmissionOutcome.REJECTED),
        ("KD", SubmissionOutcome.PUBLISHED),
    ]


def test_what_cannot_be_is_refused_and_changes_nothing(app: App) -> None:
    with app.office.work(by="SEK1") as work:
        with pytest.raises(StartsAsDraft, match="say afterwards that it is submitted"):
            start_op_ed(work, title="Kronikk", status=OpEdStatus.SUBMITTED)
        start_op_ed(work, key="O1", title="Kronikk")
        with pytest.raises(OnlyAnIdea):
            update_op_ed(work, op_ed="O1", status=OpEdStatus.APPROVED)
        with pytest.raises(CommentsOnlyFromMembers):
            update_op_ed(work, op_ed="O1", comments_by=date(2023, 3, 1))
        with pytest.raises(NothingSaid):
            react_to_op_ed(work, op_ed="O1", reaction=" ")
        with pytest.raises(Unknown):
            cosign_op_ed(work, op_ed="O1", organisations=["UKJENT"])
        update_op_ed(work, op_ed="O1", status=OpEdStatus.DRAFT)
        update_op_ed(work, op_ed="O1", status=OpEdStatus.SUBMITTED, outlet="NFD")
        with pytest.raises(StillWithAnOutlet):
            update_op_ed(work, op_ed="O1", status=OpEdStatus.SUBMITTED, outlet="KD")
        work.commit()

    with app.office.reading() as work:
        found = work.get(OpEd, "O1")
    assert (found.status, found.outlet, found.cosigners) == (OpEdStatus.SUBMITTED, "NFD", ())


def test_a_register_may_leap_to_where_an_op_ed_stands(app: App) -> None:
    draft(app.office)

    becomes(app.office, OpEdStatus.REJECTED, outlet="NFD", leaps=True)

    with app.office.reading() as work:
        assert work.get(OpEd, "O1").status is OpEdStatus.REJECTED
