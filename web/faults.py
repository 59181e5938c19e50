"""What a person sees when a page is not there or cannot be made: a sentence, no traceback."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from .languages import reader_language
from .rendering import page
from .requests.headers import SECURITY


def not_found(request: Request, _error: Exception | None = None) -> Response:
    lang = reader_language(request)
    sentence = lang.text("There is nothing at this address. It may have been mistyped.")
    return _fault(request, 404, lang.text("Not found"), sentence)


def gone(request: Request) -> Response:
    """What was here has been taken back for good, such as the address of a calendar."""
    lang = reader_language(request)
    sentence = lang.text("This address has been withdrawn. Ask the secretariat for a new one.")
    return _fault(request, 410, lang.text("Withdrawn"), sentence)


def refused(request: Request, error: Exception) -> Response:
    """What the framework itself refuses, such as a method that an address does not know."""
    if isinstance(error, HTTPException):
        if error.status_code == HTTPStatus.NOT_FOUND:
            return not_found(request, error)
        return PlainTextResponse(error.detail, error.status_code, error.headers)
    return broken(request, error)


def not_signed_in(request: Request, _error: Exception) -> Response:
    """Something was sent after the session had ended: the form is still in the browser."""
    lang = reader_language(request)
    sentence = lang.text(
        "You are signed out. Sign in in another tab, then go back and send the form again: what"
        " you wrote is still there."
    )
    return _fault(request, 401, lang.text("Signed out"), sentence)


def not_allowed(request: Request, _error: Exception) -> Response:
    lang = reader_language(request)
    sentence = lang.text("This is not for your role in the council. Ask the secretariat about it.")
    return _fault(request, 403, lang.text("Not for you"), sentence)


def no_data(request: Request, _error: Exception) -> Response:
    lang = reader_language(request)
    sentence = lang.text("Tilsvar cannot reach its data right now. Try again in a moment.")
    return _fault(request, 503, lang.text("No contact with the data"), sentence)


def broken(request: Request, _error: Exception) -> Response:
    """The log has the traceback; this answer is made outside of what adds the headers."""
    lang = reader_language(request)
    sentence = lang.text("The fault has been noted. Try again, or go back to where you were.")
    response = _fault(request, 500, lang.text("Something went wrong"), sentence)
    response.headers.update(SECURITY)
    return response


def _fault(request: Request, status: int, title: str, sentence: str) -> Response:
    return page(request, "fault.html", None, status=status, title=title, sentence=sentence)
