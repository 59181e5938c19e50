"""The report as plain text in the reader's language: one table per department, then a total."""

from collections.abc import Mapping

from ..domain.obligations import ObligationState
from ..wording.dates import day_in_full, edtf, edtf_short, short
from ..wording.language import Language
from ..wording.periods import working_days
from .columns import aligned
from .open_answers import OpenAnswer
from .unanswered import DepartmentTotal, Unanswered

_NUMBERS = frozenset({4, 5, 6})


def unanswered_text(report: Unanswered, lang: Language, names: Mapping[str, str]) -> str:
    """The report for reading; `names` gives the organisations' names by key where known."""
    day = day_in_full(report.as_of, lang)
    if not report.rows:
        return lang.text("No unanswered letters as of {day}.", day=day) + "\n"
    lines = [lang.text("Unanswered letters as of {day}", day=day)]
    for total in report.departments:
        lines += ["", _heading(total.department, names)]
        table = [_titles(lang), *(_cells(row, lang) for row in report.of(total.department))]
        lines += aligned(table, right=_NUMBERS)
        lines.append(f"  {_summed(total, lang)}")
    lines += ["", in_all(report, lang)]
    return "\n".join(lines) + "\n"


def in_all(report: Unanswered, lang: Language) -> str:
    """The totals in a sentence: "I alt: 3 ubesvarte, 2 over fristen, 1 foreløpig svar."."""
    return lang.text("In all: {numbers}.", numbers=_numbers(*_sums(report), lang))


def state_in_words(row: OpenAnswer, lang: Language) -> str:
    """How the answer stands: "Over fristen · 65 virkedager"."""
    if row.state is ObligationState.OVERDUE:
        over = working_days(row.working_days_overdue, lang)
        return lang.text("Overdue · {days}", days=over)
    if row.state is ObligationState.AWAITING:
        return lang.text("Within the time")
    if row.promised is not None:
        return lang.text("Interim reply · promised {when}", when=edtf(row.promised, lang))
    return lang.text("Interim reply · no date promised")


def _heading(key: str, names: Mapping[str, str]) -> str:
    name = names.get(key, key)
    return key if name == key else f"{key} – {name}"


def _titles(lang: Language) -> list[str]:
    return [
        lang.text("Letter"),
        lang.text("Sent"),
        lang.text("Answer due"),
        lang.text("Status"),
        lang.text("Days"),
        lang.text("Working days"),
        lang.text("Follow-ups"),
        lang.text("Title"),
    ]


def _cells(row: OpenAnswer, lang: Language) -> list[str]:
    return [
        row.letter,
        edtf_short(row.sent, lang),
        short(row.due, lang) if row.due else "",
        state_in_words(row, lang),
        str(row.days_open),
        str(row.working_days_open),
        str(row.follow_ups),
        _title(row, lang),
    ]


def _title(row: OpenAnswer, lang: Language) -> str:
    title = " ".join(row.title.split())
    if row.addressed_to == row.department:
        return title
    return lang.text("{title} (sent to {addressed_to})", title=title, addressed_to=row.addressed_to)


def _summed(total: DepartmentTotal, lang: Language) -> str:
    return lang.text(
        "{numbers}; the oldest was sent {day}.",
        numbers=_numbers(total.open, total.overdue, total.interim, lang),
        day=edtf(total.oldest_sent, lang),
    )


def _sums(report: Unanswered) -> tuple[int, int, int]:
    totals = report.departments
    return (
        sum(each.open for each in totals),
        sum(each.overdue for each in totals),
        sum(each.interim for each in totals),
    )


def _numbers(unanswered: int, overdue: int, interim: int, lang: Language) -> str:
    return ", ".join(
        [
            lang.plural("{n} unanswered", "{n} unanswered", unanswered),
            lang.text("{n} overdue", n=overdue),
            lang.plural("{n} interim reply", "{n} interim replies", interim),
        ]
    )
