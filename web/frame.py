"""What stands around every page: navigation with counts, the demo's clock, languages."""

from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request

from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import with_weekday
from ..wording.language import Language
from .access import opens
from .deeds.done import Done, done
from .languages import COOKIE, NAMES
from .letters.open_letters import open_letters
from .once import while_unchanged
from .requests.themes import theme
from .searching.shortcuts import Shortcut, shortcuts, wants_shortcuts
from .signing_in.sessions import SignedIn, signed_in
from .tabs import Tab, tabs_of_registers
from .today.needs import needs


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """`demo_day` is the day at which the clock stands still, empty where it runs.

    `reader` is whoever is signed in, None where nobody is, `registers` whether they register
    letters; `theme` is light, dark or auto. `done` says what they have just done. `shortcuts` are
    the keys that lead somewhere, none where this browser has switched them off.
    """

    council: str
    reader: SignedIn | None
    theme: str
    tabs: tuple[Tab, ...]
    languages: tuple[LanguageLink, ...]
    demo_day: str
    done: Done | None = None
    registers: bool = False
    shortcuts: tuple[Shortcut, ...] = ()


def frame(
    request: Request, lang: Language, work: UnitOfWork | None, own: Done | None = None
) -> Frame:
    """The frame of one page; without `work`, on a page about a fault, the counts are left out.

    `own` is what the page itself says was done.
    """
    settings = request.app.state.tilsvar.settings
    fixed, reader = settings.now, _reader(request)
    return Frame(
        council=settings.council,
        reader=reader,
        theme=theme(request),
        tabs=_tabs(request, reader, lang, work) if reader else (),
        languages=_languages(request, lang),
        demo_day=with_weekday(local_day(fixed, settings.zone), lang) if fixed else "",
        done=own or (done(request, work, lang) if work else None),
        registers=bool(reader and opens(request, reader.role, "/letters/new")),
        shortcuts=shortcuts(request, reader, lang) if reader and wants_shortcuts(request) else (),
    )


def _reader(request: Request) -> SignedIn | None:
    try:
        return signed_in(request)
    except SQLAlchemyError:
        return None  # on the very page that says so


def _tabs(
    request: Request, reader: SignedIn, lang: Language, work: UnitOfWork | None
) -> tuple[Tab, ...]:
    if not opens(request, reader.role, "/"):
        return (
            Tab("mine", "/mine", lang.text("For you")),
            Tab("calendar", "/calendar", lang.text("Calendar")),
        )
    waiting = _waiting(work, lang) if work else 0
    unanswered = _unanswered(work) if work else 0
    tabs = (
        Tab("today", "/", lang.text("Today"), waiting, lang.text("things to do")),
        Tab("letters", "/letters", lang.text("Letters"), unanswered, lang.text("unanswered")),
        *tabs_of_registers(work, lang),
        Tab("communications", "/communications", lang.text("Communications")),
        Tab("meetings", "/meetings", lang.text("Meetings")),
        Tab("calendar", "/calendar", lang.text("Calendar")),
        Tab("themes", "/themes", lang.text("Themes")),
        Tab("organisations", "/organisations", lang.text("Organisations")),
        Tab("reports", "/reports", lang.text("Reports")),
        Tab("history", "/history", lang.text("History")),
        Tab("settings", "/settings", lang.text("Settings")),
    )
    return tuple(tab for tab in tabs if opens(request, reader.role, tab.href))


@while_unchanged
def _waiting(work: UnitOfWork, lang: Language) -> int:
    return len(needs(work, lang))


@while_unchanged
def _unanswered(work: UnitOfWork) -> int:
    return len(open_letters(work))


def _languages(request: Request, lang: Language) -> tuple[LanguageLink, ...]:
    return tuple(
        LanguageLink(
            code,
            name,
            f"?{request.url.include_query_params(**{COOKIE: code}).query}",
            code == lang.code,
        )
        for code, name in NAMES.items()
    )
