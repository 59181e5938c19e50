"""A follow-up as a Word file: what it says, in which language, and the same bytes each time."""

import time
from io import BytesIO
from zipfile import ZipFile

from docx import Document

from tilsvar.notifications.word_file import word_file

TEXT = (
    "Purring: Helsenæring\n\nVi viser til:\n\n– brev av 3. oktober\n– notat\n\nMed hilsen\nRådet\n"
)


def test_the_title_and_each_paragraph_stand_in_the_document() -> None:
    document = Document(BytesIO(word_file(TEXT, "nb")))

    assert [each.text for each in document.paragraphs] == [
        "Purring: Helsenæring",
        "Vi viser til:",
        "– brev av 3. oktober\n– notat",
        "Med hilsen\nRådet",
    ]
    assert document.core_properties.title == "Purring: Helsenæring"


def test_a_spelling_checker_is_told_which_norwegian_it_is() -> None:
    for code, locale in (("nb", b"nb-NO"), ("nn", b"nn-NO")):
        with ZipFile(BytesIO(word_file(TEXT, code))) as parts:
            assert b'w:val="' + locale in parts.read("word/styles.xml")


def test_the_same_text_is_the_same_file_at_any_hour() -> None:
    before = word_file(TEXT, "nb")
    # The parts of such a file are stamped with every second second.
    time.sleep(2.1)

    assert word_file(TEXT, "nb") == before
