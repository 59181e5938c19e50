"""The unanswered letters as a report to print: totals by department, then every open answer."""

from collections import Counter
from collections.abc import Iterable

from ..domain.dates import Edtf
from ..domain.obligations import ObligationState
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from ..wording.periods import days
from .asked import Asked
from .both_directions import BothDirections, both_directions, what_it_covers
from .documents.cells import words
from .documents.document import (
    Chart,
    ChartKind,
    Column,
    Document,
    Linked,
    Section,
    Series,
    Table,
    Value,
)
from .naming import Naming
from .open_answers import OpenAnswer
from .owed_by_us import owed_section
from .render_text import in_all, state_in_words
from .unanswered import Unanswered
from .unanswered_change import change_section

MOST_BARS = 12
"""The oldest letters are drawn; all of them stand in the table."""


def unanswered_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    """As of the end of that day, oldest first; what has changed; and what we owe others."""
    return document_of(both_directions(work, asked.as_of), Naming(work), lang)


def document_of(report: BothDirections, naming: Naming, lang: Language) -> Document:
    """What was found, as the report."""
    found = report.unanswered
    return Document(
        "unanswered",
        lang.text("Unanswered letters to the departments"),
        found.as_of,
        lang,
        (*_sections(found, naming, lang), *beside_the_list(report, naming, lang)),
        lead=(in_all(found, lang) if found.rows else lang.text("Everybody has answered."),),
        made_from=what_it_covers(lang),
        wide=True,
    )


def beside_the_list(report: BothDirections, naming: Naming, lang: Language) -> tuple[Section, ...]:
    """What has changed since the last list, where there is one, and what we owe others."""
    changed = [change_section(report.changed, naming, lang)] if report.changed else []
    return (*changed, owed_section(report.owed, naming, lang))


def _sections(found: Unanswered, naming: Naming, lang: Language) -> tuple[Section, ...]:
    """By department, and each letter."""
    totals, letters = _totals(found, naming, lang), _letters(found, naming, lang)
    drawn = (_bars(found, naming, lang),) if found.rows else ()
    return (
        Section(lang.text("By department"), (), (totals, *drawn)),
        Section(lang.text("All unanswered, oldest first"), (), (letters,)),
    )


def _totals(found: Unanswered, naming: Naming, lang: Language) -> Table:
    columns = (
        Column("department", lang.text("Department"), width=5),
        Column("open", lang.text("Open"), Value.NUMBER),
        Column("awaiting", lang.text("Within the time"), Value.NUMBER),
        Column("interim", lang.text("Interim reply"), Value.NUMBER),
        Column("overdue", lang.text("Overdue"), Value.NUMBER),
        Column("oldest_sent", lang.text("Oldest sent"), Value.DATE),
    )
    rows = [
        (
            naming.title(each.department),
            each.open,
            each.open - each.interim - each.overdue,
            each.interim,
            each.overdue,
            each.oldest_sent,
        )
        for each in found.departments
    ]
    return Table("departments", "", columns, rows, "")


def _letters(found: Unanswered, naming: Naming, lang: Language) -> Table:
    columns = (
        Column("sent", lang.text("Sent"), Value.DATE, width=3),
        Column("title", lang.text("Letter"), width=7),
        Column("department", lang.text("To"), width=3),
        Column("due", lang.text("Answer due"), Value.DATE, width=3),
        Column("state", lang.text("Status"), width=4),
        Column("days_open", lang.text("Days"), Value.NUMBER),
        Column("working_days_open", lang.text("Working days"), Value.NUMBER, width=3),
        Column("follow_ups", lang.text("Follow-ups"), Value.NUMBER, width=3),
    )
    rows = [
        (
            row.sent,
            Linked(row.title, f"/letters/{row.letter}"),
            _addressed(row, naming, lang),
            Edtf.on(row.due) if row.due else None,
            state_in_words(row, lang),
            row.days_open,
            row.working_days_open,
            row.follow_ups,
        )
        for row in found.rows
    ]
    return Table("letters", "", columns, rows, "")


def _addressed(row: OpenAnswer, naming: Naming, lang: Language) -> str:
    now = naming.label(row.department)
    if row.addressed_to == row.department:
        return now
    former = lang.text("sent to {former}", former=naming.label(row.addressed_to))
    return f"{now} ({former})"


def _named(rows: Iterable[OpenAnswer], naming: Naming, lang: Language) -> list[str]:
    """Each by words that stand in the table: to whom, and when; numbered where that is the same."""
    seen, names = Counter[str](), []
    for row in rows:
        name = f"{naming.label(row.department)}, {words(row.sent, lang)}"
        seen[name] += 1
        names.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return names


def _bars(found: Unanswered, naming: Naming, lang: Language) -> Chart:
    """How long each of the oldest has waited, by how it stands."""
    drawn = list(zip(_named(found.rows[:MOST_BARS], naming, lang), found.rows, strict=False))
    states = {
        ObligationState.AWAITING: lang.text("Within the time"),
        ObligationState.OVERDUE: lang.text("Overdue"),
        ObligationState.INTERIM: lang.text("Interim reply"),
    }
    series = tuple(
        Series(
            title,
            [(name, row.days_open) for name, row in drawn if row.state is state],
        )
        for state, title in states.items()
    )
    told = "; ".join(
        lang.text(
            "{who}: {days} ({state})",
            who=name,
            days=days(row.days_open, lang),
            state=states[row.state].lower(),
        )
        for name, row in drawn
    )
    return Chart(
        "days",
        lang.text("Days since the letter was sent"),
        lang.text("{all}. The same numbers stand in the table below.", all=told),
        ChartKind.BARS,
        lang.text("Letter"),
        lang.text("Days"),
        series,
        "letters",
        tuple(name for name, _ in drawn),
    )
