"""A letter as a Word file, always the same bytes for the same letter.

The library stamps the parts of the file with the hour of writing; they are packed anew without it.
"""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format of packed files knows."""

LOCALES = {"nb": "nb-NO", "nn": "nn-NO"}


def word_file(text: str, language: str) -> bytes:
    """The text as a document: its first line is the title, an empty line parts paragraphs.

    `language` (nb, nn) is what the reader's spelling checker goes by.
    """
    title, _, body = text.strip().partition("\n")
    document = Document()
    _set_up(document, title.strip(), LOCALES[language])
    document.add_paragraph().add_run(title.strip()).bold = True
    for paragraph in filter(None, (each.strip() for each in body.split("\n\n"))):
        document.add_paragraph(paragraph)
    written = BytesIO()
    document.save(written)
    return _packed_anew(written)


def _set_up(document: WordDocument, title: str, locale: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "Tilsvar", ""
    properties.created = properties.modified = datetime(*OLDEST, tzinfo=UTC)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(11)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), locale)
    style.element.get_or_add_rPr().append(spoken)


def _packed_anew(written: BytesIO) -> bytes:
    packed = BytesIO()
    with ZipFile(written) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = ZipInfo(name, OLDEST)
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return packed.getvalue()
