"""The council's own days off: listed, added with what they are for, opened again."""

from starlette.requests import Request
from starlette.responses import Response

from ...commands import closed_days as commands
from ...store.unit_of_work import UnitOfWork
from ..forms import Filled, Typed, check, with_form
from ..languages import reader_language
from ..settings.acting import pressed
from ..settings.changes import CLOSED_DAYS
from ..settings.forms import CloseDays, OverAlready, TooFarAhead, require_near
from ..settings.pages import Change, change_page, setting_page
from ..settings.told import days_told

PATH = "/settings/closed-days"


def _close(work: UnitOfWork, said: CloseDays) -> None:
    last = said.last or said.first
    require_near(said.first, last, work.today)
    commands.close(work, first=said.first, last=last, why=said.why)


CLOSE = Change(
    CloseDays,
    CLOSED_DAYS,
    PATH,
    _close,
    fields={
        commands.ClosedBackwards: "last",
        commands.ClosedTooLong: "last",
        commands.NobodyWorksThen: "first",
        TooFarAhead: "first",
        OverAlready: "first",
    },
    adds=True,
)


@with_form
def closed_days(request: Request, typed: Typed | None) -> Response:
    """The days ahead, and the form that adds some."""
    return change_page(request, typed, CLOSE, _page)


@with_form
def open_days(request: Request, typed: Typed | None) -> Response:
    """The council works on those days after all."""
    form = check(CloseDays, typed or {}, reader_language(request))
    if form.content is None:
        return _page(request, form)
    said = form.content

    def act(work: UnitOfWork) -> None:
        commands.open_again(work, first=said.first, last=said.last or said.first, why=said.why)

    return pressed(request, typed, CLOSED_DAYS, act, PATH)


def _page(request: Request, form: Filled[CloseDays]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        every = [
            (days_told(each.first, each.last, lang), each) for each in commands.closed_days(work)
        ]
        return setting_page(
            request,
            "closed_days.html",
            work,
            form,
            CLOSED_DAYS,
            rows=[row for row in every if row[1].last >= work.today],
            gone=[row for row in reversed(every) if row[1].last < work.today],
        )
