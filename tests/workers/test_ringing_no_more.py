"""What was answered, promised, moved or cancelled meanwhile rings no more, or at its new date."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.consultations import submit_consultation
from tilsvar.commands.deadlines import cancel_deadline, move_deadline, set_deadline
from tilsvar.commands.letters import receive_reply
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import OpEdStatus, ReplyKind
from tilsvar.store import flow
from tilsvar.tests.servers.office import HandBell, answer, pass_time, set_clock
from tilsvar.tests.servers.rows import count, rows
from tilsvar.tests.workers.beginnings import publish, send
from tilsvar.tests.workers.hearing import mails, morning, told


def test_what_was_answered_the_day_before_is_not_asked_for(app: App, bell: HandBell) -> None:
    send(app.office, "HOD", "NFD")
    set_clock(app.office, morning(date(2023, 3, 2)))
    with app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="HOD", received=Edtf("2023-03-02"))
        work.commit()

    pass_time(app, bell, morning(date(2023, 3, 3)))

    bells = rows(app.office, flow.reminder, flow.reminder.c.bell == "AnswerDue")
    assert [row.key for row in bells] == ["L1/NFD"]


def test_an_answer_whose_news_has_not_arrived_yet_stops_the_rung_all_the_same(
    app: App, bell: HandBell
) -> None:
    """The delivery of the answer lies lost while the clock rings: the clock looks for itself."""
    send(app.office, "NFD")
    answer(app, bell)
    set_clock(app.office, morning(date(2023, 3, 2)))
    with app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="NFD", received=Edtf("2023-03-02"))
        work.commit()
    bell.lose()

    pass_time(app, bell, morning(date(2023, 3, 3)))

    assert told(app.office) == []
    assert mails(app.office) == []
    assert {row.state for row in rows(app.office, flow.rung, flow.rung.c.rung == "0d")} == {
        "closed"
    }


def test_a_promise_starts_the_ladder_anew_from_the_promised_date(app: App, bell: HandBell) -> None:
    send(app.office, "NFD")
    answer(app, bell)
    set_clock(app.office, morning(date(2023, 2, 20)))
    with app.office.work(by="SEK1") as work:
        receive_reply(
            work,
            letter="L1",
            sender="NFD",
            received=Edtf("2023-02-20"),
            kind=ReplyKind.INTERIM,
            promised=Edtf("2023-04"),
        )
        work.commit()

    pass_time(app, bell, morning(date(2023, 3, 31)))
    assert told(app.office) == [promise := ("reply 2023-02-20", "LEDER")]

    pass_time(app, bell, morning(date(2023, 4, 28)))
    assert told(app.office) == [promise, ("0d", "SEK1")]

    # That a promise has passed is a rung of its own; 1 May is no working day.
    pass_time(app, bell, morning(date(2023, 5, 2)))
    assert told(app.office) == [promise, ("0d", "SEK1"), ("+1wd", "SEK1")]


def test_a_moved_deadline_rings_at_its_new_date_only(app: App, bell: HandBell) -> None:
    with app.office.work(by="SEK1") as work:
        set_deadline(work, key="D1", title="Merknader", due=Edtf("2023-02-15"))
        work.commit()
    answer(app, bell)
    with app.office.work(by="SEK1") as work:
        move_deadline(work, deadline="D1", due=Edtf("2023-03-15"))
        work.commit()

    pass_time(app, bell, morning(date(2023, 2, 15)))
    assert told(app.office) == []

    pass_time(app, bell, morning(date(2023, 3, 8)))
    assert told(app.office) == [("-5wd", "MEDLEM1"), ("-5wd", "SEK1")]


@pytest.mark.parametrize("news_arrived", [True, False])
def test_what_was_cancelled_or_submitted_rings_no_more(
    app: App, bell: HandBell, news_arrived: bool
) -> None:
    publish(app.office)
    with app.office.work(by="SEK1") as work:
        set_deadline(work, key="D1", title="Frist", due=Edtf("2023-02-15"))
        start_op_ed(work, key="O1", title="Kronikk", status=OpEdStatus.DRAFT)
        work.commit()
    answer(app, bell)
    set_clock(app.office, morning(date(2023, 2, 6)))
    with app.office.work(by="SEK1") as work:
        submit_consultation(work, consultation="C1", on=Edtf("2023-02-06"))
        cancel_deadline(work, deadline="D1")
        update_op_ed(work, op_ed="O1", status=OpEdStatus.APPROVED)
        work.commit()
    if not news_arrived:
        bell.lose()

    pass_time(app, bell, morning(date(2023, 6, 1)))

    assert told(app.office) == []
    assert count(app.office, flow.rung, flow.rung.c.state == "waiting") == 0


def test_a_draft_is_asked_for_once_a_touch(app: App, bell: HandBell) -> None:
    with app.office.work(by="SEK1") as work:
        start_op_ed(work, key="O1", title="Kronikk", status=OpEdStatus.DRAFT)
        work.commit()
    pass_time(app, bell, morning(date(2023, 2, 17)))
    pass_time(app, bell, morning(date(2023, 3, 17)))
    assert told(app.office) == [("+14d", "SEK1")]

    with app.office.work(by="SEK1") as work:
        update_op_ed(work, op_ed="O1")
        work.commit()
    pass_time(app, bell, morning(date(2023, 3, 31)))

    assert told(app.office) == [("+14d", "SEK1")] * 2
