"""Freezing the list of unanswered letters, with its files, as archives ask for it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..commands.snapshots import keep_snapshot
from ..domain.snapshots import UNANSWERED, FrozenAhead, FrozenFile, Snapshot
from ..store.unit_of_work import Office, UnitOfWork
from ..wording.dates import day_in_full
from ..wording.language import Language, language
from .both_directions import both_directions
from .documents.formats import FORMATS, House, house_of
from .documents.pdf_file import NoPdfHere
from .naming import Naming
from .render_json import plain_row, unanswered_json
from .unanswered_report import document_of


@dataclass(frozen=True)
class Written:
    """What is to be kept: the rows of the JSON, and every file as it was written."""

    rows: tuple[Mapping[str, Any], ...]
    files: tuple[FrozenFile, ...]


def written_to_freeze(work: UnitOfWork, as_of: date, house: House, note: str = "") -> Written:
    """The list as of the end of that day: JSON, Word and PDF, in the council's own language.

    Where this machine cannot make PDF there is none.
    """
    found, lang = both_directions(work, as_of), language(work.office.language)
    document = document_of(found, Naming(work), lang)
    lead = (*document.lead, *_frozen(work, note, lang))
    document = replace(document, lead=lead, whole="JSON")
    files = [
        FrozenFile("json", unanswered_json(found, lang).encode()),
        FrozenFile("docx", FORMATS["docx"].write(document, house)),
    ]
    with suppress(NoPdfHere):  # the page of the list says that it is missing
        files.append(FrozenFile("pdf", FORMATS["pdf"].write(document, house)))
    return Written(tuple(plain_row(row) for row in found.unanswered.rows), tuple(files))


def freeze_by_hand(
    office: Office, council: str, base_url: str, *, as_of: date, note: str, by: str
) -> Snapshot:
    """Keep the list as of that day because somebody wants it, `by` their key.

    Raises FrozenAhead, and FrozenUnchanged where the same is kept already.
    """
    with office.reading() as work:
        if as_of > work.today:
            raise FrozenAhead(as_of=as_of)
        written = written_to_freeze(work, as_of, house_of(work, council, base_url), note)
    with office.work(by=by) as work:
        made = keep_snapshot(
            work,
            report=UNANSWERED,
            as_of=as_of,
            rows=written.rows,
            files=written.files,
            note=note,
        )
        work.commit()
    return made


def _frozen(work: UnitOfWork, note: str, lang: Language) -> list[str]:
    told = lang.text(
        "Frozen on {day}, as the facts were known then. This list is never changed.",
        day=day_in_full(work.today, lang),
    )
    return [told, *([note.strip()] if note.strip() else [])]
