"""Who gets a scheduled report: whoever it is meant for when its mail leaves, and nobody else."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_person
from tilsvar.commands.people import change_role, correct_person, end_role, take_up_role
from tilsvar.commands.scheduled_reports import (
    ReaderHasLeft,
    change_schedule,
    readers_of,
    resume_schedule,
    scheduled_reports,
    stop_schedule,
)
from tilsvar.domain.kinds import Role
from tilsvar.domain.people import Person
from tilsvar.domain.schedule_errors import ScheduleChangedMeanwhile
from tilsvar.domain.scheduled_reports import ScheduledReport
from tilsvar.reports.failures import failures
from tilsvar.store.unit_of_work import Unknown
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.workers.invited import do
from tilsvar.tests.workers.scheduled import days, it_is, look, plan, sent, told, when_next
from tilsvar.workers.reporting import look_for_reports

SQLITE = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)


def as_it_is(schedule: ScheduledReport) -> dict[str, object]:
    names = ("report", "span", "ending", "rhythm", "days_before", "people", "roles", "note")
    return {"schedule": schedule.key, **{name: getattr(schedule, name) for name in names}}


@SQLITE
def test_who_has_the_role_on_the_day_gets_it_each_once(app: App, bell: HandBell) -> None:
    plan(app, roles=("leader", "member"), people=("MEDLEM1", "SEK1"))
    do(app.office, end_role, person="LEDER", on=date(2023, 2, 20))
    do(
        app.office,
        take_up_role,
        name="Ny Leder",
        email="ny@ho21.example",
        role=Role.LEADER,
        since=date(2023, 2, 21),
    )

    look(app, bell, "2023-03-01")

    with app.office.reading() as work:
        readers = [each.name for each in readers_of(work, scheduled_reports(work)[0])]
    assert sorted(readers) == ["Ny Leder", "Person MEDLEM1", "Person SEK1"]
    assert [state for _, _, state in sent(app)] == ["sent"] * 3


@SQLITE
def test_who_was_chosen_by_name_stays_so_in_another_role(app: App, bell: HandBell) -> None:
    plan(app, roles=(), people=("MEDLEM1",))
    do(app.office, change_role, person="MEDLEM1", role=Role.OBSERVER, on=date(2023, 2, 20))

    look(app, bell, "2023-03-01")

    ((_, reader, state),) = sent(app)
    assert (reader != "MEDLEM1", state) == (True, "sent")


@SQLITE
def test_who_stands_there_twice_with_one_address_gets_one_copy(app: App, bell: HandBell) -> None:
    with app.office.reading() as work:
        address = work.view(Person, "LEDER").email
    do(
        app.office,
        register_person,
        key="LEDER-2",
        name="Person LEDER",
        email=address.upper(),
        role=Role.MEMBER,
    )
    plan(app, roles=("leader",), people=("LEDER-2",))

    look(app, bell, "2023-03-01")

    assert sent(app) == [("2023-03-01", "LEDER-2", "sent")]


@SQLITE
def test_who_leaves_between_the_ring_and_the_mail_gets_nothing(app: App, bell: HandBell) -> None:
    plan(app, roles=("leader", "member"))
    it_is(app, "2023-03-01")
    look_for_reports(app.office)
    app.handlers()["report"](bell.of("report")[0])
    bell.rings = [each for each in bell.rings if each[0] == "report-mail"]

    do(app.office, end_role, person="MEDLEM1", on=date(2023, 2, 28))
    answer(app, bell)

    assert sent(app) == [("2023-03-01", "LEDER", "sent"), ("2023-03-01", "MEDLEM1", "withdrawn")]


@SQLITE
def test_stopped_between_the_ring_and_the_mail_nothing_goes_and_undone_it_goes_next_time(
    app: App, bell: HandBell
) -> None:
    plan(app)
    it_is(app, "2023-03-01")
    look_for_reports(app.office)
    app.handlers()["report"](bell.of("report")[0])
    bell.rings = [each for each in bell.rings if each[0] == "report-mail"]

    do(app.office, stop_schedule, schedule="R2023-01")
    answer(app, bell)
    assert sent(app) == [("2023-03-01", "LEDER", "withdrawn")]
    look(app, bell, "2023-04-03")
    assert when_next(app) is None
    assert len(sent(app)) == 1

    it_is(app, "2023-04-20")
    do(app.office, resume_schedule, schedule="R2023-01")
    look(app, bell, "2023-04-20")
    look(app, bell, "2023-05-02")
    assert days(app) == ["2023-05-02"]
    assert told(app, "R2023-01")[2:4] == ["ReportScheduleStopped", "ReportScheduleResumed"]


@SQLITE
def test_stopped_between_the_look_and_the_ring_nothing_is_even_written(
    app: App, bell: HandBell
) -> None:
    plan(app)
    it_is(app, "2023-03-01")
    look_for_reports(app.office)

    do(app.office, stop_schedule, schedule="R2023-01")
    answer(app, bell)

    assert sent(app) == []


@SQLITE
def test_a_reader_without_an_address_is_a_failure_that_a_person_sees(
    app: App, bell: HandBell
) -> None:
    plan(app, roles=("leader", "member"))
    do(app.office, correct_person, person="LEDER", email="")

    look(app, bell, "2023-03-01")

    assert sent(app) == [("2023-03-01", "LEDER", "failed"), ("2023-03-01", "MEDLEM1", "sent")]
    with app.office.reading() as work:
        (failure,) = failures(work)
    assert (failure.about, failure.what) == ("R2023-01", "LEDER")


@SQLITE
def test_where_nobody_is_left_to_read_it_the_history_says_so(app: App, bell: HandBell) -> None:
    plan(app)
    do(app.office, end_role, person="LEDER", on=date(2023, 2, 20))

    look(app, bell, "2023-03-01")
    look(app, bell, "2023-03-02")

    assert sent(app) == []
    assert told(app, "R2023-01") == ["ReportScheduled", "ScheduledReportDue"]


def test_two_who_change_the_same_schedule_and_one_who_knows_nobody(app: App) -> None:
    schedule = plan(app)
    changed = {**as_it_is(schedule), "ending": "xlsx"}

    do(app.office, change_schedule, **changed, made_from=1)
    with pytest.raises(ScheduleChangedMeanwhile):
        do(app.office, change_schedule, **{**changed, "ending": "pdf"}, made_from=1)
    with pytest.raises(ScheduleChangedMeanwhile):
        do(app.office, stop_schedule, schedule="R2023-01", made_from=1)
    with pytest.raises(Unknown):
        plan(app, people=("NOBODY",))
    do(app.office, end_role, person="MEDLEM1", on=date(2023, 1, 31))
    with pytest.raises(ReaderHasLeft):
        plan(app, people=("MEDLEM1",))

    with app.office.reading() as work:
        (found,) = scheduled_reports(work)
    assert (found.ending, found.version) == ("xlsx", 2)


@SQLITE
def test_who_was_chosen_and_has_left_does_not_stand_in_the_way_of_a_change(app: App) -> None:
    schedule = plan(app, people=("MEDLEM1",))
    do(app.office, end_role, person="MEDLEM1", on=date(2023, 1, 31))

    do(app.office, change_schedule, **{**as_it_is(schedule), "note": "Til neste møte"})

    with app.office.reading() as work:
        (found,) = scheduled_reports(work)
        assert found.note == "Til neste møte"
        assert [each.key for each in readers_of(work, found)] == ["LEDER"]
