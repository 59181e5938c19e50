"""The lists of arrears: unanswered letters as they were frozen, opened unchanged, and a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.obligations import ObligationState
from ...domain.sentences import N_
from ...domain.snapshots import UNANSWERED, FrozenAhead, FrozenUnchanged, Snapshot
from ...reports.documents.cells import the_first_of
from ...reports.documents.formats import FORMATS
from ...reports.freezing import freeze_by_hand
from ...store.report_tables import file_of, list_snapshots, snapshot_of
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, moment
from ...wording.language import Language
from ..access import sends
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.undoing import Done
from ..forms import Day, Filled, Form, Text, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..names import Names
from ..rendering import page

PATH = "/reports/unanswered/snapshots"
LONGEST = 500
"""How many rows the page of one list shows; its JSON has them all."""

FILES = {"docx": "Word", "pdf": "PDF", "json": "JSON"}
"""How each file is called, the one that people read first."""
STATES = {
    ObligationState.AWAITING: N_("before the due date"),
    ObligationState.OVERDUE: N_("past the due date"),
    ObligationState.INTERIM: N_("interim reply, not final"),
}
AT: dict[type[TilsvarError], str] = {FrozenAhead: "as_of", FrozenUnchanged: "as_of"}


class Freeze(Form):
    """As of which day a list is frozen, and why."""

    as_of: Day = field(N_("As of"))
    note: Text = field(N_("Note"), default="", max_length=500)


@dataclass(frozen=True)
class Frozen:
    """One list: why it was frozen, when and by whom, how many stood on it, and its files."""

    href: str
    as_of: date
    edtf: Edtf
    why: str
    when: str
    note: str
    count: int
    files: Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class Line:
    """One answer as it stood on the list."""

    title: str
    href: str
    to: str
    sent: Edtf
    due: Edtf | None
    state: str
    days: int
    follow_ups: int


@with_form
def frozen_lists(request: Request, typed: Typed | None) -> Response:
    """All of them, the newest first, and the form that freezes one."""
    lang, tilsvar = reader_language(request), request.app.state.tilsvar
    if typed is None:
        today = local_today(request)
        return _page(request, blank(Freeze, lang, as_of=day_in_full(today, lang)))
    form = check(Freeze, typed, lang)
    if form.content is None:
        return _page(request, form)
    said, settings = form.content, tilsvar.settings
    try:
        made = freeze_by_hand(
            tilsvar.office,
            settings.council,
            settings.base_url,
            as_of=said.as_of,
            note=said.note,
            by=reader_of(request).key,
        )
    except TilsvarError as error:
        return _page(request, form.refused(error, AT.get(type(error), "")))
    return landed(PATH, "frozen", made.key)


def frozen_list(request: Request) -> Response:
    """One of them as it was frozen."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found, names = _found(request, work), Names(work)
        return page(
            request,
            "frozen_list.html",
            work,
            section="reports",
            frozen=_frozen(found, work, names, lang),
            digests=[(FILES[each], found.files[each]) for each in FILES if each in found.files],
            rows=[_line(row, names, lang) for row in found.rows[:LONGEST]],
            left_out=the_first_of(min(len(found.rows), LONGEST), len(found.rows), lang, "JSON"),
        )


def frozen_file(request: Request) -> Response:
    """Its file, byte for byte as it was written."""
    ending = request.path_params["ending"]
    with request.app.state.tilsvar.office.reading() as work:
        key = _found(request, work).key
        file = file_of(work.session, key, ending)
    if file is None:
        raise HTTPException(404)
    headers = {"Cache-Control": "private, no-cache", "ETag": f'"{file.digest}"'}
    if ending != "json":
        headers["Content-Disposition"] = f'attachment; filename="{UNANSWERED}-{key}.{ending}"'
    return Response(file.content, media_type=FORMATS[ending].media_type, headers=headers)


def local_today(request: Request) -> date:
    """The council's own today."""
    with request.app.state.tilsvar.office.reading() as work:
        today: date = work.today
    return today


def _page(request: Request, form: Filled[Freeze]) -> Response:
    lang, reader = reader_language(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        return page(
            request,
            "frozen_lists.html",
            work,
            status=form.status,
            section="reports",
            form=form,
            lists=[
                _frozen(each, work, names, lang)
                for each in list_snapshots(work.session, UNANSWERED)
            ],
            may=sends(request, reader.role, PATH),
            done=_done(request, work, lang),
        )


def _found(request: Request, work: UnitOfWork) -> Snapshot:
    found = snapshot_of(work.session, request.path_params["key"])
    if found is None:
        raise HTTPException(404)
    return found


def _frozen(found: Snapshot, work: UnitOfWork, names: Names, lang: Language) -> Frozen:
    href = f"{PATH}/{quote(found.key, safe='')}"
    at = moment(found.at, lang, work.office.zone)
    if found.quarter:
        year, number = found.quarter.split("-Q")
        why = lang.text("The end of quarter {number} of {year}", number=number, year=year)
        when = lang.text("Frozen {at} by Tilsvar", at=at)
    else:
        why = lang.text("Frozen by hand")
        when = lang.text("Frozen {at} by {who}", at=at, who=names.people.get(found.by, found.by))
    files = [(f"{href}.{each}", FILES[each], each) for each in FILES if each in found.files]
    return Frozen(
        href, found.as_of, Edtf.on(found.as_of), why, when, found.note, len(found.rows), files
    )


def _line(row: Mapping[str, Any], names: Names, lang: Language) -> Line:
    values: dict[str, str] = {name: str(value or "") for name, value in row.items()}
    return Line(
        values["title"],
        f"/letters/{quote(values['letter'], safe='')}",
        names.label(values["department"]),
        Edtf(values["sent"]),
        Edtf(values["due"]) if values["due"] else None,
        lang.text(STATES[ObligationState(values["state"])]),
        int(values["days_open"] or 0),
        int(values["follow_ups"] or 0),
    )


def _done(request: Request, work: UnitOfWork, lang: Language) -> Done | None:
    if request.query_params.get("done") != "frozen":
        return None
    found = snapshot_of(work.session, request.query_params.get("about", ""))
    if found is None:
        return None
    told = lang.text(
        "The list as of {day} is frozen, and is never changed.", day=day_in_full(found.as_of, lang)
    )
    return Done(told, f"{PATH}/{quote(found.key, safe='')}", lang.text("Open the list"))
