"""The reports that are sent at fixed times: how each is told, and the form that decides it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from starlette.requests import Request

from ...commands.scheduled_reports import (
    ReaderHasLeft,
    last_sent,
    next_due,
    readers_of,
    scheduled_reports,
)
from ...domain.errors import TilsvarError
from ...domain.kinds import Role
from ...domain.schedule_errors import (
    DaysBeforeOutOfRange,
    NobodyChosen,
    NoSuchFormat,
    NotARoleOfReaders,
    SpanNotTaken,
)
from ...domain.scheduled_reports import MOST_DAYS_BEFORE, SPANS, Rhythm, ScheduledReport, Span
from ...domain.sentences import N_
from ...reports.catalogue import REPORTS
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork, Unknown
from ...wording.dates import day_in_full, with_weekday
from ...wording.language import Language
from ...wording.lists import joined
from ...wording.numbers import capitalised, counted
from ...wording.schedules import ROLES, file_in_words, rhythm_in_words, span_in_words
from ..access import sender
from ..facts import Fact, known
from ..forms import Form, Line, field, reading
from ..names import Names
from .acting import Fields
from .forms import Short

PATH = "/settings/scheduled-reports"
FIVE = "5"
"""How many working days before a meeting the form proposes."""

_DAYS = re.compile(r"[0-9]{1,3}")


class NotANumberOfDays(TilsvarError):
    """Write how many working days before the meeting, from 0 to {most}."""


def _days(text: str) -> int | None:
    """Raises NotANumberOfDays. None where nothing is typed."""
    typed = text.strip()
    if typed and not _DAYS.fullmatch(typed):
        raise NotANumberOfDays(most=MOST_DAYS_BEFORE)
    return int(typed) if typed else None


class ScheduleForm(Form):
    """`days_before` counts where the rhythm is that of the meetings, and nowhere else."""

    report: Line = field(N_("Report"))
    span: Span = field(N_("What it is about each time"), default=Span.USUAL)
    rhythm: Rhythm = field(N_("When it is sent"))
    days_before: Annotated[int | None, reading(_days)] = field(
        N_("Working days before the meeting"), default=None
    )
    roles: list[Role] = field(N_("Who gets it by their role"), default=[])
    people: list[str] = field(N_("Who else gets it"), default=[])
    ending: str = field(N_("What it comes as"))
    note: Short = field(N_("A word to the readers (optional)"), default="")

    @property
    def wish(self) -> dict[str, Any]:
        """The same as the commands take it. Raises NotANumberOfDays."""
        if self.rhythm is Rhythm.BEFORE_MEETING and self.days_before is None:
            raise NotANumberOfDays(most=MOST_DAYS_BEFORE)
        return {
            "span": self.span,
            "ending": self.ending,
            "rhythm": self.rhythm,
            "days_before": self.days_before or 0,
            "people": tuple(self.people),
            "roles": tuple(self.roles),
            "note": self.note,
        }


AT: Fields = {
    NobodyChosen: "roles",
    NotARoleOfReaders: "roles",
    Unknown: "people",
    ReaderHasLeft: "people",
    NoSuchFormat: "ending",
    NotANumberOfDays: "days_before",
    DaysBeforeOutOfRange: "days_before",
    SpanNotTaken: "span",
}


@dataclass(frozen=True)
class Told:
    """One of them in a list; `late` where nobody gets it."""

    title: str
    href: str
    when: str
    to: str
    file: str
    next: str
    last: str
    late: bool


def new_address(request: Request, report: str) -> str:
    """Where the reader has that report sent at fixed times; empty where they may not, or none is.

    A handover is about one person, and is made when somebody asks for it.
    """
    path = f"{PATH}/new"
    return f"{path}?report={report}" if report in SPANS and sender(request)(path) else ""


def schedules_told(work: UnitOfWork, lang: Language) -> str:
    """How many go out, for the page of the settings."""
    n = sum(not each.stopped for each in scheduled_reports(work))
    if not n:
        return lang.text("No report is sent by itself.")
    return lang.plural(
        "{count} report is sent at fixed times.",
        "{count} reports are sent at fixed times.",
        n,
        count=capitalised(counted(n, lang, "feminine")),
    )


def address(key: str) -> str:
    return f"{PATH}/{quote(key, safe='')}"


def title(schedule: ScheduledReport, lang: Language) -> str:
    return lang.text(REPORTS[schedule.report].title)


def when_sent(schedule: ScheduledReport, lang: Language) -> str:
    """In which rhythm, as a label: "Den første virkedagen i hver måned"."""
    return capitalised(rhythm_in_words(schedule.rhythm, schedule.days_before, lang))


def in_a_line(schedule: ScheduledReport, work: UnitOfWork, names: Names, lang: Language) -> Told:
    return Told(
        title(schedule, lang),
        address(schedule.key),
        when_sent(schedule, lang),
        to_whom(schedule, names, lang),
        file_in_words(schedule.ending, lang) if schedule.ending else lang.text("none"),
        _next(next_due(work, schedule), lang),
        _last(work, schedule, lang),
        not schedule.stopped and not readers_of(work, schedule),
    )


def to_whom(schedule: ScheduledReport, names: Names, lang: Language) -> str:
    """The roles and the people that were chosen: "rådsleder og Kari Nordmann"."""
    roles = [lang.text(ROLES[Role(each)]) for each in schedule.roles]
    return joined([*roles, *(names.people.get(each, each) for each in schedule.people)], lang)


def facts_of(
    schedule: ScheduledReport, work: UnitOfWork, names: Names, lang: Language
) -> Sequence[Fact]:
    """Everything that was decided, who gets it as things stand, and when it goes next."""
    now, due = [each.name for each in readers_of(work, schedule)], next_due(work, schedule)
    return known(
        Fact(lang.text("Report"), title(schedule, lang), f"/reports/{schedule.report}"),
        Fact(lang.text("Period"), span_in_words(schedule.report, schedule.span, lang)),
        Fact(lang.text("Goes out"), rhythm_in_words(schedule.rhythm, schedule.days_before, lang)),
        Fact(lang.text("To"), to_whom(schedule, names, lang)),
        Fact(lang.text("Gets it today"), joined(now, lang) or lang.text("nobody")),
        Fact(lang.text("Comes as"), file_in_words(schedule.ending, lang)),
        Fact(lang.text("Next time"), "" if schedule.stopped else _next(due, lang)),
        Fact(lang.text("Last sent"), _last(work, schedule, lang)),
        Fact(lang.text("A word to the readers"), schedule.note),
    )


def _next(day: date | None, lang: Language) -> str:
    """The day; where there is none, no council meeting ahead has one."""
    return with_weekday(day, lang) if day else lang.text("when a council meeting has a date")


def _last(work: UnitOfWork, schedule: ScheduledReport, lang: Language) -> str:
    """When it last went out and to how many; empty where it never has."""
    sent = last_sent(work, schedule)
    if sent is None:
        return ""
    day = day_in_full(local_day(sent.at, work.office.zone), lang)
    if not sent.readers:
        return lang.text("{day}, to nobody", day=day)
    return lang.plural(
        "{day}, to {count} reader",
        "{day}, to {count} readers",
        sent.readers,
        day=day,
        count=counted(sent.readers, lang),
    )


def spans(report: str, lang: Language) -> list[tuple[str, str]]:
    """The periods that a report can be about; none where there is nothing to choose."""
    taken = SPANS.get(report, ())
    told = [(each.value, capitalised(span_in_words(report, each, lang))) for each in taken]
    return told if len(told) > 1 else []
