"""Light or dark: what this browser has chosen, else as its system has it."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from ..signing_in.sessions import cookie, set_cookie

THEME = "theme"
THEMES = ("auto", "light", "dark")
LASTS = timedelta(days=365)


def theme(request: Request) -> str:
    """The choice that this browser keeps, `auto` where there is none."""
    kept = cookie(request, THEME)
    return kept if kept in THEMES else THEMES[0]


def remember_theme(request: Request, response: Response, chosen: str) -> None:
    set_cookie(request, response, THEME, chosen, lasts=LASTS)
