"""When a report goes out by itself, what it is about and what it comes as, in words."""

from collections.abc import Mapping

from ..domain.due_dates import Period, PeriodUnit
from ..domain.kinds import Role
from ..domain.scheduled_reports import ONLY_LINK, SPANS, Rhythm, Span
from ..domain.sentences import N_
from .language import Language
from .periods import period

_RHYTHMS: Mapping[Rhythm, str] = {
    Rhythm.MONTHLY: N_("the first working day of each month"),
    Rhythm.QUARTERLY: N_("the first working day of each quarter"),
}
_SPANS: Mapping[Span, str] = {
    Span.LAST_MONTH: N_("the month before"),
    Span.LAST_QUARTER: N_("the quarter before"),
    Span.THIS_YEAR: N_("this year"),
    Span.LAST_YEAR: N_("the year before"),
    Span.SINCE_LAST: N_("since it was last sent"),
}
_USUAL: Mapping[str, str] = {
    "activities": N_("this year and the year before"),
    "annual": N_("the year whose annual report is being written"),
}
_ALL = N_("everything that is registered")
_FILES: Mapping[str, str] = {
    "docx": "Word",
    "xlsx": "Excel",
    "pdf": "PDF",
    "csv": "CSV",
    "json": "JSON",
}
ROLES: Mapping[Role, str] = {
    Role.LEADER: N_("the leader"),
    Role.SECRETARIAT: N_("the whole secretariat"),
    Role.MEMBER: N_("the members"),
}
"""Those who get a report because of their role, as they stand inside a sentence."""


def rhythm_in_words(rhythm: Rhythm, days_before: int, lang: Language) -> str:
    """On which days it goes out: "den første virkedagen i hver måned"."""
    if rhythm is not Rhythm.BEFORE_MEETING:
        return lang.text(_RHYTHMS[rhythm])
    if not days_before:
        return lang.text("on the day of each council meeting")
    days = period(Period(days_before, PeriodUnit.WORKING_DAYS), lang)
    return lang.text("{period} before each council meeting", period=days)


def span_in_words(report: str, span: Span, lang: Language) -> str:
    """Which period that report is about each time; empty where it takes none."""
    if len(SPANS[report]) == 1:
        return ""
    return lang.text(_USUAL.get(report, _ALL) if span is Span.USUAL else _SPANS[span])


def file_in_words(ending: str, lang: Language) -> str:
    """What goes along: a file by the name of its program, or a link in its place."""
    if ending == ONLY_LINK:
        return lang.text("no file, only the first lines and a link")
    return _FILES[ending]
