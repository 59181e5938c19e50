"""The council chooses another hour for its reminders: what waits already goes out then."""

from datetime import date, time, timedelta

from tilsvar.bootstrap import App
from tilsvar.commands.council import choose_digest
from tilsvar.commands.rules import change_morning
from tilsvar.domain.digests import DigestWish
from tilsvar.store import flow
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import rows
from tilsvar.tests.workers.beginnings import publish
from tilsvar.tests.workers.hearing import at, mails, morning


def choose(app: App, bell: HandBell, hour: time) -> None:
    with app.office.work(by="SEK1") as work:
        change_morning(work, hour=hour)
        work.commit()
    answer(app, bell)


def test_what_waits_goes_out_at_the_new_hour(app: App, bell: HandBell) -> None:
    publish(app.office, "2023-03-10")
    answer(app, bell)

    choose(app, bell, time(9))
    pass_time(app, bell, morning(date(2023, 3, 10)))
    before = len(mails(app.office))
    pass_time(app, bell, at(app.office, "2023-03-10", "09:00"))

    assert len(mails(app.office)) == before + 1
    assert mails(app.office)[-1].at == at(app.office, "2023-03-10", "09:00")


def test_a_digest_that_waits_moves_unless_its_reader_has_chosen_an_hour(
    app: App, bell: HandBell
) -> None:
    publish(app.office, "2023-03-10")
    answer(app, bell)
    day = date(2023, 2, 10)
    pass_time(app, bell, morning(day) - timedelta(hours=3))
    waiting = [row for row in rows(app.office, flow.digest) if row.state == "waiting"]
    assert {row.due_at for row in waiting} <= {morning(row.day) for row in waiting}

    choose(app, bell, time(6))

    moved = [row for row in rows(app.office, flow.digest) if row.state == "waiting"]
    assert [row.due_at for row in moved] == [
        row.due_at - timedelta(hours=1, minutes=30) for row in waiting
    ]
    with app.office.work(by="SEK1") as work:
        person = next(each for each in work.people if each.key == "SEK1")
        choose_digest(work, email=person.email, wish=DigestWish(hour=time(6)))
        work.commit()
    choose(app, bell, time(7, 30))
    kept = [row for row in rows(app.office, flow.digest) if row.state == "waiting"]
    assert [row.due_at for row in kept if row.person == "SEK1"] == [
        row.due_at for row in moved if row.person == "SEK1"
    ]
