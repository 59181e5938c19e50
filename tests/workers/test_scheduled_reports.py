"""A report goes out by itself on its day: once to each reader, late rather than never or twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.closed_days import close
from tilsvar.commands.meetings import cancel_meeting, move_meeting, schedule_meeting
from tilsvar.commands.reminders import pause
from tilsvar.commands.rules import change_morning
from tilsvar.commands.scheduled_reports import (
    last_sent,
    next_due,
    scheduled_reports,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.scheduled_reports import Rhythm, ScheduledReport, Span
from tilsvar.store import flow
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.servers.rows import abandon_claims, make_late
from tilsvar.tests.workers.invited import do
from tilsvar.tests.workers.scheduled import days, it_is, look, plan, sent, told, when_next
from tilsvar.workers.relay import sweep
from tilsvar.workers.reporting import look_for_reports

SQLITE = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
BEFORE = {"rhythm": Rhythm.BEFORE_MEETING, "days_before": 5}


def meet(app: App, key: str, day: str) -> None:
    time_ = MeetingTime(Edtf(day))
    do(app.office, schedule_meeting, key=key, title="Rådsmøte", time=time_, place="Lysaker")


def test_every_first_working_day_of_the_month_it_goes_to_the_leader_once(
    app: App, bell: HandBell
) -> None:
    plan(app)
    assert when_next(app) == date(2023, 3, 1)

    look(app, bell, "2023-02-28")
    look(app, bell, "2023-03-01", "07:29")
    assert sent(app) == []
    for hour in ("07:30", "07:31", "12:00"):
        look(app, bell, "2023-03-01", hour)
    look(app, bell, "2023-03-31")
    assert sent(app) == [("2023-03-01", "LEDER", "sent")]

    # 1 April is a Saturday, 1 May a holiday.
    for day in ("2023-04-01", "2023-04-02", "2023-04-03", "2023-05-01", "2023-05-02"):
        look(app, bell, day)
    assert days(app) == ["2023-03-01", "2023-04-03", "2023-05-02"]
    with app.office.reading() as work:
        (schedule,) = scheduled_reports(work)
        found = last_sent(work, schedule)
        assert found is not None
        assert (found.due, found.since, found.readers) == (date(2023, 5, 2), date(2023, 4, 3), 1)
        assert next_due(work, schedule) == date(2023, 6, 1)
    assert told(app, "R2023-01") == ["ReportScheduled", *(["ScheduledReportDue"] * 3)]


@SQLITE
def test_new_year_and_the_councils_own_closed_days_put_it_off(app: App, bell: HandBell) -> None:
    it_is(app, "2023-12-05")
    plan(app, rhythm=Rhythm.QUARTERLY)
    do(app.office, close, first=date(2024, 1, 2), last=date(2024, 1, 5), why="Inneklemt")
    assert when_next(app) == date(2024, 1, 8)

    for day in range(1, 10):
        look(app, bell, f"2024-01-0{day}")

    assert days(app) == ["2024-01-08"]


@SQLITE
def test_it_goes_at_the_hour_of_the_councils_reminders(app: App, bell: HandBell) -> None:
    plan(app)
    do(app.office, change_morning, hour=time(9, 0))

    look(app, bell, "2023-03-01", "08:59")
    assert sent(app) == []
    look(app, bell, "2023-03-01", "09:00")
    assert days(app) == ["2023-03-01"]


@SQLITE
def test_after_months_without_a_worker_only_the_latest_goes_out(app: App, bell: HandBell) -> None:
    plan(app, span=Span.SINCE_LAST, report="activities")
    look(app, bell, "2023-03-01")

    look(app, bell, "2023-06-20", "03:12")
    look(app, bell, "2023-06-21")

    assert days(app) == ["2023-03-01", "2023-06-01"]
    with app.office.reading() as work:
        found = last_sent(work, work.view(ScheduledReport, "R2023-01"))
    assert found is not None
    # What the months between would have told is told now.
    assert found.since == date(2023, 3, 1)


@SQLITE
def test_before_each_council_meeting_wherever_it_moves(app: App, bell: HandBell) -> None:
    meet(app, "M1", "2023-03-15")
    meet(app, "M2", "2023-06-14")
    plan(app, **BEFORE)
    assert when_next(app) == date(2023, 3, 8)

    # Moved before its day has come: only the new day counts.
    do(app.office, move_meeting, meeting="M1", time=MeetingTime(Edtf("2023-03-22")))
    look(app, bell, "2023-03-08")
    assert sent(app) == []
    look(app, bell, "2023-03-15")
    assert days(app) == ["2023-03-15"]

    # Earlier than it was: they have it already. Much later: they get it anew.
    do(app.office, move_meeting, meeting="M1", time=MeetingTime(Edtf("2023-03-21")))
    look(app, bell, "2023-03-16")
    assert days(app) == ["2023-03-15"]
    do(app.office, move_meeting, meeting="M1", time=MeetingTime(Edtf("2023-05-10")))
    for day in ("2023-03-17", "2023-05-02", "2023-05-03", "2023-05-10"):
        look(app, bell, day)
    assert days(app) == ["2023-03-15", "2023-05-03"]

    # The next one is called off, and there is none with a day after it.
    do(app.office, cancel_meeting, meeting="M2")
    look(app, bell, "2023-06-07")
    assert days(app) == ["2023-03-15", "2023-05-03"]
    assert when_next(app) is None


@SQLITE
def test_a_meeting_whose_day_for_it_is_over_gets_it_at_once_but_not_after_the_meeting(
    app: App, bell: HandBell
) -> None:
    plan(app, **BEFORE)
    meet(app, "M1", "2023-03-15")
    it_is(app, "2023-03-01")

    do(app.office, move_meeting, meeting="M1", time=MeetingTime(Edtf("2023-03-03")))
    look(app, bell, "2023-03-01", "15:00")
    assert days(app) == ["2023-02-24"]
    meet(app, "M0", "2023-03-08")
    look(app, bell, "2023-03-09")
    assert days(app) == ["2023-02-24"]


def test_two_schedulers_lost_rings_and_dead_workers_send_it_once(app: App, bell: HandBell) -> None:
    plan(app, roles=("leader", "secretariat"))
    it_is(app, "2023-03-01")

    look_for_reports(app.office)
    bell.lose()
    look_for_reports(app.office)
    look_for_reports(app.office)
    assert bell.of("report") == ["R2023-01", "R2023-01"]
    for key in bell.of("report"):
        app.handlers()["report"](key)
    mails = bell.of("report-mail")
    assert len(mails) == 2
    bell.lose()
    # The ring to send is lost as well, then it comes more than once.
    make_late(app.office, flow.mail)
    sweep(app.office)
    bell.ring("report-mail", mails)
    answer(app, bell)
    abandon_claims(app.office)
    sweep(app.office)
    answer(app, bell)

    assert sent(app) == [("2023-03-01", "LEDER", "sent"), ("2023-03-01", "SEK1", "sent")]


def test_of_two_workers_at_the_same_moment_one_writes_the_mails(
    on_postgres: App, bell: HandBell
) -> None:
    plan(on_postgres, roles=("leader", "secretariat"))
    it_is(on_postgres, "2023-03-01")

    with ThreadPoolExecutor(2) as pool:
        for one in [pool.submit(on_postgres.handlers()["report"], "R2023-01") for _ in range(2)]:
            one.result(30)
    answer(on_postgres, bell)

    assert sent(on_postgres) == [
        ("2023-03-01", "LEDER", "sent"),
        ("2023-03-01", "SEK1", "sent"),
    ]
    assert told(on_postgres, "R2023-01") == ["ReportScheduled", "ScheduledReportDue"]


@SQLITE
def test_in_a_pause_it_rests_and_goes_when_that_is_over(app: App, bell: HandBell) -> None:
    plan(app)
    do(app.office, pause, first=date(2023, 2, 27), last=date(2023, 3, 3), why="Vinterferie")

    for day in ("2023-03-01", "2023-03-03"):
        look(app, bell, day)
    assert sent(app) == []
    look(app, bell, "2023-03-04", "00:01")
    assert days(app) == ["2023-03-01"]
