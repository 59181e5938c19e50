"""What is decided with one click: answers in doubt, what has failed, the plan of a consultation."""

from collections.abc import Callable

from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import Response

from ...commands.invitation_answers import accept_doubtful, dismiss_doubtful
from ...commands.planning import adopt
from ...domain.errors import TilsvarError
from ...notifications import ledger
from ...reports.failures import Task
from ...store import flow
from ...store.unit_of_work import UnitOfWork, Unknown
from ...workers.trying_again import NothingLikeThatFailed, try_failed_again
from ..acting import CONFLICT, reader_of
from ..done import landed
from ..languages import reader_language
from ..names import Names
from ..needs import needs
from ..refusals import refusal
from ..rendering import page


class DealtWith(TilsvarError):
    """Somebody has dealt with it already."""


def accept_answer(request: Request) -> Response:
    """An answer in doubt counts."""
    return _settled(request, accept_doubtful, "answer-accepted")


def dismiss_answer(request: Request) -> Response:
    """Nothing follows from an answer in doubt."""
    return _settled(request, dismiss_doubtful, "answer-dismissed")


def _settled(request: Request, settle: Callable[..., object], what: str) -> Response:
    number = request.path_params["number"]
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            settle(work, number=number)
            work.commit()
    except Unknown:
        return _refused(request, DealtWith())
    except TilsvarError as error:
        return _refused(request, error)
    return landed(_back(request, "answers"), what, about=str(number))


def try_again(request: Request) -> Response:
    """A mail, a ring or a delivery has another round of attempts."""
    key, office = request.path_params["key"], request.app.state.tilsvar.office
    task, _, number = key.partition(":")
    try:
        if task == Task.MAIL:
            # A mail that was cut off has not failed: whether it arrived, nobody knows.
            with office.reading() as work:
                _require_stuck(work, number)
            ledger.try_again(office, number)
        else:
            try_failed_again(office, key)
    except NothingLikeThatFailed:
        return _refused(request, DealtWith())
    return landed(_back(request, "mails" if task == Task.MAIL else "failures"), "tried-again")


def _require_stuck(work: UnitOfWork, mail_id: str) -> None:
    mail = flow.mail.c
    query = select(mail.id).where(mail.id == mail_id, mail.state.in_(("failed", "unknown")))
    if work.session.scalar(query) is None:
        raise NothingLikeThatFailed(key=mail_id)


def adopt_plan(request: Request) -> Response:
    """The proposed steps become deadlines of the council's own."""
    key = request.path_params["key"]
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            adopt(work, consultation=key)
            work.commit()
    except Unknown:
        raise
    except TilsvarError as error:
        return _refused(request, error)
    return landed(f"/consultations/{key}", "plan-adopted", about=key)


def _back(request: Request, name: str) -> str:
    """The list that one came from while anything is left on it, else the front page."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        left = {each.name for each in needs(work, Names(work), lang)}
    return f"/today/{name}" if name in left else "/"


def _refused(request: Request, error: TilsvarError) -> Response:
    """Somebody was quicker, or it cannot be done: said on a page of its own."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        return page(
            request,
            "refused.html",
            work,
            status=CONFLICT,
            section="today",
            sentence=refusal(error, lang),
        )
