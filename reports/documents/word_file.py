"""A report as a Word file, filled into the council's own template or the built-in one.

Tables keep their head on every page, and are as wide as the text.
"""

from io import BytesIO
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Pt
from docxtpl import DocxTemplate

from ...wording.word_document import packed
from ...wording.word_parts import (
    describe_picture,
    draw_lines_between_rows,
    keep_whole,
    repeat_on_every_page,
    shade,
)
from .cells import dated, said_of_rows_left_out, words
from .document import Chart, Document, Section, Table, Value, cut
from .drawing import png
from .for_reading import for_reading
from .template_marks import MarksOnly
from .word_template import built_in

LONGEST = 2_000
"""Rows of a table in Word."""

LINES, HEAD = "C5CCD6", "E7EEF7"
"""Colours of the lines of a table, and of its head."""


def word_file(document: Document, council: str, template: bytes | None = None) -> bytes:
    """The report in Word, the same bytes for the same report.

    `template` is the council's own .docx, else the built-in one is used. Raises TemplateFault.
    """
    document = cut(for_reading(document), LONGEST)
    own = template or built_in(document.lang.code, wide=document.wide)
    word = DocxTemplate(BytesIO(own))
    word.init_docx()
    if document.wide:
        _turn(word)
    filled = {
        "title": document.title,
        "dated": dated(document),
        "lead": list(document.lead),
        "sections": [
            {"title": each.title, "body": _body(word, each, document)} for each in document.sections
        ],
        "made_from": document.made_from,
        "council": council,
    }
    word.render(filled, jinja_env=MarksOnly(), autoescape=True)
    word.docx.core_properties.title = document.title
    word.docx.core_properties.author = council
    return packed(word.docx)


def _turn(word: Any) -> None:
    """Lay the paper of a template that stands, for a report with wide tables."""
    for section in word.docx.sections:
        if section.page_width < section.page_height:
            section.page_width, section.page_height = section.page_height, section.page_width
            section.orientation = WD_ORIENT.LANDSCAPE


def _body(word: Any, section: Section, document: Document) -> Any:
    """What stands under one heading, as a part of the file that is laid in whole."""
    body = word.new_subdoc()
    for sentence in section.sentences:
        body.add_paragraph(sentence)
    for part in section.parts:
        if part.title not in ("", section.title, document.title):
            body.add_paragraph(part.title, style=_style(word, "Heading 2"))
        if isinstance(part, Chart):
            _chart(body, part, _text_width(word))
        else:
            _table(body, part, document, _text_width(word), _style(word, "Table Grid"))
    return body


def _style(word: Any, name: str) -> str | None:
    """The style of that name, where the template has it."""
    return name if name in word.docx.styles else None


def _text_width(word: Any) -> int:
    """Between the margins, in EMU."""
    section = word.docx.sections[0]
    return int(section.page_width - section.left_margin - section.right_margin)


def _chart(body: Any, chart: Chart, width: int) -> None:
    body.add_picture(BytesIO(png(chart)), width=Emu(min(width, 5_760_000)))
    describe_picture(body.paragraphs[-1], title=chart.title, told=chart.told)
    body.add_paragraph(chart.told)


def _table(body: Any, table: Table, document: Document, width: int, style: str | None) -> None:
    if not table.rows:
        body.add_paragraph(table.empty)
        return
    shares = [each.width for each in table.columns]
    widths = [Emu(width * share // sum(shares)) for share in shares]
    written = body.add_table(rows=1, cols=len(table.columns))
    if style:
        written.style = style
    draw_lines_between_rows(written, LINES)
    written.alignment, written.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, wide in zip(written.columns, widths, strict=True):
        column.width = wide
    _row(written.rows[0], [each.title for each in table.columns], table, widths, head=True)
    for row in table.rows:
        cells = [words(cell, document.lang) for cell in row]
        _row(written.add_row(), cells, table, widths)
    left_out = said_of_rows_left_out(table, document.lang, document.whole)
    for said in filter(None, (left_out, table.note)):
        body.add_paragraph(said)
    body.add_paragraph()


def _row(row: Any, said: list[str], table: Table, widths: list[Emu], *, head: bool = False) -> None:
    keep_whole(row)
    if head:
        repeat_on_every_page(row)
    for cell, text, column, width in zip(row.cells, said, table.columns, widths, strict=True):
        cell.width = width
        lines = text.split("\n")
        for at, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(line).bold = head or None
            if column.value is Value.NUMBER:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if head:
            shade(cell, HEAD)
