"""What the pages of the settings have in common: the way of their form, and what is around it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic

from starlette.requests import Request
from starlette.responses import Response

from ...store.unit_of_work import UnitOfWork
from ..access import sender
from ..forms import Filled, Form, Typed, blank, check
from ..languages import reader_language
from ..rendering import page
from .acting import Fields, M, made_from, settled
from .changes import Part, changes, setting_done

Show = Callable[[Request, Filled[M]], Response]


@dataclass(frozen=True)
class Change(Generic[M]):
    """What is done with the form once it is in order, and where one lands."""

    model: type[M]
    part: Part
    path: str
    act: Callable[[UnitOfWork, M], object]
    fields: Fields = field(default_factory=dict)
    adds: bool = False


def change_page(
    request: Request, typed: Typed | None, change: Change[M], show: Show[M], **proposed: str
) -> Response:
    """The form with what it proposes, or as it was sent with its mistakes, or what came of it."""
    lang = reader_language(request)
    if typed is None:
        return show(request, blank(change.model, lang, **proposed))
    form = check(change.model, typed, lang)
    if form.content is None:
        return show(request, form)
    act = partial(_act, change=change, said=form.content)
    done = settled(
        request,
        form,
        change.part,
        act,
        path=change.path,
        fields=change.fields,
        adds=change.adds,
    )
    return done if isinstance(done, Response) else show(request, done)


def _act(work: UnitOfWork, change: Change[M], said: M) -> object:
    return change.act(work, said)


def setting_page(
    request: Request,
    template: str,
    work: UnitOfWork,
    form: Filled[Form] | Filled[Any],
    part: Part,
    **facts: Any,
) -> Response:
    """The page with its form, what was just done, and the history of the part."""
    lang = reader_language(request)
    return page(
        request,
        template,
        work,
        status=form.status,
        section="settings",
        done=setting_done(request, work, lang),
        form=form,
        may=sender(request),
        made_from=made_from(form, work, part),
        lines=changes(work, part, lang),
        **facts,
    )
