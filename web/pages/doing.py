"""The page of one deed: its form, what is wrong with it, and the thing's page once it is done."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...domain.organisations import Organisation
from ...store.unit_of_work import Unknown
from ...wording.dates import edtf
from ...wording.language import Language
from ..acting import CONFLICT, reader_of
from ..deed_tables import DEEDS, LISTS, NEW
from ..deeds import ChangedByAnother, Deed, Values, after, place, require_same, stamp
from ..forms import Filled, Form, Typed, blank, check, with_form
from ..languages import reader_language
from ..links import CLASSES
from ..names import Names
from ..rendering import page

THE_LEADERS = ("approve", "withdraw-approval")
"""What only the leader does has routes of its own."""


@with_form
def consultation_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.CONSULTATION)


@with_form
def op_ed_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.OP_ED)


@with_form
def op_ed_approval(request: Request, typed: Typed | None) -> Response:
    """The leader's own; a route of its own, so that the table of roles can say so."""
    return _deed(request, typed, Kind.OP_ED, "approve")


@with_form
def op_ed_approval_withdrawn(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.OP_ED, "withdraw-approval")


@with_form
def deadline_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.DEADLINE)


@with_form
def organisation_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.ORGANISATION)


@with_form
def new_consultation(request: Request, typed: Typed | None) -> Response:
    return _done(request, typed, Kind.CONSULTATION, NEW[Kind.CONSULTATION])


@with_form
def new_op_ed(request: Request, typed: Typed | None) -> Response:
    return _done(request, typed, Kind.OP_ED, NEW[Kind.OP_ED])


@with_form
def new_deadline(request: Request, typed: Typed | None) -> Response:
    return _done(request, typed, Kind.DEADLINE, NEW[Kind.DEADLINE])


@with_form
def new_organisation(request: Request, typed: Typed | None) -> Response:
    return _done(request, typed, Kind.ORGANISATION, NEW[Kind.ORGANISATION])


def _deed(request: Request, typed: Typed | None, kind: Kind, name: str = "") -> Response:
    deed = DEEDS[kind].get(name or request.path_params["deed"])
    if deed is None or (deed.name in THE_LEADERS and not name):
        raise HTTPException(404)
    return _done(request, typed, kind, deed, request.path_params["key"])


def _done(request: Request, typed: Typed | None, kind: Kind, deed: Deed, key: str = "") -> Response:
    reader, lang = reader_of(request), reader_language(request)
    if typed is None:
        return _asked(request, kind, deed, key)
    form = check(deed.model, typed, lang)
    if form.content is not None:
        try:
            with request.app.state.tilsvar.office.work(by=reader.key) as work:
                was = ""
                if key:
                    found: Any = work.get(_class(kind), key)
                    require_same(work, kind, key, form.value("made_from"))
                    if not deed.possible(found):
                        return RedirectResponse(place(kind, key), 303)
                    was = deed.undo.before(found) if deed.undo else ""
                landed = deed.carry_out(work, key, form.content)
                work.commit()
        except ChangedByAnother as error:
            form = form.refused(error, status=CONFLICT)
        except TilsvarError as error:
            if isinstance(error, Unknown) and error.facts["key"] == key:
                raise
            form = form.refused(error, deed.at)
        else:
            return RedirectResponse(after(kind, landed, deed, was), 303)
    return _shown(request, kind, deed, key, form)


def _asked(request: Request, kind: Kind, deed: Deed, key: str) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found: Any = work.view(_class(kind), key) if key else None
        if found is not None and (deed.quiet or not deed.possible(found)):
            return RedirectResponse(place(kind, key), 303)
        proposed = _spoken(deed, deed.proposed(found, work), lang)
    return _shown(request, kind, deed, key, blank(deed.model, lang, **proposed))


def _shown(request: Request, kind: Kind, deed: Deed, key: str, form: Filled[Form]) -> Response:
    lang = reader_language(request)
    section, parent, name = LISTS[kind]
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        found: Any = work.view(_class(kind), key) if key else None
        title = getattr(found, "title", "") or getattr(found, "name", "")
        changed = form.mistakes and form.refusal == CONFLICT
        made_from = stamp(work, kind, key) if key else ""
        return page(
            request,
            "deed.html",
            work,
            status=form.status,
            section=section,
            parent=title or lang.text(name),
            parent_href=place(kind, key) if key else parent,
            heading=lang.text(deed.title),
            lead=lang.text(deed.lead) if deed.lead else "",
            thing=title,
            form=form,
            # Sent again after a conflict, it is made from what stands now.
            made_from=made_from if changed else form.value("made_from") or made_from,
            widgets=[
                (each, each.options(work, names, lang) if each.options else [])
                for each in deed.widgets
            ],
            helps={each.name: lang.text(each.help) if each.help else "" for each in deed.widgets},
        )


def _spoken(deed: Deed, proposed: Values, lang: Language) -> Values:
    """The same with the dates as people write them."""
    dates = {each.name for each in deed.widgets if each.shown == "date"}
    return {
        name: edtf(Edtf(value), lang)
        if name in dates and isinstance(value, str) and value
        else value
        for name, value in proposed.items()
    }


def _class(kind: Kind) -> type[Any]:
    return Organisation if kind is Kind.ORGANISATION else CLASSES[kind]
