"""What stands around every page: navigation with counts, the demo's clock, languages."""

from dataclasses import dataclass

from starlette.requests import Request

from ..store.clock import local_day
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import with_weekday
from ..wording.language import Language
from .languages import COOKIE, NAMES
from .names import Names
from .needs import needs
from .open_letters import open_letters


@dataclass(frozen=True)
class Tab:
    """One entry of the navigation; `count` says how many things wait there, none where zero."""

    name: str
    href: str
    label: str
    count: int = 0
    counted: str = ""


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """`demo_day` is the day at which the clock stands still, empty where it runs."""

    council: str
    tabs: tuple[Tab, ...]
    languages: tuple[LanguageLink, ...]
    demo_day: str


def frame(request: Request, lang: Language, work: UnitOfWork | None) -> Frame:
    """The frame of one page; without `work`, on a page about a fault, the counts are left out."""
    settings = request.app.state.tilsvar.settings
    fixed = settings.now
    return Frame(
        council=settings.council,
        tabs=_tabs(lang, work),
        languages=_languages(request, lang),
        demo_day=with_weekday(local_day(fixed, settings.zone), lang) if fixed else "",
    )


def _tabs(lang: Language, work: UnitOfWork | None) -> tuple[Tab, ...]:
    waiting = len(needs(work, Names(work), lang)) if work else 0
    unanswered = len(open_letters(work)) if work else 0
    return (
        Tab("today", "/", lang.text("Today"), waiting, lang.text("things to do")),
        Tab("letters", "/letters", lang.text("Letters"), unanswered, lang.text("unanswered")),
        Tab("reports", "/reports/unanswered", lang.text("Reports")),
        Tab("history", "/history", lang.text("History")),
    )


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
