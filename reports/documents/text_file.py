"""A report as plain text, for a terminal, a pipe or a mail."""

from collections.abc import Iterator

from ..columns import aligned
from .cells import dated, words
from .document import Chart, Document, Section, Table, Value
from .for_reading import for_reading


def text_file(document: Document) -> str:
    """The report in lines, with a final line break."""
    document = for_reading(document)
    head = [document.title, dated(document), *_paragraphs(document.lead)]
    return "\n".join([*head, *under_the_lead(document)]) + "\n"


def under_the_lead(document: Document) -> list[str]:
    """Its sections in lines, and last what it is made from."""
    lines: list[str] = []
    for section in document.sections:
        lines += ["", section.title] if section.title else []
        lines += [*_paragraphs(section.sentences), *_parts(section, document)]
    if document.made_from:
        lines += ["", document.made_from]
    return lines


def _paragraphs(sentences: tuple[str, ...]) -> list[str]:
    return ["", *sentences] if sentences else []


def _parts(section: Section, document: Document) -> Iterator[str]:
    for part in section.parts:
        yield ""
        if isinstance(part, Chart):
            yield part.told
        else:
            yield from _table(part, section.title, document)


def _table(table: Table, title: str, document: Document) -> Iterator[str]:
    if table.title not in ("", title, document.title):
        yield table.title
    if not table.rows:
        yield table.empty
        return
    lang = document.lang
    cells = [[" · ".join(words(cell, lang).split("\n")) for cell in row] for row in table.rows]
    numbers = [at for at, each in enumerate(table.columns) if each.value is Value.NUMBER]
    yield from aligned([[each.title for each in table.columns], *cells], right=frozenset(numbers))
    if table.note:
        yield table.note
