"""The page of one deed: its form, what is wrong with it, and the thing's page once it is done."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.attachments import attach
from ...domain.attachments import FileRefused
from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...domain.organisations import Organisation
from ...domain.people import Person
from ...store.unit_of_work import UnitOfWork, Unknown
from ...wording.dates import edtf
from ...wording.language import Language
from ..deeds.acting import CONFLICT, ChangedMeanwhile, reader_of
from ..deeds.deed import Deed, Values, after, place, require_same, stamp
from ..deeds.pressed_twice import require_new
from ..deeds.tables import DEEDS, LISTS, NEW
from ..forms import UNPROCESSABLE, Filled, Form, Typed, blank, check, with_form
from ..languages import reader_language
from ..links import CLASSES
from ..names import Names
from ..rendering import page
from ..requests.uploads import FIELD, field_of_files, files_of, with_files

TITLED = (Kind.CONSULTATION, Kind.OP_ED, Kind.DEADLINE)
"""What nothing but its title tells from another one; the others refuse a second one themselves."""

THE_LEADERS = ("approve", "withdraw-approval")
"""What only the leader does has routes of its own."""

WITHOUT_TITLES: dict[Kind, type[Any]] = {Kind.ORGANISATION: Organisation, Kind.PERSON: Person}


@with_files
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


@with_files
def letter_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.LETTER)


@with_files
def new_letter(request: Request, typed: Typed | None) -> Response:
    return _done(request, typed, Kind.LETTER, NEW[Kind.LETTER])


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


@with_form
def person_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.PERSON)


@with_form
def new_person(request: Request, typed: Typed | None) -> Response:
    return _done(request, typed, Kind.PERSON, NEW[Kind.PERSON])


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
            files = files_of(request)
            with request.app.state.tilsvar.office.work(by=reader.key) as work:
                found: Any = work.get(_class(kind), key) if key else None
                if found is not None:
                    require_same(work, kind, key, form.value("made_from"))
                    if not deed.possible(found):
                        return RedirectResponse(place(kind, key), 303)
                elif kind in TITLED:
                    require_new(work, kind, _class(kind), getattr(form.content, "title", ""))
                _require_offered(deed, form, found, work, lang)
                was = deed.undo.was(found, form.content) if deed.undo else ""
                landed = deed.carry_out(work, key, form.content)
                if files and deed.files is not None:
                    party = getattr(form.content, "sender", None)
                    attach(work, kind=kind, holder=landed, files=files, use=deed.files, party=party)
                work.commit()
        except TilsvarError as error:
            form = _refused(deed, form, error, key)
        else:
            return after(kind, landed, deed, was)
    return _shown(request, kind, deed, key, form)


def _refused(deed: Deed, form: Filled[Form], error: TilsvarError, key: str) -> Filled[Form]:
    """The form with what was objected to; raises again what means that there is no such thing."""
    match error:
        case Unknown() if error.facts["key"] == key:
            raise error
        case NotOffered():
            return form.refused(error, error.field)
        case ChangedMeanwhile():
            return form.refused(error, status=CONFLICT)
        case FileRefused():
            return form.refused(error, FIELD)
    status = CONFLICT if isinstance(error, deed.conflicts) else UNPROCESSABLE
    return form.refused(error, deed.field_of(error), status)


class NotOffered(TilsvarError):
    """Choose one of these."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field


def _require_offered(
    deed: Deed, form: Filled[Form], found: Any, work: UnitOfWork, lang: Language
) -> None:
    """Raises NotOffered where something was chosen that the form does not offer."""
    names = Names(work)
    for each in deed.widgets:
        offered = dict(each.choose(found, work, names, lang))
        if offered and not {*form.values(each.name)} <= {*offered, ""}:
            raise NotOffered(each.name)


def _asked(request: Request, kind: Kind, deed: Deed, key: str) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found: Any = work.view(_class(kind), key) if key else None
        if found is not None and (deed.quiet or not deed.possible(found)):
            return RedirectResponse(place(kind, key), 303)
        mine: Values = {deed.mine: reader_of(request).key} if deed.mine else {}
        asked_for = _asked_for(request, deed)
        proposed = _spoken(deed, mine | deed.proposed(found, work) | asked_for, lang)
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
            deed.template,
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
            widgets=[(each, each.choose(found, work, names, lang)) for each in deed.widgets],
            helps={each.name: lang.text(each.help) if each.help else "" for each in deed.widgets},
            files=field_of_files(request, form, lang) if deed.files else None,
            **deed.more(found, form, work, names, lang),
        )


def _asked_for(request: Request, deed: Deed) -> Values:
    """What the address proposes for the form's fields: `?to=HOD&to=KD`."""
    params = request.query_params
    return {name: params.getlist(name) for name in deed.model.model_fields if name in params}


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
    return WITHOUT_TITLES.get(kind) or CLASSES[kind]
