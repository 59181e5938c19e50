"""Reports that are sent at fixed times, for whoever looks at the pages or tries their doors."""

from datetime import UTC, date, datetime

from tilsvar.commands.scheduled_reports import schedule_report, stop_schedule
from tilsvar.domain.scheduled_reports import Rhythm, Span
from tilsvar.store.schedule_tables import Sending, add_sending
from tilsvar.store.unit_of_work import UnitOfWork

FEBRUARY = date(2023, 2, 1)


def some_schedules(work: UnitOfWork) -> None:
    """R2023-01 goes to the leader each month and went in February; R2023-02 is stopped.

    R2023-03 goes to a member before the meetings, with a note and no file.
    """
    first = schedule_report(work, report="unanswered", roles=("leader",))
    first.sent_for(FEBRUARY, ("LEDER",))
    add_sending(
        work.session, Sending(first.key, FEBRUARY, None, datetime(2023, 2, 1, 6, tzinfo=UTC), 1)
    )
    stopped = schedule_report(
        work, report="promises", rhythm=Rhythm.QUARTERLY, roles=("secretariat",), people=("M01",)
    )
    stop_schedule(work, schedule=stopped.key)
    schedule_report(
        work,
        report="activities",
        span=Span.SINCE_LAST,
        ending="",
        rhythm=Rhythm.BEFORE_MEETING,
        days_before=5,
        people=("M01",),
        note="Til forberedelse av rådsmøtet",
    )
