"""A letter as a Word file, always the same bytes for the same letter."""

from ..wording.word_document import packed, word_document


def word_file(text: str, language: str) -> bytes:
    """The text as a document: its first line is the title, an empty line parts paragraphs.

    `language` (nb, nn) is what the reader's spelling checker goes by.
    """
    title, _, body = text.strip().partition("\n")
    document = word_document(title.strip(), language)
    document.add_paragraph().add_run(title.strip()).bold = True
    for paragraph in filter(None, (each.strip() for each in body.split("\n\n"))):
        document.add_paragraph(paragraph)
    return packed(document)
