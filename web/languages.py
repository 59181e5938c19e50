"""In which language a page speaks: the reader's own choice, else the council's."""

from starlette.requests import Request
from starlette.responses import Response

from ..wording.language import LANGUAGES, Language, language

COOKIE = "lang"
ONE_YEAR = 365 * 24 * 3600  # seconds

NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
"""Each language by its own name, so that whoever reads it finds it."""


def chosen(request: Request) -> str | None:
    """The language that this address asks for with `?lang=`, if it is one that is spoken here."""
    code = request.query_params.get(COOKIE)
    return code if code in LANGUAGES else None


def reader_language(request: Request) -> Language:
    """What the reader has chosen now or earlier, else the council's language."""
    earlier = request.cookies.get(COOKIE)
    code = chosen(request) or (earlier if earlier in LANGUAGES else None)
    return language(code or request.app.state.tilsvar.settings.language)


def keep_choice(request: Request, response: Response) -> None:
    """Remember a choice made with this address for a year."""
    code = chosen(request)
    if code is not None:
        remember(request, response, code)


def remember(request: Request, response: Response, code: str) -> None:
    """Let this browser show that language for a year."""
    response.set_cookie(
        COOKIE,
        code,
        max_age=ONE_YEAR,
        secure=request.app.state.tilsvar.settings.is_https,
        httponly=True,
        samesite="lax",
    )
