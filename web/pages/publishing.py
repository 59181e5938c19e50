"""A letter or an op-ed is put on the public list with its address, or taken off; both are undone.

Whoever comes from the thing's own page lands there again.
"""

from collections.abc import Callable, Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.public_list import mark_of, show_no_more, show_publicly, statement
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind
from ...domain.links import NotALink
from ...domain.public_list import PublicMark
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..forms import Filled, Form, Line, Text, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..links import address
from ..public.listed import CLASSES, PLACE
from ..rendering import page


class Shown(Form):
    address: Text = field(N_("Address on the council's website"), default="", max_length=500)
    back: Line = field(N_("Where one was"), default="list")


class Acted(Form):
    back: Line = field(N_("Where one was"), default="list")


def _again(work: UnitOfWork, kind: Kind, key: str) -> PublicMark:
    """Show it with the address that it had."""
    mark = mark_of(work, kind, key)
    return show_publicly(work, kind=kind, key=key, address=mark.address if mark else "")


def _hide(work: UnitOfWork, kind: Kind, key: str) -> PublicMark:
    return show_no_more(work, kind=kind, key=key)


ACTS: Mapping[str, tuple[str, Callable[[UnitOfWork, Kind, str], PublicMark]]] = {
    "show": ("public-shown", _again),
    "hide": ("public-hidden", _hide),
}


@with_form
def public_statement(request: Request, typed: Typed | None) -> Response:
    """The form that asks where the council's own website shows it, if it does."""
    lang, (kind, key) = reader_language(request), _thing(request)
    if typed is None:
        back = "thing" if request.query_params.get("back") == "thing" else "list"
        with request.app.state.tilsvar.office.reading() as work:
            mark = mark_of(work, kind, key)
            known = mark.address if mark else ""
        return _asked(request, kind, key, blank(Shown, lang, address=known, back=back))
    form = check(Shown, typed, lang)
    if form.content is not None:
        said = form.content
        try:
            with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
                show_publicly(work, kind=kind, key=key, address=said.address)
                work.commit()
        except NotALink as error:
            form = form.refused(error, "address")
        except TilsvarError as error:
            form = form.refused(error)
        else:
            return _landed(request, kind, key, "public-shown", said.back)
    return _asked(request, kind, key, form)


@with_form
def public_act(request: Request, typed: Typed | None) -> Response:
    """Take it off, or show it again as it was; who presses twice is told the same."""
    what, act = ACTS.get(request.path_params["act"], ("", None))
    if act is None:
        raise HTTPException(404)
    kind, key = _thing(request)
    sent = check(Acted, typed or {}, reader_language(request)).content
    with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
        act(work, kind, key)
        work.commit()
    return _landed(request, kind, key, what, sent.back if sent else "list")


def _landed(request: Request, kind: Kind, key: str, what: str, back: str) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        own = address(statement(work, kind, key))
    back = "thing" if back == "thing" else "list"
    return landed(own if back == "thing" else PLACE, what, about=f"{kind.value}/{key}/{back}")


def _asked(request: Request, kind: Kind, key: str, form: Filled[Shown]) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        found, mark = statement(work, kind, key), mark_of(work, kind, key)
        return page(
            request,
            "public_statement.html",
            work,
            status=form.status,
            section="settings",
            title=found.title,
            form=form,
            shown=mark is not None and mark.shown,
            parent_href=address(found) if form.value("back") == "thing" else PLACE,
        )


def _thing(request: Request) -> tuple[Kind, str]:
    kind = next((each for each in CLASSES if each.value == request.path_params["kind"]), None)
    if kind is None:
        raise HTTPException(404)
    return kind, str(request.path_params["key"])
