"""The clock reaches a rung: what still holds is told, once; after an outage the most urgent."""

from datetime import date, timedelta

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.consultations import submit_consultation
from tilsvar.commands.deadlines import cancel_deadline, move_deadline, set_deadline
from tilsvar.commands.letters import move_answer_due, receive_reply
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind, Kind, OpEdStatus, ReplyKind
from tilsvar.store import flow
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import count, rows
from tilsvar.tests.workers.beginnings import publish, send
from tilsvar.tests.workers.hearing import at, digests, lines, mails, morning, read, told
from tilsvar.workers.ringing import ring_rungs
from tilsvar.workers.ticking import next_instant, tick


def test_each_rung_is_told_on_its_own_morning(app: App, bell: HandBell) -> None:
    publish(app.office)
    answer(app, bell)

    instants = []
    while (instant := next_instant(app.office)) is not None:
        instants.append(instant)
        pass_time(app, bell, instant)

    collected = ["2023-02-17", "2023-02-24", "2023-03-03", "2023-03-07", "2023-03-09"]
    looks = [at(app.office, day, hour) for day in collected for hour in ("00:00", "07:30")]
    assert instants == [*looks, at(app.office, "2023-03-10")]
    assert [rung for rung, _ in told(app.office)] == ["-21d", "-14d", "-7d", "-3d", "-1d", "0d"]
    assert {row.state for row in rows(app.office, flow.mail)} == {"sent"}
    mornings = [morning(date.fromisoformat(day)) for day in [*collected, "2023-03-10"]]
    assert [row.at for row in mails(app.office)] == mornings
    assert [rung for rung, _ in read(app.office)] == [rung for rung, _ in told(app.office)]


def test_after_an_outage_only_the_most_urgent_goes_out(app: App, bell: HandBell) -> None:
    publish(app.office)
    answer(app, bell)

    pass_time(app, bell, morning(date(2023, 3, 8)))

    assert read(app.office) == [("-3d", "SEK1")]
    states = {row.rung: row.state for row in rows(app.office, flow.rung)}
    assert states == {
        "-21d": "superseded",
        "-14d": "superseded",
        "-7d": "superseded",
        "-3d": "fired",
        "-1d": "waiting",
        "0d": "waiting",
    }


def test_after_an_outage_each_object_has_its_own_most_urgent(app: App, bell: HandBell) -> None:
    publish(app.office)
    with app.office.work(by="SEK1") as work:
        set_deadline(
            work,
            key="D1",
            title="Rapport",
            due=Edtf("2023-03-10"),
            kind=DeadlineKind.EXTERNAL_PUBLICATION,
        )
        work.commit()
    answer(app, bell)

    pass_time(app, bell, morning(date(2023, 3, 10)))

    assert sorted((row.subject_key, row.rung) for row in rows(app.office, flow.mail)) == [
        ("C1", "0d"),
        ("D1", "0d"),
    ]


def test_departments_of_one_letter_come_in_one_mail(app: App, bell: HandBell) -> None:
    send(app.office, "HOD", "KD", "NFD")

    pass_time(app, bell, morning(date(2023, 3, 3)))

    (mail,) = mails(app.office)
    assert mail.person == "SEK1"
    assert lines(app.office, mail) == [(f"L1/{name}", "0d") for name in ("HOD", "KD", "NFD")]
    assert read(app.office) == [("0d", "SEK1")]
    assert [row.key for row in rows(app.office, flow.reminder)] == ["L1/HOD", "L1/KD", "L1/NFD"]


def test_departments_at_different_rungs_come_each_at_their_own(app: App, bell: HandBell) -> None:
    send(app.office, "HOD", "KD")
    with app.office.work(by="SEK1") as work:
        move_answer_due(work, letter="L1", recipient="KD", day=date(2023, 3, 17), why="avtalt")
        work.commit()

    pass_time(app, bell, morning(date(2023, 3, 17)))

    found = [(row.bell, row.rung, row.key) for row in rows(app.office, flow.reminder)]
    assert sorted(found) == [("AnswerDue", "0d", "L1/KD"), ("ReplyOverdue", "+10wd", "L1/HOD")]
    (digest,) = digests(app.office)
    assert lines(app.office, digest) == [("L1/HOD", "+10wd"), ("L1/KD", "0d")]


def test_the_last_rung_goes_to_the_leader_too(app: App, bell: HandBell) -> None:
    send(app.office, "NFD")

    pass_time(app, bell, morning(date(2023, 6, 1)))

    assert sorted(read(app.office)) == [("+30wd", "LEDER"), ("+30wd", "SEK1")]


def test_where_there_is_no_leader_that_is_noted_and_nothing_fails(app: App, bell: HandBell) -> None:
    send(app.office, "NFD")
    with app.office.work(by="SEK1") as work:
        next(each for each in work.people if each.key == "LEDER").leave(date(2023, 5, 1))
        work.commit()

    pass_time(app, bell, morning(date(2023, 6, 1)))

    assert sorted(told(app.office)) == [("+30wd", "SEK1"), ("+30wd", "nobody:leader")]
    assert read(app.office) == [("+30wd", "SEK1")]


def test_what_was_answered_the_day_before_is_not_asked_for(app: App, bell: HandBell) -> None:
    send(app.office, "HOD", "NFD")
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


def test_two_clocks_that_ring_at_once_tell_it_once(app: App, bell: HandBell) -> None:
    send(app.office, "NFD")
    answer(app, bell)
    app.office.clock.set(morning(date(2023, 3, 3)))  # type: ignore[attr-defined]  # a FixedClock

    assert (tick(app.office), tick(app.office)) == (1, 1)
    assert bell.rings == [("ring", "obligation:L1")] * 2
    answer(app, bell)
    assert told(app.office) == [("0d", "SEK1")]

    assert (tick(app.office), tick(app.office)) == (1, 1)
    assert [actor for actor, _ in bell.rings] == ["digest"] * 2
    answer(app, bell)
    assert read(app.office) == [("0d", "SEK1")]
    assert len(rows(app.office, flow.mail)) == 1


def test_nothing_rings_a_second_before_its_time(app: App, bell: HandBell) -> None:
    """What is collected at midnight, so that the digest of the morning has it; the rest then."""
    send(app.office, "NFD")
    publish(app.office, "2023-03-03")
    a_second = timedelta(seconds=1)
    pass_time(app, bell, at(app.office, "2023-03-02"))
    before = told(app.office)

    pass_time(app, bell, at(app.office, "2023-03-03", "00:00") - a_second)
    assert told(app.office) == before
    pass_time(app, bell, at(app.office, "2023-03-03", "00:00"))
    assert told(app.office) == [*before, ("0d", "SEK1")]
    sent = read(app.office)

    pass_time(app, bell, at(app.office, "2023-03-03") - a_second)
    assert told(app.office) == [*before, ("0d", "SEK1")]
    assert read(app.office) == sent
    pass_time(app, bell, at(app.office, "2023-03-03"))
    assert told(app.office) == [*before, ("0d", "SEK1"), ("0d", "SEK1")]
    assert read(app.office) == [*sent, ("0d", "SEK1"), ("0d", "SEK1")]


def test_a_bell_left_alone_by_its_commit_is_rung_again_at_the_next_tick(
    app: App, bell: HandBell
) -> None:
    """The process dies between looking and committing: nothing is told, the rung still waits."""
    send(app.office, "NFD")
    answer(app, bell)
    app.office.clock.set(morning(date(2023, 3, 3)))  # type: ignore[attr-defined]  # a FixedClock
    with app.office.work(by="clock") as work:
        ring_rungs(work, Kind.OBLIGATION, "L1")

    pass_time(app, bell, morning(date(2023, 3, 3)))

    assert read(app.office) == [("0d", "SEK1")]
    assert [row.name for row in rows(app.office, flow.event)].count("AnswerDue") == 1


def test_rungs_known_too_late_are_never_told(app: App, bell: HandBell) -> None:
    """A first import brings in a letter of 2021: nobody is flooded, and what comes later comes."""
    send(app.office, "NFD", sent="2022-12-21")

    pass_time(app, bell, morning(date(2023, 2, 6)))

    assert told(app.office) == [("+10wd", "SEK1")]
    assert {row.rung: row.state for row in rows(app.office, flow.rung)}["0d"] == "too_late"
