"""Templates and the words they use: one environment per language, and the page as an answer."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from ..domain.dates import Edtf, Precision
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full, edtf, edtf_short, short, with_weekday
from ..wording.language import Language, language
from .deeds.done import Done
from .frame import frame
from .languages import keep_choice, reader_language
from .requests.fragments import VARY, part
from .static import asset

TEMPLATES = Path(__file__).with_name("templates")

FILTERS: dict[str, Callable[..., str]] = {
    "day": day_in_full,
    "weekday": with_weekday,
    "short": short,
    "when": edtf,
    "when_short": edtf_short,
}


def machine_date(value: Edtf) -> str:
    """The date as HTML's `time` wants it, empty for what HTML cannot say (a season, a limit)."""
    sayable = (Precision.DAY, Precision.MONTH, Precision.YEAR)
    return value.text if value.precision in sayable else ""


@cache
def environment(code: str) -> Environment:
    """The templates in that language; a missing value is an error."""
    spoken = language(code)
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    # The extension adds this method to the environment, so its type is not known.
    install: Callable[..., None] = vars(found)["install_gettext_translations"]
    install(spoken.translations, newstyle=True)
    found.filters |= {name: partial(_spoken, words, spoken) for name, words in FILTERS.items()}
    found.filters["machine_date"] = machine_date
    found.globals |= {"language": code, "asset": asset}
    return found


def _spoken(words: Callable[..., str], lang: Language, value: Any) -> str:
    return words(value, lang)


def page(
    request: Request,
    template: str,
    work: UnitOfWork | None,
    *,
    status: int = 200,
    section: str = "",
    lang: Language | None = None,
    done: Done | None = None,
    **facts: Any,
) -> Response:
    """The template in the reader's language, or in `lang`, inside the frame.

    `section` names the tab that the page belongs to; `done` says what was done, where the page
    itself knows. Pages show what is so now: browsers ask anew. Where a part of the page asks
    (web/requests/fragments.py), that is the answer; `said` is what a screen reader is told then.
    """
    lang = lang or reader_language(request)
    templates = environment(lang.code)
    facts |= {"frame": frame(request, lang, work, done), "section": section}
    response = part(request, templates, template, status, **facts)
    if response is None:
        response = HTMLResponse(templates.get_template(template).render(facts), status)
    response.headers.setdefault("Cache-Control", "private, no-cache")
    response.headers.update({"Vary": VARY, "Content-Language": lang.code})
    keep_choice(request, response)
    return response


def fragment(request: Request, template: str, **facts: Any) -> Response:
    """The template by itself, without the frame: what htmx puts into a page."""
    lang = reader_language(request)
    text = environment(lang.code).get_template(template).render(facts)
    headers = {
        "Cache-Control": "private, no-cache",
        "Vary": VARY,
        "Content-Language": lang.code,
    }
    return HTMLResponse(text, headers=headers)
