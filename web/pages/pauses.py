"""Pauses: everything rests between two days; set with a reason, ended early or called off."""

from starlette.requests import Request
from starlette.responses import Response

from ...commands import reminders
from ...domain.errors import TilsvarError
from ...domain.pauses import Pause, PauseEndsBeforeItStarts
from ...store.pauses import load_pauses
from ...store.unit_of_work import UnitOfWork
from ..forms import Filled, Typed, check, with_form
from ..languages import reader_language
from ..settings.acting import pressed
from ..settings.changes import PAUSES
from ..settings.forms import OverAlready, PauseForm, TooFarAhead, require_near
from ..settings.pages import Change, change_page, setting_page
from ..settings.told import days_told

PATH = "/settings/pauses"


class PauseThen(TilsvarError):
    """There is a pause from {first} to {last} already: end that one first, or choose other days."""


def _set(work: UnitOfWork, said: PauseForm) -> None:
    new = Pause(said.first, said.last, said.why)
    require_near(said.first, said.last, work.today)
    for each in load_pauses(work.session):
        if each.first <= new.last and new.first <= each.last:
            raise PauseThen(first=each.first, last=each.last)
    reminders.pause(work, first=new.first, last=new.last, why=new.why)


SET = Change(
    PauseForm,
    PAUSES,
    PATH,
    _set,
    fields={
        PauseEndsBeforeItStarts: "last",
        TooFarAhead: "last",
        OverAlready: "last",
        PauseThen: "first",
    },
    adds=True,
)


@with_form
def pauses(request: Request, typed: Typed | None) -> Response:
    """The pauses of now and ahead, and the form that sets one."""
    return change_page(request, typed, SET, _page)


@with_form
def end_pause(request: Request, typed: Typed | None) -> Response:
    """Reminders go out again, or what was to rest will not."""
    form = check(PauseForm, typed or {}, reader_language(request))
    if form.content is None:
        return _page(request, form)
    said = form.content

    def act(work: UnitOfWork) -> None:
        reminders.end_pause(work, only=Pause(said.first, said.last))

    return pressed(request, typed, PAUSES, act, PATH)


def _page(request: Request, form: Filled[PauseForm]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        ahead = [each for each in load_pauses(work.session) if each.last >= work.today]
        rows = [(days_told(each.first, each.last, lang), each) for each in ahead]
        return setting_page(request, "pauses.html", work, form, PAUSES, rows=rows, today=work.today)
