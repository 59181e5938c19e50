"""The unanswered letters as a report to print: totals by department, then every open answer."""

from ..domain.dates import Edtf
from ..domain.obligations import ObligationState
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .asked import Asked
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
from .owed_by_us import owed_by_us, owed_section
from .render_text import state_in_words
from .unanswered import Unanswered, UnansweredRow, unanswered
from .unanswered_change import change, change_section

MOST_BARS = 12
"""The oldest letters are drawn; all of them stand in the table."""


def unanswered_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    """As of the end of that day, oldest first; what has changed; and what we owe others."""
    found, naming = unanswered(work, asked.as_of), Naming(work)
    changed = change(work, found)
    drawn = (_bars(found, naming, lang),) if found.rows else ()
    return Document(
        "unanswered",
        lang.text("Unanswered letters to the departments"),
        asked.as_of,
        lang,
        (
            Section(lang.text("By department"), (), (_totals(found, naming, lang), *drawn)),
            Section(
                lang.text("All unanswered, oldest first"), (), (_letters(found, naming, lang),)
            ),
            *([change_section(changed, naming, lang)] if changed else []),
            owed_section(owed_by_us(work, asked.as_of), naming, lang),
        ),
        made_from=lang.text(
            "This covers letters and memos to which the council expects an answer; submissions to "
            "consultations are left out. The time for an answer is the council's own rule, not a "
            "requirement of law. Days are calendar days since sending. A letter to a department "
            "that has been renamed stands under its successor."
        ),
        wide=True,
    )


def _totals(found: Unanswered, naming: Naming, lang: Language) -> Table:
    columns = (
        Column("department", lang.text("Department"), width=5),
        Column("open", lang.text("Open"), Value.NUMBER),
        Column("overdue", lang.text("Overdue"), Value.NUMBER),
        Column("interim", lang.text("Interim reply"), Value.NUMBER, width=2),
        Column("oldest_sent", lang.text("Oldest sent"), Value.DATE),
    )
    rows = [
        (naming.title(each.department), each.open, each.overdue, each.interim, each.oldest_sent)
        for each in found.departments
    ]
    return Table("departments", "", columns, rows, lang.text("Everybody has answered."))


def _letters(found: Unanswered, naming: Naming, lang: Language) -> Table:
    columns = (
        Column("sent", lang.text("Sent"), Value.DATE),
        Column("title", lang.text("Letter"), width=6),
        Column("department", lang.text("To"), width=3),
        Column("due", lang.text("Answer due"), Value.DATE),
        Column("state", lang.text("Status"), width=4),
        Column("days_open", lang.text("Days"), Value.NUMBER),
        Column("follow_ups", lang.text("Follow-ups"), Value.NUMBER, width=2),
    )
    rows = [
        (
            row.sent,
            Linked(row.title, f"/letters/{row.letter}"),
            _addressed(row, naming, lang),
            Edtf.on(row.due) if row.due else None,
            state_in_words(row, lang),
            row.days_open,
            row.follow_ups,
        )
        for row in found.rows
    ]
    return Table("letters", "", columns, rows, lang.text("Everybody has answered."))


def _addressed(row: UnansweredRow, naming: Naming, lang: Language) -> str:
    now = naming.label(row.department)
    if row.addressed_to == row.department:
        return now
    former = lang.text("sent to {former}", former=naming.label(row.addressed_to))
    return f"{now} ({former})"


def _bars(found: Unanswered, naming: Naming, lang: Language) -> Chart:
    """How long each of the oldest has waited, by how it stands."""
    oldest = found.rows[:MOST_BARS]
    drawn = [(f"{naming.label(row.department)} · {row.letter}", row) for row in oldest]
    states = {
        ObligationState.AWAITING: lang.text("before the due date"),
        ObligationState.OVERDUE: lang.text("past the due date"),
        ObligationState.INTERIM: lang.text("interim reply, not final"),
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
            "{who} {days} days, {state}", who=name, days=row.days_open, state=states[row.state]
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
