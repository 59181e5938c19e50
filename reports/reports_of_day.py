"""Which reports go out by themselves on a day, or did, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ..commands.scheduled_reports import goes_on, readers_of, scheduled_reports
from ..domain.people import Person
from ..domain.scheduled_reports import ScheduledReport
from ..store import flow
from ..store.pauses import load_pauses
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from ..wording.lists import joined
from ..wording.schedules import rhythm_in_words
from .catalogue import REPORTS


@dataclass(frozen=True)
class ReportOfDay:
    """One report to its readers, by their keys."""

    schedule: ScheduledReport
    readers: tuple[Person, ...]

    def title(self, lang: Language) -> str:
        return lang.text(REPORTS[self.schedule.report].title)

    def why(self, lang: Language) -> str:
        """In which rhythm it goes."""
        rhythm = rhythm_in_words(self.schedule.rhythm, self.schedule.days_before, lang)
        return lang.text("It is sent {rhythm}.", rhythm=rhythm)


def reports_of_day(work: UnitOfWork, day: date) -> list[ReportOfDay]:
    """Those that are due on that day in Oslo and have readers; what went out is in the ledger.

    In a pause none goes out.
    """
    found = []
    rests = any(pause.covers(day) for pause in load_pauses(work.session))
    for each in scheduled_reports(work):
        ahead = not rests and goes_on(work, each, day)
        readers = readers_of(work, each) if ahead else _told(work, each, day)
        if readers:
            found.append(ReportOfDay(each, tuple(readers)))
    return found


def _told(work: UnitOfWork, schedule: ScheduledReport, day: date) -> list[Person]:
    """To whom a mail was written for that day, and not held back."""
    mail, about = flow.mail.c, f"{schedule.key}/{day.isoformat()}"
    query = select(mail.person, mail.about).where(
        mail.subject_key == schedule.key, mail.state.not_in(("withdrawn", "failed"))
    )
    told = {row.person for row in work.session.execute(query) if about in row.about}
    return [each for each in work.people if each.key in told]


def reports_text(reports: Sequence[ReportOfDay], lang: Language) -> str:
    """A paragraph for each, nothing where there are none."""
    lines: list[str] = []
    for each in reports:
        people = joined([f"{one.name} <{one.email}>" for one in each.readers], lang)
        lines += ["", lang.text("A report to {people}.", people=people)]
        lines += [f"  {each.title(lang)} ({each.schedule.key})", f"    {each.why(lang)}"]
    return "".join(f"{line}\n" for line in lines)
