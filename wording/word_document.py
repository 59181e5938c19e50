"""A Word document as the council sends it, and its bytes: always the same for the same content.

The library stamps the parts of the file with the hour of writing; they are packed anew without it.
"""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Pt

from .word_parts import spell_in

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format of packed files knows."""


def word_document(title: str, language: str) -> WordDocument:
    """An empty document of that title; `language` is what the spelling checker goes by."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "Tilsvar", ""
    properties.created = properties.modified = datetime(*OLDEST, tzinfo=UTC)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(11)
    spell_in(document, language)
    return document


def packed(document: WordDocument) -> bytes:
    """The document as a file."""
    written, anew = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as source, ZipFile(anew, "w") as target:
        for name in source.namelist():
            part = ZipInfo(name, OLDEST)
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return anew.getvalue()
