"""One deed, from its form to what is done: what is wrong with it, and where one lands.

The pages of deeds (`pages/doing.py`) all come here.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.attachments import attach
from ...domain.attachments import FileRefused
from ...domain.contacts import ContactFunction
from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...domain.organisations import Organisation
from ...domain.people import Person
from ...domain.stakeholders import Stakeholder
from ...store.unit_of_work import UnitOfWork, Unknown
from ...wording.dates import edtf
from ...wording.language import Language
from ..forms import UNPROCESSABLE, Filled, Form, Typed, blank, check
from ..languages import reader_language
from ..links import CLASSES, place
from ..names import Names
from ..rendering import page
from ..requests.uploads import FIELD, field_of_files, files_of
from .acting import CONFLICT, ChangedMeanwhile, reader_of
from .deed import Deed, Values, after, require_same, stamp
from .pressed_twice import require_new
from .tables import LISTS

TITLED = (Kind.CONSULTATION, Kind.OP_ED, Kind.DEADLINE, Kind.COVERAGE, Kind.ACTIVITY)
"""What nothing but its title tells from another one; the others refuse a second one themselves."""

WITHOUT_TITLES: dict[Kind, type[Any]] = {
    Kind.ORGANISATION: Organisation,
    Kind.PERSON: Person,
    Kind.OUTLET: Organisation,
    Kind.STAKEHOLDER: Stakeholder,
    Kind.CONTACT: ContactFunction,
}


def done_or_asked(
    request: Request, typed: Typed | None, kind: Kind, deed: Deed, key: str = ""
) -> Response:
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
        title = _called(found, names)
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


def _called(found: Any, names: Names) -> str:
    match found:
        case Stakeholder():
            who = names.title(names.successor(found.organisation) or found.organisation)
            return f"{who} · {names.theme(found.theme)}"
        case ContactFunction():
            return found.function
    return getattr(found, "title", "") or getattr(found, "name", "")


def _asked_for(request: Request, deed: Deed) -> Values:
    """What the address proposes for the form's fields: `?to=HOD&to=KD`."""
    params = request.query_params
    return {name: params.getlist(name) for name in deed.model.model_fields if name in params}


def _spoken(deed: Deed, proposed: Values, lang: Language) -> Values:
    """The same with the dates as people write them."""
    dates = {each.name for each in deed.widgets if each.shown == "date"}
    return {
        name: [_in_words(each, lang) for each in ([value] if isinstance(value, str) else value)]
        if name in dates
        else value
        for name, value in proposed.items()
    }


def _in_words(text: str, lang: Language) -> str:
    """The date as people write it; what an address asks for may be none."""
    try:
        return edtf(Edtf(text), lang)
    except TilsvarError:
        return text


def _class(kind: Kind) -> type[Any]:
    return WITHOUT_TITLES.get(kind) or CLASSES[kind]
