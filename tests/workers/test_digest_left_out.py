"""A digest says what holds when it is sent, each thing once, and nothing that went at once."""

from datetime import date, time
from pathlib import Path

from tilsvar.bootstrap import App
from tilsvar.commands.consultations import submit_consultation
from tilsvar.commands.letters import receive_reply, withdraw_reply
from tilsvar.commands.reminders import change_ladder, snooze
from tilsvar.domain.dates import Edtf
from tilsvar.domain.digests import DigestWish, Rhythm
from tilsvar.domain.kinds import ReplyKind
from tilsvar.store import flow
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import rows, states
from tilsvar.tests.workers.beginnings import expect, publish, send, wish
from tilsvar.tests.workers.hearing import (
    at,
    digests,
    in_the_box,
    lines,
    mails,
    text,
    told,
)

# It is Friday 3 February 2023 at noon in these stories.


def test_a_thing_that_two_rungs_have_told_of_stands_once_at_the_last(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    wish(app.office, DigestWish(Rhythm.WEEKLY))
    publish(app.office, "2023-03-17")
    for day in ("2023-03-10", "2023-03-13", "2023-03-14", "2023-03-16"):
        pass_time(app, bell, at(app.office, day))
    with app.office.work(by="SEK1") as work:
        change_ladder(work, ladder="consultation", rungs="-3d, -1d")
        work.commit()

    pass_time(app, bell, at(app.office, "2023-03-20"))

    assert [rung for rung, _ in told(app.office)] == ["-7d", "-3d", "-1d"]
    first, second = digests(app.office)
    assert lines(app.office, first) == [("C1", "-7d")]
    assert lines(app.office, second) == [("C1", "-1d")]
    (found,) = in_the_box(tmp_path, "2023-03-20")
    assert text(found).count("/consultations/C1") == 1


def test_what_was_settled_before_the_morning_withdraws_the_mail(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    publish(app.office, "2023-03-10")
    pass_time(app, bell, at(app.office, "2023-03-03", "00:00"))
    assert told(app.office) == [("-7d", "SEK1")]
    with app.office.work(by="SEK1") as work:
        submit_consultation(work, consultation="C1", on=Edtf("2023-03-02"))
        work.commit()

    pass_time(app, bell, at(app.office, "2023-03-03"))

    assert states(app.office, flow.mail) == {"withdrawn": 1}
    assert in_the_box(tmp_path) == []
    assert [row.mail_id for row in rows(app.office, flow.reminder)] == [None]


def test_a_line_that_was_answered_or_put_off_is_left_out_and_the_others_stay(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    send(app.office, "HOD", "KD", "NFD")
    publish(app.office, "2023-03-10")
    expect(app.office, "D1", "2023-03-10")
    pass_time(app, bell, at(app.office, "2023-03-03", "00:00"))
    assert len(told(app.office)) == 5
    with app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="HOD", received=Edtf("2023-03-02"))
        snooze(work, key="C1", until=date(2023, 3, 9))
        work.commit()

    pass_time(app, bell, at(app.office, "2023-03-03"))

    (mail,) = digests(app.office)
    assert lines(app.office, mail) == [("D1", "-7d"), ("L1/KD", "0d"), ("L1/NFD", "0d")]
    (found,) = in_the_box(tmp_path, "SEK1")
    assert "KD og NFD" in text(found)
    assert "HOD" not in text(found)
    assert "Høring" not in text(found)


def test_what_went_at_once_meanwhile_is_not_told_again(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    wish(app.office, DigestWish(Rhythm.WEEKLY))
    expect(app.office, "D1", "2023-03-10")  # its day comes on a Friday, before the next digest
    expect(app.office, "D2", "2023-03-17")
    pass_time(app, bell, at(app.office, "2023-02-27"))
    for day in ("2023-03-03", "2023-03-06"):
        pass_time(app, bell, at(app.office, day))
    assert [lines(app.office, each) for each in digests(app.office)] == [[("D1", "-7d")]]
    with app.office.work(by="SEK1") as work:
        change_ladder(work, ladder="external", rungs="-7d, -2d, 0d at once")
        work.commit()

    for day in ("2023-03-08", "2023-03-10", "2023-03-13"):
        pass_time(app, bell, at(app.office, day))

    at_once = mails(app.office, flow.mail.c.kind == "DeadlineNearing")
    assert [lines(app.office, each) for each in at_once] == [[("D1", "0d")]]
    assert lines(app.office, digests(app.office)[-1]) == [("D2", "-7d")]
    (found,) = in_the_box(tmp_path, "2023-03-13")
    assert "Melding D1" not in text(found)


def test_what_was_to_go_at_once_and_was_withdrawn_does_not_silence_the_digest(
    app: App, bell: HandBell
) -> None:
    """The answer that LEDER recorded was a mistake: SEK1 has not heard of it, nor may miss NFD."""
    office = app.office
    wish(office, DigestWish(hour=time(12)))
    send(office, "NFD")
    pass_time(app, bell, at(office, "2023-03-03", "08:00"))
    assert told(office) == [("0d", "SEK1")]
    with office.work(by="LEDER") as work:
        interim = ReplyKind.INTERIM
        receive_reply(work, letter="L1", sender="NFD", received=Edtf("2023-03-03"), kind=interim)
        work.commit()
    while not bell.of("send"):
        actor, key = bell.rings.pop(0)
        app.handlers()[actor](key)
    with office.work(by="LEDER") as work:
        withdraw_reply(work, letter="L1", sender="NFD", why="feil brev")
        work.commit()
    answer(app, bell)
    assert states(office, flow.mail) == {"withdrawn": 1}

    pass_time(app, bell, at(office, "2023-03-03", "12:00"))

    assert [lines(office, each) for each in digests(office)] == [[("L1/NFD", "0d")]]
