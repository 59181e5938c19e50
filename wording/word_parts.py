"""What python-docx has no word for: rows that stay whole, lines, page numbers, descriptions.

Each is a part of the file as the standard names it (ISO/IEC 29500-1, § 17), put in its place.
"""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}

AFTER_BORDERS = ("shd", "tblLayout", "tblCellMar", "tblLook")
"""What may stand in the properties of a table, and only after its lines."""


def spell_in(document: Document, language: str) -> None:
    """What the spelling checker goes by, as nb."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    properties.append(_part("lang", val=LOCALES[language]))


def page_number(paragraph: Paragraph) -> None:
    """A field at its end that Word fills in itself."""
    instruction = _part("instrText")
    instruction.text = "PAGE"
    for each in (_part("fldChar", fldCharType="begin"), instruction):
        paragraph.add_run().element.append(each)
    paragraph.add_run().element.append(_part("fldChar", fldCharType="end"))


def keep_whole(row: _Row) -> None:
    """It is not parted between two pages."""
    _around(row.cells[0], "tr").get_or_add_trPr().append(_part("cantSplit"))


def repeat_on_every_page(row: _Row) -> None:
    """It is the head of its table: it stands again at the top of every page."""
    _around(row.cells[0], "tr").get_or_add_trPr().append(_part("tblHeader"))


def shade(cell: _Cell, fill: str) -> None:
    """Give it that colour, as E7EEF7."""
    shading = _part("shd", val="clear", color="auto", fill=fill)
    _around(cell, "tc").get_or_add_tcPr().append(shading)


def draw_lines_between_rows(table: Table, colour: str) -> None:
    """Thin lines across and none upright, whatever its style says."""
    borders = _part("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        upright = side in ("left", "right", "insideV")
        drawn = {"val": "nil"} if upright else {"val": "single", "sz": "4", "color": colour}
        borders.append(_part(side, **drawn))
    properties = _around(table.cell(0, 0), "tbl").tblPr
    following = [each for name in AFTER_BORDERS for each in properties.findall(qn(f"w:{name}"))]
    if following:
        following[0].addprevious(borders)
    else:
        properties.append(borders)


def describe_picture(paragraph: Paragraph, *, title: str, told: str) -> None:
    """What is read aloud in place of the picture that stands in it."""
    drawn = next(paragraph.runs[-1].element.iter(qn("wp:docPr")))
    drawn.set("descr", told)
    drawn.set("title", title)


def _part(name: str, **attributes: str) -> Any:
    part = OxmlElement(f"w:{name}")
    for each, value in attributes.items():
        part.set(qn(f"w:{each}"), value)
    return part


def _around(cell: _Cell, name: str) -> Any:
    """The cell, row or table of the file in which the text of that cell stands."""
    return next(cell.paragraphs[0].paragraph_format.element.iterancestors(qn(f"w:{name}")))
