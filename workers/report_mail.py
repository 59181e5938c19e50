"""Sends the mail of a scheduled report: to whom it still goes, and when it is made.

It goes by what is decided when the row of the ledger is claimed: who is no reader any more gets
nothing, and of a schedule that was stopped meanwhile nothing goes out. To make a report may take
seconds in which others want to write too, so that it is made before the claim wherever it can be.
"""

from dataclasses import dataclass, field
from typing import Any

import structlog
from sqlalchemy import select
from sqlalchemy.engine import Row

from ..commands.scheduled_reports import readers_of
from ..domain.people import Person
from ..domain.scheduled_reports import ScheduledReport
from ..notifications.mailbox import Mailbox
from ..notifications.report_mails import scheduled_report
from ..notifications.sending import Outgoing, PostOffice, Writer
from ..store import flow
from ..store.signing_in import language_of
from ..store.unit_of_work import Office, UnitOfWork
from ..wording.language import Language, language
from .reporting import SCHEDULED_REPORT

log = structlog.get_logger()

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes of a file that goes along. Base64 adds a third, and most servers refuse 20 to 25 MB."""


@dataclass(frozen=True)
class ReportWriter:
    """For which council, where links begin, its own language, and the size of files (bytes)."""

    council: str
    base_url: str
    lang: Language
    largest_file: int = LARGEST_FILE
    _ready: dict[str, tuple[int, Outgoing]] = field(default_factory=dict, repr=False, compare=False)

    def writers(self) -> dict[str, Writer]:
        """Who writes which kind of mail, as the post office wants it."""
        return {SCHEDULED_REPORT: self.write}

    def send(self, post: PostOffice, mail_id: str) -> None:
        """Make the mail of that row, then send it: nobody waits for the database meanwhile."""
        try:
            self._make_ready(post.office, mail_id)
            post.send(mail_id)
        finally:
            self._ready.pop(mail_id, None)

    def write(self, work: UnitOfWork, row: Row[Any]) -> Outgoing | None:
        """The report as of the day before its due day; None where it is not to go any more."""
        schedule = _wanted(work, row)
        if schedule is None:
            return None
        version, ready = self._ready.get(row.id, (0, None))
        if ready is not None and version == schedule.version:
            return ready
        return self._outgoing(work, row, schedule)

    def _make_ready(self, office: Office, mail_id: str) -> None:
        """What fails here fails again as the mail is claimed, and is counted there."""
        with office.reading() as work:
            query = select(flow.mail).where(flow.mail.c.id == mail_id, flow.UNFINISHED)
            row = work.session.execute(query).first()
            schedule = _wanted(work, row) if row else None
            if row is None or schedule is None:
                return
            try:
                self._ready[mail_id] = schedule.version, self._outgoing(work, row, schedule)
            except Exception:
                log.exception("report could not be made", mail=mail_id)

    def _outgoing(self, work: UnitOfWork, row: Row[Any], schedule: ScheduledReport) -> Outgoing:
        # It loads what makes Word and charts, which takes a while and most commands never need.
        from .report_contents import ReportContents  # noqa: PLC0415

        reader, chosen = work.view(Person, row.person), language_of(work.session, row.person)
        lang = language(chosen) if chosen else self.lang
        contents = ReportContents(self.council, self.base_url, self.largest_file)
        mail = contents.mail(work, row, schedule, lang)
        key = f"{mail.today} {SCHEDULED_REPORT} {schedule.key} {mail.due} {row.person}"
        return Outgoing(scheduled_report(mail, lang.code), Mailbox(reader.name, reader.email), key)


def _wanted(work: UnitOfWork, row: Row[Any]) -> ScheduledReport | None:
    """The schedule of that mail, while it is to go to that reader."""
    schedule = work.view(ScheduledReport, row.subject_key)
    readers = {each.key for each in readers_of(work, schedule)}
    return schedule if row.person in readers and not schedule.stopped else None
