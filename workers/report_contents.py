"""What the mail of a scheduled report says: its first lines, its file, where the rest is.

This is loaded only where such a mail is made: what makes Word and charts takes a while to load.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from sqlalchemy.engine import Row

from ..domain.kinds import Role
from ..domain.people import Person
from ..domain.scheduled_reports import ScheduledReport, period_of
from ..domain.working_days import ONE_DAY
from ..notifications.one_line import as_one_line
from ..notifications.rendered import Attachment
from ..notifications.report_mails import ReportLine, ReportMail
from ..reports.asked import Asked
from ..reports.catalogue import made, report_named
from ..reports.documents.cells import dated, words
from ..reports.documents.document import Document, Linked, Table
from ..reports.documents.formats import FORMATS, house_of
from ..reports.documents.pdf_file import NoPdfHere
from ..store.clock import local_day
from ..store.schedule_tables import Sending, sending_of
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language

FIRST_ROWS = 5
LONGEST_LINE = 240
"""Characters of a row; of a longer one the end is left out."""

OPENS_REPORTS = (Role.SECRETARIAT, Role.LEADER)
"""Who may open the page of a report, and look at how it is sent."""


@dataclass(frozen=True)
class ReportContents:
    """For which council, where links begin, and the bytes that a file may have."""

    council: str
    base_url: str
    largest_file: int

    def mail(
        self, work: UnitOfWork, row: Row[Any], schedule: ScheduledReport, lang: Language
    ) -> ReportMail:
        """The mail of that row: as of the day before its due day, in that language."""
        sending = _sending(work, row)
        report, asked = report_named(schedule.report), _asked(schedule, sending)
        document = made(work, report, asked, lang)
        file, wanted_pdf = self._file(work, schedule.ending, document)
        first = next((each for each in document.tables if each.rows), None)
        lines = _lines(first, lang) if first else ()
        opens = work.view(Person, row.person).role in OPENS_REPORTS
        settings = f"{self.base_url}/settings/scheduled-reports/{schedule.key}"
        return ReportMail(
            title=document.title,
            note=schedule.note,
            until=asked.as_of,
            due=sending.due,
            today=local_day(row.at, work.office.zone),
            covers=dated(document) if document.period else "",
            made_from=document.made_from,
            lead=tuple(as_one_line(each) for each in document.lead),
            table=_title(first, document) if first else "",
            lines=lines,
            more=len(first.rows) - len(lines) if first else 0,
            rhythm=schedule.rhythm,
            days_before=schedule.days_before,
            file=file,
            wanted_pdf=wanted_pdf,
            too_large=bool(schedule.ending) and file is None,
            url=f"{self.base_url}/reports/{report.name}?{_address(asked)}" if opens else "",
            settings_url=settings if opens else "",
        )

    def _file(
        self, work: UnitOfWork, ending: str, document: Document
    ) -> tuple[Attachment | None, bool]:
        """The file, None where none is wanted or it is too large; and whether a PDF became Word."""
        if not ending:
            return None, False
        house, content = house_of(work, self.council, self.base_url), bytearray()
        try:
            for piece in FORMATS[ending].parts(document, house):
                content += piece
                if len(content) > self.largest_file:
                    return None, False
        except NoPdfHere:
            word, _ = self._file(work, "docx", document)
            return word, True
        name = f"{document.name}-{document.as_of}.{ending}"
        return Attachment(name, bytes(content), FORMATS[ending].media_type), False


def _sending(work: UnitOfWork, row: Row[Any]) -> Sending:
    """For which day the mail of that row is."""
    (about,) = row.about
    due = date.fromisoformat(about.rpartition("/")[2])
    found = sending_of(work.session, row.subject_key, due)
    if found is None:
        raise LookupError(about)
    return found


def _asked(schedule: ScheduledReport, sending: Sending) -> Asked:
    """As of the end of the day before: what that morning finds, and what the page will show."""
    period = period_of(schedule.span, sending.due, sending.since)
    return Asked(sending.due - ONE_DAY, *(period or ()))


def _address(asked: Asked) -> str:
    days = (("as_of", asked.as_of), ("from", asked.first), ("to", asked.last))
    return urlencode([(name, day.isoformat()) for name, day in days if day])


def _title(table: Table, document: Document) -> str:
    """What the table is called, or the part of the report that it stands in, if either is."""
    section = next(each for each in document.sections if table in each.parts)
    title = table.title or section.title
    return "" if title == document.title else title


def _lines(table: Table, lang: Language) -> tuple[ReportLine, ...]:
    """Its first rows, each by what it is about."""
    lines = []
    for row in table.rows[:FIRST_ROWS]:
        about = next((at for at, cell in enumerate(row) if isinstance(cell, Linked)), 0)
        said = [
            f"{column.title}: {words(cell, lang)}"
            for at, (column, cell) in enumerate(zip(table.columns, row, strict=True))
            if at != about and not column.for_sorting and words(cell, lang)
        ]
        lines.append(ReportLine(_short(words(row[about], lang)), _short(" · ".join(said))))
    return tuple(lines)


def _short(text: str) -> str:
    line = as_one_line(text)
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE].rpartition(' ')[0]} …"
