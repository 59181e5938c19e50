"""What the stories of scheduled reports begin with: a council whose clock a story moves by hand."""

from datetime import date, time
from typing import Any

from tilsvar.bootstrap import App
from tilsvar.commands.scheduled_reports import next_due, schedule_report
from tilsvar.domain.dates import local_moment
from tilsvar.domain.kinds import Kind
from tilsvar.domain.scheduled_reports import ScheduledReport
from tilsvar.store import flow
from tilsvar.store.clock import FixedClock
from tilsvar.store.event_log import history
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.servers.rows import rows
from tilsvar.tests.workers.invited import do
from tilsvar.workers.reporting import look_for_reports

TO_THE_LEADER = {"report": "unanswered", "roles": ("leader",), "ending": ""}
"""Without a file, which most stories do not look at."""


def plan(app: App, **values: Any) -> ScheduledReport:
    found: ScheduledReport = do(app.office, schedule_report, **{**TO_THE_LEADER, **values})
    return found


def it_is(app: App, day: str, hour: str = "07:30") -> None:
    """The council's clock shows that, in Oslo."""
    clock = app.office.clock
    assert isinstance(clock, FixedClock)
    at = local_moment(date.fromisoformat(day), time.fromisoformat(hour), app.office.zone)
    clock.set(at)


def look(app: App, bell: HandBell, day: str, hour: str = "07:30") -> None:
    """The scheduler looks at that hour, and whoever works does what it rings for."""
    it_is(app, day, hour)
    look_for_reports(app.office)
    answer(app, bell)


def sent(app: App) -> list[tuple[str, str, str]]:
    """The due day, the reader and the state of each mail, oldest first."""
    found = rows(app.office, flow.mail, flow.mail.c.kind == "ScheduledReport")
    every = [(next(iter(each.about)).partition("/")[2], each.person, each.state) for each in found]
    return sorted(every)


def days(app: App) -> list[str]:
    """For which days it has gone out."""
    return sorted({due for due, _, state in sent(app) if state == "sent"})


def told(app: App, key: str) -> list[str]:
    """The names of the events of that schedule, oldest first."""
    with app.office.reading() as work:
        found = history(work.session, Kind.SCHEDULED_REPORT, key)
    return [each.event.name for each in sorted(found, key=lambda each: each.id)]


def when_next(app: App, key: str = "R2023-01") -> date | None:
    with app.office.reading() as work:
        return next_due(work, work.view(ScheduledReport, key))
