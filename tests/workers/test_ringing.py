"""The clock reaches a rung: what still holds is told, once; after an outage the most urgent."""

from datetime import date, timedelta

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import move_answer_due
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind, Kind
from tilsvar.store import flow
from tilsvar.tests.servers.office import HandBell, answer, pass_time, set_clock
from tilsvar.tests.servers.rows import rows
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


def test_two_clocks_that_ring_at_once_tell_it_once(app: App, bell: HandBell) -> None:
    send(app.office, "NFD")
    answer(app, bell)
    set_clock(app.office, morning(date(2023, 3, 3)))

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
    set_clock(app.office, morning(date(2023, 3, 3)))
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
