"""The formats of a report by the ending of its file, and how each is made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...store.report_templates import template_in_force
from ...store.unit_of_work import UnitOfWork
from .csv_file import csv_file
from .document import Document
from .excel_file import excel_file
from .html_file import html_file
from .json_file import json_file
from .pdf_file import pdf_file
from .text_file import text_file
from .word_file import word_file

PIECE = 65_536
"""Bytes that are sent at a time."""


@dataclass(frozen=True)
class House:
    """Whose report it is: the council's name, where its pages are, its own template in Word."""

    council: str
    base_url: str
    template: bytes | None = None


def house_of(work: UnitOfWork, council: str, base_url: str) -> House:
    """The council with the template that it uses now."""
    own = template_in_force(work.session)
    return House(council, base_url, own.content if own else None)


@dataclass(frozen=True)
class Format:
    """`media_type` is the registered one (IANA).

    `parts` gives the file in pieces; that of many rows never stands in memory as a whole.
    """

    ending: str
    media_type: str
    parts: Callable[[Document, House], Iterable[bytes]]

    def write(self, document: Document, house: House) -> bytes:
        """The whole file."""
        return b"".join(self.parts(document, house))

    def pieces(self, document: Document, house: House) -> Iterator[bytes]:
        """The file in pieces that are worth sending; what cannot be made is refused before."""
        return gathered(self.parts(document, house))


def gathered(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same in pieces that are worth sending."""
    held = bytearray()
    for part in parts:
        held += part
        if len(held) >= PIECE:
            yield bytes(held)
            held.clear()
    yield bytes(held)


_OFFICE = "application/vnd.openxmlformats-officedocument"

FORMATS: Mapping[str, Format] = {
    each.ending: each
    for each in (
        Format(
            "docx",
            f"{_OFFICE}.wordprocessingml.document",
            lambda document, house: [word_file(document, house.council, house.template)],
        ),
        Format(
            "xlsx",
            f"{_OFFICE}.spreadsheetml.sheet",
            lambda document, house: excel_file(document, house.base_url),
        ),
        Format(
            "pdf",
            "application/pdf",
            lambda document, house: [pdf_file(document, house.council, house.base_url)],
        ),
        Format("csv", "text/csv", lambda document, _house: csv_file(document)),
        Format("json", "application/json", lambda document, _house: json_file(document)),
        Format("txt", "text/plain", lambda document, _house: [text_file(document).encode()]),
        Format(
            "html",
            "text/html",
            lambda document, house: [html_file(document, house.council, house.base_url).encode()],
        ),
    )
}
