"""The keys that lead somewhere, and whether this browser wants them.

Keys without Ctrl can get in the way of speech input, so they can be switched off (WCAG 2.1.4).
"""

from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import Role
from ...domain.sentences import N_
from ...wording.language import Language
from ..access import opens
from ..signing_in.sessions import SignedIn, cookie, set_cookie

COOKIE = "shortcuts"
LASTS = timedelta(days=365)


@dataclass(frozen=True)
class Shortcut:
    """`keys` are pressed one after the other; `href` is where they lead."""

    keys: str
    label: str
    href: str


KEYS: tuple[Shortcut, ...] = (
    Shortcut("/", N_("Search"), "/search"),
    Shortcut("?", N_("Keyboard shortcuts"), "/shortcuts"),
    Shortcut("n", N_("Register letter"), "/letters/new"),
    Shortcut("g i", N_("Today"), "/"),
    Shortcut("g b", N_("Letters"), "/letters"),
    Shortcut("g h", N_("Consultations"), "/consultations"),
    Shortcut("g f", N_("Deadlines"), "/deadlines"),
    Shortcut("g k", N_("Op-eds"), "/op-eds"),
    Shortcut("g m", N_("Meetings"), "/meetings"),
    Shortcut("g c", N_("Calendar"), "/calendar"),
    Shortcut("g t", N_("Themes"), "/themes"),
    Shortcut("g a", N_("Organisations"), "/organisations"),
    Shortcut("g r", N_("Reports"), "/reports"),
    Shortcut("g l", N_("History"), "/history"),
    Shortcut("g s", N_("Settings"), "/settings"),
    Shortcut("g d", N_("For you"), "/mine"),
    Shortcut("g p", N_("Your own page"), "/me"),
)


def shortcuts(request: Request, reader: SignedIn, lang: Language) -> tuple[Shortcut, ...]:
    """Those that lead to what the reader may open; worked out once for each role."""
    known: dict[tuple[Role, str], tuple[Shortcut, ...]] = request.app.state.shortcuts
    which = (reader.role, lang.code)
    if which not in known:
        known[which] = tuple(
            Shortcut(each.keys, lang.text(each.label), each.href)
            for each in KEYS
            if opens(request, reader.role, each.href)
        )
    return known[which]


def wants_shortcuts(request: Request) -> bool:
    return cookie(request, COOKIE) != "off"


def remember_shortcuts(request: Request, response: Response, *, wanted: bool) -> None:
    set_cookie(request, response, COOKIE, "on" if wanted else "off", lasts=LASTS)
