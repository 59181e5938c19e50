"""What is decided with one click: answers in doubt, what has failed, the plan of a consultation."""

from collections.abc import Callable
from urllib.parse import quote

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
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.refused_page import DealtWith, refused_page
from ..requests.numbers import row_number
from ..today.left import list_or_day
from ..today.of_mail import line_of


def accept_answer(request: Request) -> Response:
    """An answer in doubt counts."""
    return _settled(request, accept_doubtful, "answer-accepted")


def dismiss_answer(request: Request) -> Response:
    """Nothing follows from an answer in doubt."""
    return _settled(request, dismiss_doubtful, "answer-dismissed")


def _settled(request: Request, settle: Callable[..., object], what: str) -> Response:
    number = row_number(str(request.path_params["number"]))
    if number is None:
        return refused_page(request, DealtWith())
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            settle(work, number=number)
            work.commit()
    except Unknown:
        return refused_page(request, DealtWith())
    except TilsvarError as error:
        return refused_page(request, error)
    where = request.query_params.get("meeting", "")
    back = f"/meetings/{quote(where, safe='')}" if where else list_or_day(request, "answers")
    return landed(back, what, about=str(number))


def try_again(request: Request) -> Response:
    """A mail, a ring or a delivery has another round of attempts."""
    key, office = request.path_params["key"], request.app.state.tilsvar.office
    line = "failures"
    task, _, number = key.partition(":")
    try:
        if task == Task.MAIL:
            # A mail that was cut off has not failed: whether it arrived, nobody knows.
            with office.reading() as work:
                line = _line_of(work, number)
            ledger.try_again(office, number)
        else:
            try_failed_again(office, key)
    except NothingLikeThatFailed:
        return refused_page(request, DealtWith())
    return landed(list_or_day(request, line), "tried-again")


def _line_of(work: UnitOfWork, mail_id: str) -> str:
    """The line of today that tells of that mail. Raises NothingLikeThatFailed."""
    mail = flow.mail.c
    query = select(mail.kind, mail.rung)
    stuck = query.where(mail.id == mail_id, mail.state.in_(("failed", "unknown")))
    row = work.session.execute(stuck).first()
    if row is None:
        raise NothingLikeThatFailed(key=mail_id)
    return line_of(row.kind, row.rung)


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
        return refused_page(request, error)
    return landed(f"/consultations/{key}", "plan-adopted", about=key)
