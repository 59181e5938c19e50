"""Every report on one screen: what it is called, what it can be asked, and who makes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ..domain.errors import TilsvarError
from ..domain.sentences import N_
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .activities import activities_report
from .annual import annual_report
from .answer_times_report import answer_times_report
from .asked import Asked, Takes, whole_year
from .documents.document import Document
from .handover import handover_report
from .promises_report import promises_report
from .since_meeting import since_meeting_report
from .titles import TITLES
from .unanswered_report import unanswered_report

Period = tuple[date, date] | None


class NoSuchReport(TilsvarError):
    """There is no report {name}: there are {names}."""


@dataclass(frozen=True)
class Report:
    """`usual` is the period where none is asked for, seen from the day; None is everything."""

    name: str
    sentence: str
    takes: tuple[Takes, ...]
    make: Callable[[UnitOfWork, Asked, Language], Document]
    usual: Callable[[date], Period] = lambda _day: None

    @property
    def title(self) -> str:
        return TITLES[self.name]


def _last_full_year(day: date) -> Period:
    """The year whose annual report is being written: from October on it is this one."""
    return whole_year(day.year if day.month >= OCTOBER else day.year - 1)


def _two_years(day: date) -> Period:
    return date(day.year - 1, 1, 1), date(day.year, 12, 31)


OCTOBER = 10

REPORTS: Mapping[str, Report] = {
    each.name: each
    for each in (
        Report(
            "unanswered",
            N_(
                "Who has not answered, since when, and how often we have asked again; "
                "as of any day."
            ),
            (Takes.AS_OF,),
            unanswered_report,
        ),
        Report(
            "response-times",
            N_("How long answers take, by department, area and year; open letters count as open."),
            (Takes.PERIOD, Takes.AS_OF),
            answer_times_report,
        ),
        Report(
            "activities",
            N_("The appendix to the council meeting: area, activity, status and what came of it."),
            (Takes.PERIOD, Takes.AS_OF),
            activities_report,
            _two_years,
        ),
        Report(
            "since-last-meeting",
            N_("What was sent, held, printed and answered since the last council meeting."),
            (Takes.AS_OF,),
            since_meeting_report,
        ),
        Report(
            "annual",
            N_("Statements, dialogue, events and op-eds of a year, in the order of their dates."),
            (Takes.YEAR, Takes.AS_OF),
            annual_report,
            _last_full_year,
        ),
        Report(
            "promises",
            N_("What became of the points raised in letters, and of what others have promised."),
            (Takes.PERIOD, Takes.AS_OF),
            promises_report,
        ),
        Report(
            "handover",
            N_("Everything that one person has in hand, for when they leave or are away for long."),
            (Takes.PERSON,),
            handover_report,
        ),
    )
}


def report_named(name: str) -> Report:
    """Raises NoSuchReport."""
    found = REPORTS.get(name)
    if found is None:
        raise NoSuchReport(name=name, names=", ".join(REPORTS))
    return found


def made(work: UnitOfWork, report: Report, asked: Asked, lang: Language) -> Document:
    """The report, for its usual period where none is asked for."""
    if asked.period is None and (period := report.usual(asked.as_of)) is not None:
        asked = Asked(asked.as_of, *period, asked.person)
    return report.make(work, asked, lang)
