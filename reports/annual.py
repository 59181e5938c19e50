"""The lists of the annual report: statements, dialogue, events, op-eds, as the council prints them.

Statements are letters, memos and submissions; dialogue meetings and workshops are dialogue; an
event is a conference or arrangement of the council's own. Meetings called by others are left out.
"""

from collections.abc import Iterable, Iterator, Sequence

from ..domain.kinds import LetterKind, MeetingKind
from ..domain.letters import Letter
from ..domain.media import Coverage
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd
from ..domain.sentences import N_
from ..domain.words import COVERAGE_SORTS
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from ..wording.numbers import capitalised
from . import happenings
from .asked import Asked
from .documents.document import Cell, Coded, Column, Document, Linked, Section, Table, Value
from .happenings import DIALOGUE
from .naming import Naming

KINDS = {
    LetterKind.LETTER: N_("Letter"),
    LetterKind.MEMO: N_("Memo"),
    LetterKind.SUBMISSION: N_("Submission"),
}


def annual_report(work: UnitOfWork, asked: Asked, lang: Language) -> Document:
    """The lists of one year, or of any period, each in the order of its dates."""
    title = lang.text("Lists for the annual report")
    if asked.year is not None:
        title = lang.text("Lists for the annual report {year}", year=asked.year)
    return Document(
        "annual",
        title,
        asked.as_of,
        lang,
        lists(work, asked, lang),
        period=asked.period,
        made_from=lang.text(
            "Made from the letters, meetings and op-eds that are registered. Meetings called by "
            "others, and what was withdrawn or called off, are left out."
        ),
    )


def lists(work: UnitOfWork, asked: Asked, lang: Language) -> tuple[Section, ...]:
    """What was sent, whom the council met, what it arranged and what was printed."""
    naming = Naming(work)
    held = (MeetingKind.EVENT,)
    return (
        _section(
            lang.text("Statements and submissions to consultations"),
            statements(happenings.letters(work, asked), naming, lang),
        ),
        _section(
            lang.text("Dialogue"),
            meetings("dialogue", happenings.meetings(work, asked, *DIALOGUE), naming, lang),
        ),
        _section(
            lang.text("Conferences and events"),
            meetings("events", happenings.meetings(work, asked, *held), naming, lang),
        ),
        _section(
            lang.text("Op-eds and media"),
            op_eds(happenings.op_eds(work, asked), naming, lang),
            *coverage(happenings.coverage(work, asked), naming, lang),
        ),
    )


def _section(title: str, *tables: Table) -> Section:
    return Section(title, (), tables)


def statements(found: Sequence[Letter], naming: Naming, lang: Language) -> Table:
    columns = (
        Column("date", lang.text("Date"), Value.DATE, width=3),
        Column("title", lang.text("Title"), width=5),
        Column("kind", lang.text("Kind")),
        Column("recipients", lang.text("To"), width=4, spare=True),
    )
    rows = [
        (
            each.sent,
            Linked(each.title, f"/letters/{each.key}"),
            Coded(lang.text(KINDS[each.kind]), each.kind.value),
            naming.all_coded(each.recipients, lang),
        )
        for each in found
    ]
    return Table("statements", "", columns, rows, lang.text("No letters or submissions were sent."))


def meetings(name: str, found: Iterable[Meeting], naming: Naming, lang: Language) -> Table:
    columns = (
        Column("date", lang.text("Date"), Value.DATE, width=3),
        Column("title", lang.text("Title"), width=5),
        Column("participants", lang.text("With"), width=4, spare=True),
    )
    rows: list[Sequence[Cell]] = [
        (
            each.time.on,
            Linked(each.title, f"/meetings/{each.key}"),
            naming.all_coded(each.participants, lang),
        )
        for each in found
    ]
    return Table(name, "", columns, rows, lang.text("No such meetings were held."))


def op_eds(found: Iterable[OpEd], naming: Naming, lang: Language) -> Table:
    columns = (
        Column("date", lang.text("Date"), Value.DATE, width=3),
        Column("title", lang.text("Title"), width=5),
        Column("outlet", lang.text("Outlet")),
        Column("cosigners", lang.text("Signed together with"), width=3, spare=True),
    )
    rows = [
        (
            each.published,
            Linked(each.title, f"/op-eds/{each.key}"),
            naming.coded(each.outlet or ""),
            naming.all_coded(each.cosigners, lang),
        )
        for each in found
    ]
    return Table("op_eds", "", columns, rows, lang.text("No op-eds were published."))


def coverage(found: Sequence[Coverage], naming: Naming, lang: Language) -> Iterator[Table]:
    """A table of its own, where there is any: not every council keeps count of it."""
    columns = (
        Column("date", lang.text("Date"), Value.DATE, width=3),
        Column("title", lang.text("Title"), width=5),
        Column("kind", lang.text("Kind")),
        Column("outlet", lang.text("Outlet"), width=3, spare=True),
    )
    rows = [
        (
            each.on,
            Linked(each.title, f"/media/coverage/{each.key}"),
            Coded(capitalised(lang.text(COVERAGE_SORTS[each.sort])), each.sort.value),
            naming.coded(each.outlet or ""),
        )
        for each in found
    ]
    if rows:
        yield Table("coverage", lang.text("Coverage"), columns, rows, "")
