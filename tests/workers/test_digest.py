"""What waits comes once a day in one mail: what is in it, for whom, on which day, at which hour."""

from datetime import time
from pathlib import Path

from tilsvar.bootstrap import App
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.commands.reminders import change_ladder
from tilsvar.domain.dates import Edtf
from tilsvar.domain.digests import DigestWish, Rhythm
from tilsvar.domain.kinds import OpEdStatus
from tilsvar.domain.meetings import MeetingTime
from tilsvar.store import flow
from tilsvar.tests.servers.office import HandBell, answer, pass_time, set_clock
from tilsvar.tests.servers.rows import rows
from tilsvar.tests.workers.beginnings import expect, publish, send, wish
from tilsvar.tests.workers.hearing import (
    at,
    digests,
    in_the_box,
    lines,
    mails,
    names,
    read,
    text,
    told,
)
from tilsvar.workers.ticking import next_instant

# It is Friday 3 February 2023 at noon in these stories.


def test_everything_that_waits_comes_in_one_mail_and_each_thing_once(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    send(app.office, "HOD", "NFD")
    publish(app.office, "2023-03-10")
    expect(app.office, "D1", "2023-03-10")
    with app.office.work(by="SEK1") as work:
        set_deadline(work, key="D2", title="Innspill D2", due=Edtf("2023-03-10"))
        time_ = MeetingTime(Edtf("2023-03-10"))
        schedule_meeting(work, key="M1", title="Rådsmøte M1", time=time_)
        work.commit()
    set_clock(app.office, at(app.office, "2023-02-17"))
    with app.office.work(by="SEK1") as work:
        start_op_ed(work, key="O1", title="Kronikk O1", status=OpEdStatus.DRAFT)
        work.commit()

    pass_time(app, bell, at(app.office, "2023-03-03"))

    (mail,) = digests(app.office)
    assert lines(app.office, mail) == [
        ("C1", "-7d"),
        ("D1", "-7d"),
        ("D2", "-5wd"),
        ("L1/HOD", "0d"),
        ("L1/NFD", "0d"),
        ("M1/papers", "-7d"),
        ("O1", "+14d"),
    ]
    (found,) = in_the_box(tmp_path, "2023-03-03", "Digest", "SEK1")
    for title in ("Brev", "Høring", "Melding D1", "Innspill D2", "Rådsmøte M1", "Kronikk O1"):
        assert text(found).count(title) == 1, title
    assert "HOD og NFD" in text(found)
    assert found["X-Tilsvar-Key"] == "2023-03-03 Digest SEK1"
    (to_member,) = digests(app.office, "MEDLEM1")
    assert lines(app.office, to_member) == [("D2", "-5wd")]
    assert len(mails(app.office)) == 2


def test_who_hears_of_a_thing_in_several_roles_reads_of_it_once(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    with app.office.work(by="SEK1") as work:
        sent = Edtf("2023-02-03")
        send_letter(
            work, key="L1", title="Brev", sent=sent, recipients=["NFD"], responsible="LEDER"
        )
        due = Edtf("2023-04-26")
        set_deadline(work, key="D1", title="Innspill", due=due, responsible="MEDLEM1")
        work.commit()

    pass_time(app, bell, at(app.office, "2023-04-19"))

    assert sorted(told(app.office)) == [("+30wd", "LEDER"), ("-5wd", "MEDLEM1")]
    assert sorted(read(app.office)) == [("+30wd", "LEDER"), ("-5wd", "MEDLEM1")]
    (to_leader,) = in_the_box(tmp_path, "LEDER")
    assert text(to_leader).count("/letters/L1") == 1


def test_everybody_may_have_it_at_an_hour_of_their_own(app: App, bell: HandBell) -> None:
    wish(app.office, DigestWish(hour=time(13, 45)), "MEDLEM1")
    with app.office.work(by="SEK1") as work:
        set_deadline(work, key="D1", title="Innspill", due=Edtf("2023-02-10"))
        set_deadline(work, key="D2", title="Innspill", due=Edtf("2023-07-13"))
        work.commit()

    pass_time(app, bell, at(app.office, "2023-02-06"))
    assert read(app.office) == [("-5wd", "SEK1")]
    pass_time(app, bell, at(app.office, "2023-02-06", "13:44"))
    assert len(read(app.office)) == 1
    pass_time(app, bell, at(app.office, "2023-02-06", "13:45"))
    assert read(app.office) == [("-5wd", "SEK1"), ("-5wd", "MEDLEM1")]

    # The hour is Oslo's, also in summer time.
    pass_time(app, bell, at(app.office, "2023-07-06", "13:44"))
    before = len(digests(app.office, "MEDLEM1"))
    pass_time(app, bell, at(app.office, "2023-07-06", "13:45"))
    assert len(digests(app.office, "MEDLEM1")) == before + 1


def test_a_weekly_reader_has_it_on_the_first_working_day_of_a_week(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    """Also in the week after Easter, whose Monday is no working day."""
    office = app.office
    wish(office, DigestWish(Rhythm.WEEKLY))
    send(office, "NFD")
    expect(office, "D1", "2023-03-08")  # -7d is 1 March, a Wednesday
    expect(office, "D2", "2023-04-14")  # -7d is Good Friday, so it is told on 5 April
    answer(app, bell)
    while (instant := next_instant(office)) is not None and instant < at(office, "2023-04-12"):
        pass_time(app, bell, instant)

    found = [(row.day.isoformat(), row.state) for row in rows(office, flow.digest)]
    weeks = ["2023-03-06", "2023-03-20", "2023-04-11"]
    assert found == [(day, "written") for day in weeks]
    assert [row.at for row in digests(office)] == [at(office, day) for day in weeks]
    first, _, easter = (lines(office, each) for each in digests(office))
    assert first == [("D1", "-7d"), ("L1/NFD", "0d")]
    assert easter == [("D2", "-7d")]
    (mail,) = in_the_box(tmp_path, "2023-03-06")
    assert str(mail["Subject"]).startswith("Uke 10")
    # What is urgent has not waited.
    urgent = mails(office, flow.mail.c.kind == "DeadlineNearing")
    assert [row.at for row in urgent] == [at(office, "2023-03-08")]


def test_another_hour_holds_from_the_next_digest_on(app: App, bell: HandBell) -> None:
    """The one in which something is collected already keeps its hour."""
    expect(app.office, "D1", "2023-03-10")
    expect(app.office, "D2", "2023-03-13")
    pass_time(app, bell, at(app.office, "2023-03-03", "00:00"))
    wish(app.office, DigestWish(hour=time(10)))

    pass_time(app, bell, at(app.office, "2023-03-03"))
    pass_time(app, bell, at(app.office, "2023-03-06"))
    assert [row.at for row in digests(app.office)] == [at(app.office, "2023-03-03")]
    pass_time(app, bell, at(app.office, "2023-03-06", "10:00"))

    assert digests(app.office)[-1].at == at(app.office, "2023-03-06", "10:00")


def test_where_there_is_nothing_to_say_nothing_is_sent(app: App, bell: HandBell) -> None:
    expect(app.office, "D1", "2023-06-15")

    for day in range(6, 11):
        pass_time(app, bell, at(app.office, f"2023-02-{day:02}"))

    assert rows(app.office, flow.digest) == []
    assert rows(app.office, flow.mail) == []


def test_what_is_known_only_during_its_own_day_is_in_the_next_working_days_digest(
    app: App, bell: HandBell
) -> None:
    """What is due today goes at once; it is noon on a Friday."""
    expect(app.office, "D1", "2023-02-10")
    expect(app.office, "D2", "2023-02-03")
    answer(app, bell)
    assert [(row.kind, row.subject_key) for row in mails(app.office)] == [("DeadlineNearing", "D2")]

    for day, hour in (("2023-02-03", "23:00"), ("2023-02-04", "12:00"), ("2023-02-06", "07:29")):
        pass_time(app, bell, at(app.office, day, hour))
    assert len(mails(app.office)) == 1
    pass_time(app, bell, at(app.office, "2023-02-06"))

    (digest,) = digests(app.office)
    assert lines(app.office, digest) == [("D1", "-7d")]


def test_a_rung_that_stands_in_the_calendar_only_mails_nobody(app: App, bell: HandBell) -> None:
    with app.office.work(by="SEK1") as work:
        change_ladder(work, ladder="external", rungs="-7d calendar, 0d at once")
        work.commit()
    expect(app.office, "D1", "2023-03-10")

    pass_time(app, bell, at(app.office, "2023-03-03"))
    assert told(app.office) == []
    assert rows(app.office, flow.digest) == []
    pass_time(app, bell, at(app.office, "2023-03-10"))

    assert read(app.office) == [("0d", "SEK1")]


def test_a_drafted_follow_up_hangs_on_the_digest_that_lists_its_letter(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    """Drafted on Wednesday 19 April; whoever reads weekly has the file on Monday."""
    wish(app.office, DigestWish(Rhythm.WEEKLY))
    send(app.office, "HOD", "NFD")
    pass_time(app, bell, at(app.office, "2023-04-18"))
    expect(app.office, "D1", "2023-04-26")
    pass_time(app, bell, at(app.office, "2023-04-19"))
    set_clock(app.office, at(app.office, "2023-04-20"))
    with app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="HOD", received=Edtf("2023-04-20"))
        work.commit()
    pass_time(app, bell, at(app.office, "2023-04-24"))

    (to_leader,) = in_the_box(tmp_path, "2023-04-19", "Digest", "LEDER")
    (to_secretariat,) = in_the_box(tmp_path, "2023-04-24", "Digest", "SEK1")
    assert names(to_leader) == ["purring-1-HOD.docx", "purring-1-NFD.docx"]
    assert names(to_secretariat) == ["purring-1-NFD.docx"]
    assert "Melding D1" in text(to_secretariat)
