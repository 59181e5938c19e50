"""The built-in template of reports in Word.

The secretariat takes the built-in template, gives it the council's head and fonts in Word, and
sends it back. Between the marks stands what Tilsvar fills in.
"""

from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ...wording.word_document import packed
from ...wording.word_parts import LOCALES, page_number, spell_in

_INK = RGBColor(0x1E, 0x2B, 0x3C)


def built_in(language: str, *, wide: bool) -> bytes:
    """The template that is used where the council has none of its own."""
    word = docx.Document()
    _paper(word, wide=wide)
    _looks(word, language)
    word.add_paragraph("{{ title }}", style="Title")
    word.add_paragraph("{{ dated }}", style="Subtitle")
    for line in ("{%p for sentence in lead %}", "{{ sentence }}", "{%p endfor %}"):
        word.add_paragraph(line)
    word.add_paragraph("{%p for section in sections %}")
    word.add_paragraph("{%p if section.title %}")
    word.add_paragraph("{{ section.title }}", style="Heading 1")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{{p section.body }}")
    word.add_paragraph("{%p endfor %}")
    word.add_paragraph("{{ made_from }}", style="Intense Quote")
    footer = word.sections[0].footer.paragraphs[0]
    paper: Any = word.sections[0]
    across = paper.page_width - paper.left_margin - paper.right_margin
    footer.style = word.styles["Normal"]  # the footer's own stops are those of American paper
    footer.paragraph_format.tab_stops.add_tab_stop(across, WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("{{ council }}\t")
    page_number(footer)
    return packed(word)


def _paper(word: Any, *, wide: bool) -> None:
    """A4; python-docx begins with American paper."""
    section = word.sections[0]
    long, short = Cm(29.7), Cm(21)
    section.page_width, section.page_height = (long, short) if wide else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)


def _looks(word: Any, language: str) -> None:
    for name, points, bold in (
        ("Normal", 10.5, False),
        ("Title", 20, False),
        ("Subtitle", 11, False),
        ("Heading 1", 14, True),
        ("Heading 2", 11.5, True),
        ("Intense Quote", 9, False),
    ):
        style = word.styles[name]
        style.font.name, style.font.size, style.font.bold = "Arial", Pt(points), bold
        style.font.italic = False
        style.font.color.rgb = _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for side in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{side}"), "Arial")
        for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for name in ("Title", "Intense Quote"):
        spacing = word.styles[name].paragraph_format
        spacing.left_indent = spacing.right_indent = Cm(0)
        border = word.styles[name].element.pPr.find(qn("w:pBdr"))
        if border is not None:
            word.styles[name].element.pPr.remove(border)
    word.styles["Normal"].paragraph_format.space_after = Pt(6)
    spell_in(word, language)
    word.core_properties.language = LOCALES[language]
