"""How a page of the settings changes something: in its turn, and never over another's change."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.keys import take_turn
from ...commands.rules import RULES
from ...domain.errors import TilsvarError
from ...store.unit_of_work import UnitOfWork
from ..deeds.acting import CONFLICT, ChangedMeanwhile, reader_of
from ..deeds.done import landed
from ..deeds.refused_page import refused_page
from ..forms import Filled, Form, Typed
from .changes import SETTING, Part, require_same, stamp

M = TypeVar("M", bound=Form)

Act = Callable[[UnitOfWork], object]
Fields = Mapping[type[TilsvarError], str]
"""At which field a command's refusal belongs; what is not named belongs to the form."""


def settled(
    request: Request,
    form: Filled[M],
    part: Part,
    act: Act,
    *,
    path: str,
    fields: Fields | None = None,
    adds: bool = False,
) -> Response | Filled[M]:
    """The page to land on once it is done, or the form with what was refused.

    What only `adds` something stands in nobody's way: then it does not matter what came meanwhile.
    """
    made_from = None if adds else form.value("made_from")
    try:
        return _carried_out(request, made_from, part, act, path)
    except ChangedMeanwhile as error:
        return form.refused(error, status=CONFLICT)
    except TilsvarError as error:
        return form.refused(error, (fields or {}).get(type(error), ""))


def pressed(request: Request, typed: Typed | None, part: Part, act: Act, path: str) -> Response:
    """The same for a button without a form: what is refused has a page of its own."""
    made_from = next(iter((typed or {}).get("made_from", ())), "")
    try:
        return _carried_out(request, made_from, part, act, path)
    except TilsvarError as error:
        return refused_page(request, error, "settings")


def made_from(form: Filled[M], work: UnitOfWork, part: Part) -> str:
    """The stamp that the form carries: once its sender is told of a conflict, that of now."""
    if form.mistakes and form.refusal == CONFLICT:
        return stamp(work, part)
    return form.value("made_from") or stamp(work, part)


def _carried_out(
    request: Request, made_from: str | None, part: Part, act: Act, path: str
) -> Response:
    with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
        take_turn(work, RULES)
        before = stamp(work, part)
        if made_from is not None:
            require_same(work, part, made_from)
        act(work)
        work.commit()
        now = stamp(work, part)
    if now == before:  # it was so already
        return RedirectResponse(path, 303)
    return landed(path, SETTING, about=now)
