"""The qualification form as a Word document for the meeting, and as plain text."""

from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.shared import Cm
from docx.table import Table

from ..domain.form_words import QUESTIONS
from ..domain.qualification import CRITERIA, FormField
from ..domain.words import STAKEHOLDER_ROLES, STANCES
from ..wording.dates import day_in_full, edtf
from ..wording.language import Language
from ..wording.numbers import capitalised
from ..wording.word_document import packed, word_document
from ..wording.word_parts import keep_whole, page_number, repeat_on_every_page
from .qualification import Answered, FormSheet, StakeholderLine

WIDTHS = (Cm(4.2), Cm(2.4), Cm(5.6), Cm(3.8))
"""Of the columns of the table, together the width between the margins."""

NUMBERED = FormField.ARGUMENTS


def as_text(sheet: FormSheet, lang: Language) -> str:
    """The form for a terminal."""
    lines = [sheet.title, state(sheet, lang)]
    for each in sheet.answered:
        lines += ["", lang.text(QUESTIONS[each.question])]
        mark = "- " if each.is_list else ""
        lines += [f"  {mark}{part}" for part in each.parts or (lang.text("Not filled in yet."),)]
    lines += ["", lang.text("Stakeholders")]
    lines += [f"  {' · '.join(filter(None, row))}" for row in shown_stakeholders(sheet, lang)] or [
        f"  {lang.text('No stakeholders are registered.')}"
    ]
    return "\n".join(lines)


def state(sheet: FormSheet, lang: Language) -> str:
    """Which version it is: the council's form is a living document, and says so."""
    if sheet.version is None or sheet.saved is None:
        return lang.text("Living document, not filled in yet")
    return lang.text(
        "Living document, updated {day}, version {number}",
        day=day_in_full(sheet.saved, lang),
        number=sheet.version.number,
    )


def as_word(sheet: FormSheet, lang: Language) -> bytes:
    """The form as a Word file, the same bytes for the same form."""
    document = word_document(lang.text("Qualification form: {theme}", theme=sheet.title), lang.code)
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2.5)
    document.add_heading(sheet.title, 1)
    document.add_paragraph(lang.text("Qualification form"), style="Subtitle")
    document.add_paragraph(state(sheet, lang))
    judged = False
    for each in sheet.answered:
        if each.question is FormField.DOCUMENTS:
            _stakeholders(document, sheet, lang)
        if each.question in CRITERIA and not judged:
            document.add_heading(lang.text("The four criteria"), 2)
            judged = True
        _answered(document, each, 3 if each.question in CRITERIA else 2, lang)
    _foot(document, sheet, lang)
    return packed(document)


def _answered(document: WordDocument, each: Answered, level: int, lang: Language) -> None:
    document.add_heading(lang.text(QUESTIONS[each.question]), level)
    if not each.parts:
        document.add_paragraph().add_run(lang.text("Not filled in yet.")).italic = True
    style = "List Number" if each.question is NUMBERED else "List Bullet"
    for part in each.parts:
        document.add_paragraph(part, style=style if each.is_list else None)


def _stakeholders(document: WordDocument, sheet: FormSheet, lang: Language) -> None:
    document.add_heading(lang.text("Stakeholders"), 2)
    if not sheet.stakeholders:
        document.add_paragraph(lang.text("No stakeholders are registered."))
        return
    table = document.add_table(rows=1, cols=len(WIDTHS), style="Table Grid")
    heads = (
        lang.text("Organisation"),
        lang.text("Role"),
        lang.text("Responsibility"),
        lang.text("Stance"),
    )
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    repeat_on_every_page(table.rows[0])
    for row in shown_stakeholders(sheet, lang):
        for cell, said in zip(table.add_row().cells, row, strict=True):
            cell.text = said
    _fit(table)


def _fit(table: Table) -> None:
    table.autofit = False
    for row in table.rows:
        keep_whole(row)
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = width


def shown_stakeholders(sheet: FormSheet, lang: Language) -> Iterator[tuple[str, str, str, str]]:
    for each in sheet.stakeholders:
        yield (
            _named(each, lang),
            capitalised(lang.text(STAKEHOLDER_ROLES[each.role])),
            each.responsibility,
            _stance(each, lang),
        )


def _named(line: StakeholderLine, lang: Language) -> str:
    if not line.former:
        return line.name
    return lang.text("{name}, formerly {former}", name=line.name, former=", ".join(line.former))


def _stance(line: StakeholderLine, lang: Language) -> str:
    if line.stance is None or line.as_of is None:
        return ""
    said = capitalised(lang.text(STANCES[line.stance]))
    return lang.text("{stance} ({day})", stance=said, day=edtf(line.as_of, lang))


def _foot(document: WordDocument, sheet: FormSheet, lang: Language) -> None:
    """The theme and the version on every page, with its number."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run(f"{sheet.title} · {state(sheet, lang)} · ")
    page_number(foot)
