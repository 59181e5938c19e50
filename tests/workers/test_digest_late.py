"""A digest that is late: outages, pauses, what is still on its way, and processes that die."""

from datetime import date, time, timedelta
from threading import Thread

from tilsvar.bootstrap import App
from tilsvar.commands import reminders
from tilsvar.domain.digests import DigestWish, Rhythm
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.notifications.scripted_server import ScriptedServer
from tilsvar.tests.servers.office import HandBell, answer, pass_time, set_clock
from tilsvar.tests.servers.rows import make_late, rows, states, the_row
from tilsvar.tests.workers.beginnings import expect, send, wish
from tilsvar.tests.workers.hearing import at, digests, lines, mails, read, told
from tilsvar.workers.digests import write_digest
from tilsvar.workers.relay import sweep
from tilsvar.workers.ticking import PATIENCE, next_instant, tick

# D1 is to come out on 10 March 2023; -7d is Friday 3 March.
FRIDAY, MONDAY = "2023-03-03", "2023-03-06"


def collected(app: App, bell: HandBell) -> None:
    """Early on Friday 3 March a line waits for the morning."""
    expect(app.office, "D1", "2023-03-10")
    pass_time(app, bell, at(app.office, FRIDAY, "00:00"))
    assert told(app.office) == [("-7d", "SEK1")]
    assert mails(app.office) == []


def clock_says(office: Office, day: str, hour: str) -> None:
    set_clock(office, at(office, day, hour))


def days_of_digests(office: Office) -> list[tuple[str, str]]:
    return [(row.day.isoformat(), row.state) for row in rows(office, flow.digest)]


def test_a_digest_that_an_outage_delays_goes_later_on_its_day(app: App, bell: HandBell) -> None:
    collected(app, bell)

    pass_time(app, bell, at(app.office, FRIDAY, "16:20"))

    (mail,) = digests(app.office)
    assert (mail.at, lines(app.office, mail)) == (
        at(app.office, FRIDAY, "16:20"),
        [("D1", "-7d")],
    )


def test_so_does_one_that_was_not_even_begun(app: App, bell: HandBell) -> None:
    expect(app.office, "D1", "2023-03-10")
    pass_time(app, bell, at(app.office, "2023-03-02", "20:00"))

    pass_time(app, bell, at(app.office, FRIDAY, "16:20"))

    assert [row.at for row in digests(app.office)] == [at(app.office, FRIDAY, "16:20")]
    assert days_of_digests(app.office) == [(FRIDAY, "written")]


def test_a_digest_whose_day_is_over_joins_the_next_one(app: App, bell: HandBell) -> None:
    collected(app, bell)
    expect(app.office, "D2", "2023-03-13")

    pass_time(app, bell, at(app.office, "2023-03-04", "09:00"))
    assert mails(app.office) == []
    assert days_of_digests(app.office) == [(FRIDAY, "joined"), (MONDAY, "waiting")]
    pass_time(app, bell, at(app.office, MONDAY, "07:29"))
    assert mails(app.office) == []
    pass_time(app, bell, at(app.office, MONDAY))

    (mail,) = digests(app.office)
    assert mail.at == at(app.office, MONDAY)
    assert lines(app.office, mail) == [("D1", "-7d"), ("D2", "-7d")]
    assert next_instant(app.office) == at(app.office, "2023-03-10")


def test_after_days_of_outage_everything_is_in_one_digest(app: App, bell: HandBell) -> None:
    collected(app, bell)
    expect(app.office, "D2", "2023-03-14")
    send(app.office, "NFD", sent="2023-02-06")

    pass_time(app, bell, at(app.office, "2023-03-08", "11:00"))

    (mail,) = digests(app.office)
    assert mail.at == at(app.office, "2023-03-08", "11:00")
    assert lines(app.office, mail) == [("D1", "-7d"), ("D2", "-7d"), ("L1/NFD", "0d")]


def test_a_weekly_digest_joins_that_of_the_week_after(app: App, bell: HandBell) -> None:
    wish(app.office, DigestWish(Rhythm.WEEKLY))
    expect(app.office, "D1", "2023-03-14")
    pass_time(app, bell, at(app.office, "2023-03-07"))
    assert days_of_digests(app.office) == [("2023-03-13", "waiting")]

    pass_time(app, bell, at(app.office, "2023-03-14", "06:00"))
    assert days_of_digests(app.office) == [("2023-03-13", "joined"), ("2023-03-20", "waiting")]
    assert mails(app.office) == []


def test_a_pause_over_the_hour_of_the_digest_ends_on_the_next_working_day_at_the_hour(
    app: App, bell: HandBell
) -> None:
    wish(app.office, DigestWish(hour=time(9)))
    collected(app, bell)
    with app.office.work(by="SEK1") as work:
        reminders.pause(work, first=date(2023, 3, 3), last=date(2023, 3, 4))
        work.commit()

    # Sunday 5 March is no working day.
    for day, hour in ((FRIDAY, "09:00"), ("2023-03-05", "12:00"), (MONDAY, "08:59")):
        pass_time(app, bell, at(app.office, day, hour))
        assert mails(app.office) == []
    pass_time(app, bell, at(app.office, MONDAY, "09:00"))

    assert [row.at for row in digests(app.office)] == [at(app.office, MONDAY, "09:00")]


def test_a_digest_that_was_rung_for_as_the_pause_began_is_not_written(
    app: App, bell: HandBell
) -> None:
    collected(app, bell)
    clock_says(app.office, FRIDAY, "07:30")
    assert tick(app.office) == 1
    with app.office.work(by="SEK1") as work:
        reminders.pause(work, first=date(2023, 3, 3), last=date(2023, 3, 3))
        work.commit()

    answer(app, bell)

    assert rows(app.office, flow.mail) == []
    assert days_of_digests(app.office) == [(FRIDAY, "waiting")]


def test_a_digest_waits_for_what_is_still_on_its_way(app: App, bell: HandBell) -> None:
    """The clock has rung for D2 as well, but whoever was to tell of it has not come to it yet."""
    office = app.office
    collected(app, bell)
    late = told_of_but_not_yet_written(app, bell)

    clock_says(office, FRIDAY, "07:30")
    assert tick(office) == 0
    clock_says(office, FRIDAY, "07:34")
    assert tick(office) == 0
    app.handlers()["handle"](late)
    assert tick(office) == 1
    answer(app, bell)

    (mail,) = digests(office)
    assert lines(office, mail) == [("D1", "-7d"), ("D2", "-7d")]


def test_but_it_waits_five_minutes_at_most(app: App, bell: HandBell) -> None:
    """What comes after that is in the digest of the next working day."""
    office = app.office
    collected(app, bell)
    late = told_of_but_not_yet_written(app, bell)

    assert timedelta(minutes=5) == PATIENCE
    clock_says(office, FRIDAY, "07:35")
    assert tick(office) == 1
    answer(app, bell)
    assert [lines(office, each) for each in digests(office)] == [[("D1", "-7d")]]

    app.handlers()["handle"](late)
    answer(app, bell)
    assert days_of_digests(office) == [(FRIDAY, "written"), (MONDAY, "waiting")]
    pass_time(app, bell, at(office, MONDAY))
    assert lines(office, digests(office)[-1]) == [("D2", "-7d")]
    assert len(digests(office)) == 2


def told_of_but_not_yet_written(app: App, bell: HandBell) -> str:
    """The clock has told of D2 as well; the ring for the delivery of that is lost. Its key."""
    expect(app.office, "D2", "2023-03-10")
    handlers = app.handlers()
    while not rows(app.office, flow.delivery, flow.delivery.c.subscriber == "remind")[1:]:
        actor, key = bell.rings.pop(0)
        handlers[actor](key)
    bell.lose()
    return str(the_row(app.office, flow.delivery, flow.delivery.c.state == "pending").id)


def test_a_digest_waits_for_rungs_that_are_due(app: App, bell: HandBell) -> None:
    """After an outage both are found by one tick: first the rungs, then the digest with them."""
    wish(app.office, DigestWish(Rhythm.WEEKLY))
    collected(app, bell)
    expect(app.office, "D2", "2023-03-13")
    answer(app, bell)
    clock_says(app.office, MONDAY, "07:30")

    assert tick(app.office) == 1
    assert bell.rings == [("ring", "deadline:D2")]
    answer(app, bell)
    assert tick(app.office) == 1
    answer(app, bell)

    (mail,) = digests(app.office)
    assert lines(app.office, mail) == [("D1", "-7d"), ("D2", "-7d")]


def test_two_ticks_make_one_mail(app: App, bell: HandBell) -> None:
    collected(app, bell)
    clock_says(app.office, FRIDAY, "07:30")

    assert (tick(app.office), tick(app.office)) == (1, 1)
    answer(app, bell)

    assert states(app.office, flow.mail) == {"sent": 1}
    assert read(app.office) == [("-7d", "SEK1")]
    assert tick(app.office) == 0


def test_two_workers_that_write_it_at_once_write_it_once(on_postgres: App, bell: HandBell) -> None:
    collected(on_postgres, bell)
    office = on_postgres.office
    clock_says(office, FRIDAY, "07:30")
    tick(office)
    ((_, key),) = bell.rings

    threads = [Thread(target=on_postgres.handlers()["digest"], args=(key,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert len(rows(office, flow.mail)) == 1
    answer(on_postgres, bell)
    assert states(office, flow.mail) == {"sent": 1}


def test_a_line_is_not_lost_while_the_digest_is_written(on_postgres: App, bell: HandBell) -> None:
    """Whoever adds a line holds the digest until that is stored; the mail has it too."""
    collected(on_postgres, bell)
    office = on_postgres.office
    late = told_of_but_not_yet_written(on_postgres, bell)
    clock_says(office, FRIDAY, "07:40")
    tick(office)
    ((_, key),) = bell.rings
    with office.work(by="clock") as work:
        write_digest(work, int(key))
        adding = Thread(target=on_postgres.handlers()["handle"], args=(late,))
        adding.start()
        adding.join(0.3)
        assert adding.is_alive()
        work.commit()
    adding.join(30)

    assert days_of_digests(office) == [(FRIDAY, "written"), (MONDAY, "waiting")]
    waiting = rows(office, flow.reminder, flow.reminder.c.mail_id.is_(None))
    assert [row.key for row in waiting] == ["D2"]


def test_a_process_that_dies_before_the_digest_is_stored_leaves_it_to_the_next_tick(
    app: App, bell: HandBell
) -> None:
    collected(app, bell)
    clock_says(app.office, FRIDAY, "07:30")
    (waiting,) = rows(app.office, flow.digest)
    with app.office.work(by="clock") as work:
        write_digest(work, waiting.id)
    assert rows(app.office, flow.mail) == []

    assert tick(app.office) == 1
    answer(app, bell)

    assert read(app.office) == [("-7d", "SEK1")]


def test_a_process_that_dies_before_it_is_sent_leaves_it_to_the_relay(
    smtp_app: App, bell: HandBell, server: ScriptedServer
) -> None:
    collected(smtp_app, bell)
    office = smtp_app.office
    clock_says(office, FRIDAY, "07:30")
    tick(office)
    ((_, key),) = bell.rings
    smtp_app.handlers()["digest"](key)
    bell.lose()
    assert states(office, flow.mail) == {"pending": 1}

    assert tick(office) == 0
    make_late(office, flow.mail)
    assert sweep(office) == 1
    answer(smtp_app, bell)

    ((to, message),) = server.accepted
    assert to == "sek1@ho21.example"
    assert str(message["X-Tilsvar-Key"]) == "2023-03-03 Digest SEK1"
    assert states(office, flow.mail) == {"sent": 1}
