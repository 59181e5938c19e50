"""The day has come on which a report goes out by itself: a row of the ledger for each reader, once.

The scheduler looks at each tick and rings; whoever answers decides under the lock of that one
schedule. The report itself is made as its mail is about to leave (`report_mail`).
"""

from datetime import timedelta
from uuid import uuid5

from ..commands.scheduled_reports import due_now, readers_of, told_since
from ..domain.dates import local_moment
from ..domain.scheduled_reports import ScheduledReport
from ..store.schedule_tables import Sending, add_sending
from ..store.unit_of_work import Office, UnitOfWork
from .mail_rows import MAIL_IDS, write_mail
from .ringing import is_paused

SCHEDULED_REPORT = "ScheduledReport"
"""How the ledger calls such a mail."""

TO_BE_MADE = timedelta(minutes=5)
"""How long its report may take before the relay sends the mail, and has it made then."""


def look_for_reports(office: Office) -> None:
    """Ring for every report that is due; a ring that is lost comes again with the next tick."""
    with office.reading() as work:
        due = [each.key for each in work.all(ScheduledReport) if _is_due(work, each)]
        if not due or is_paused(work):
            return
    office.doorbell.ring("report", due)


def _is_due(work: UnitOfWork, schedule: ScheduledReport) -> bool:
    """Whether its day has come, and on the day itself the hour of the council's reminders."""
    day = due_now(work, schedule)
    return day is not None and local_moment(day, work.rules.morning, work.office.zone) <= work.now


def send_report(work: UnitOfWork, key: str) -> None:
    """Write the mails of that schedule for the day that is due; where there is none, nothing."""
    schedule = work.get(ScheduledReport, key)
    day = due_now(work, schedule)
    if day is None or is_paused(work) or not _is_due(work, schedule):
        return
    readers = tuple(each.key for each in readers_of(work, schedule))
    since = told_since(work, schedule, day)
    schedule.sent_for(day, readers)
    add_sending(work.session, Sending(key, day, since, work.now, len(readers)))
    for reader in readers:
        name = f"{SCHEDULED_REPORT}|{key}|{day.isoformat()}|{reader}"
        write_mail(
            work,
            str(uuid5(MAIL_IDS, name)),
            kind=SCHEDULED_REPORT,
            subject_key=key,
            rung="",
            person=reader,
            about={f"{key}/{day.isoformat()}": schedule.version},
            at=work.now,
            actor="report-mail",
            grace=TO_BE_MADE,
        )
