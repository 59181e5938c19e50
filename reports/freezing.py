"""Freezing the list of unanswered letters, with its files, as archives ask for it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..domain.snapshots import FrozenFile
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full
from ..wording.language import Language, language
from .asked import Asked
from .documents.formats import FORMATS, House
from .documents.pdf_file import NoPdfHere
from .render_json import plain_row, unanswered_json
from .unanswered import unanswered
from .unanswered_report import unanswered_report


@dataclass(frozen=True)
class Written:
    """What is to be kept: the rows of the JSON, and every file as it was written."""

    rows: tuple[Mapping[str, Any], ...]
    files: tuple[FrozenFile, ...]


def written_to_freeze(work: UnitOfWork, as_of: date, house: House, note: str = "") -> Written:
    """The list as of the end of that day: JSON, Word and PDF, in the council's own language.

    Where this machine cannot make PDF there is none.
    """
    found, lang = unanswered(work, as_of), language(work.office.language)
    document = unanswered_report(work, Asked(as_of), lang)
    document = replace(document, lead=(*document.lead, *_frozen(work, note, lang)))
    files = [
        FrozenFile("json", unanswered_json(found).encode()),
        FrozenFile("docx", FORMATS["docx"].write(document, house)),
    ]
    with suppress(NoPdfHere):  # the page of the list says that it is missing
        files.append(FrozenFile("pdf", FORMATS["pdf"].write(document, house)))
    return Written(tuple(plain_row(row) for row in found.rows), tuple(files))


def _frozen(work: UnitOfWork, note: str, lang: Language) -> list[str]:
    told = lang.text(
        "Frozen on {day}, as the facts were known then. This list is never changed.",
        day=day_in_full(work.today, lang),
    )
    return [told, *([note.strip()] if note.strip() else [])]
