"""The list of letters, with its views, filters and orders in the address."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import LetterKind
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..languages import reader_language
from ..letters.filters import STATES, Filters
from ..letters.listed import MOST, LetterList
from ..letters.rows import OTHERS
from ..lists.listing import Facet, View
from ..lists.paging import paged
from ..lists.sorting import column
from ..names import Names
from ..rendering import page
from ..words import kind_word

PAGE = 100

STATE_WORDS = {
    "unanswered": N_("Unanswered"),
    "awaiting": N_("Awaiting answer"),
    "overdue": N_("Overdue"),
    "interim": N_("Interim reply"),
    "answered": N_("Answered"),
    "signed_off": N_("Signed off"),
    "none_expected": N_("No answer expected"),
    "withdrawn": N_("Withdrawn"),
}
VIEWS = ("", "unanswered", "overdue", "interim", "answered")

COLUMNS = {
    "sent": N_("Sent"),
    "title": N_("Title"),
    "to": N_("Recipient"),
    "due": N_("Answer due"),
    "state": N_("Status"),
}
ORDERS = {
    "sent": N_("oldest first"),
    "-sent": N_("newest first"),
    "title": N_("by title"),
    "to": N_("by recipient"),
    "due": N_("by due date"),
    "state": N_("by status"),
}


def letters(request: Request) -> Response:
    lang, filters = reader_language(request), Filters.of(request.query_params)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        found = LetterList(work, names, filters, lang)
        paging = paged(request, found.count, PAGE)
        return page(
            request,
            "letters.html",
            work,
            section="letters",
            filters=filters,
            facets=_facets(work, names, found, filters, lang),
            views=_views(found, filters, lang),
            columns=[
                column(each, lang.text(label), filters.sort, backwards_first=each == "sent")
                for each, label in COLUMNS.items()
            ],
            summary=_summary(found, lang),
            found=_counted(found, lang),
            order=lang.text(ORDERS.get(filters.sort, ORDERS[filters.sort.removeprefix("-")])),
            said=_counted(found, lang),
            rows=found.rows(paging.first, PAGE),
            total=found.total,
            paging=paging,
        )


def _counted(found: LetterList, lang: Language) -> str:
    if found.more:
        return lang.text("The {n} letters registered last with these words; there are more", n=MOST)
    return lang.plural("{n} letter", "{n} letters", found.count)


def _summary(letters: LetterList, lang: Language) -> str:
    unanswered, overdue = letters.standing_so("unanswered"), letters.standing_so("overdue")
    if not letters.total:
        return ""
    count = capitalised(counted(unanswered, lang, "neuter"))
    told = lang.plural(
        "{count} of {total} is unanswered.",
        "{count} of {total} are unanswered.",
        unanswered,
        count=count,
        total=counted(letters.total, lang, "neuter"),
    )
    if not overdue:
        return told
    late = lang.plural(
        "{count} is overdue.",
        "{count} are overdue.",
        overdue,
        count=capitalised(counted(overdue, lang, "neuter")),
    )
    return f"{told} {late}"


def _views(letters: LetterList, filters: Filters, lang: Language) -> list[View]:
    return [
        View(
            lang.text(STATE_WORDS[name]) if name else lang.text("All"),
            f"/letters?{urlencode({'state': name})}" if name else "/letters",
            letters.standing_so(name) if name else letters.total,
            current=filters.state == name and not filters.narrowing,
        )
        for name in VIEWS
    ]


def _facets(
    work: UnitOfWork, names: Names, letters: LetterList, filters: Filters, lang: Language
) -> list[Facet]:
    used = letters.departments - {OTHERS}
    departments = [(key, _department(key, work, lang)) for key in sorted(used)]
    years = [str(each) for each in sorted(letters.years, reverse=True)]
    return [
        Facet(
            "department",
            lang.text("Recipient"),
            [*departments, (OTHERS, lang.text("Others"))],
            filters.department,
        ),
        Facet(
            "state",
            lang.text("Status"),
            [(name, lang.text(STATE_WORDS[name])) for name in STATES],
            filters.state,
        ),
        Facet(
            "kind",
            lang.text("Type"),
            [(each.value, kind_word(each, lang)) for each in LetterKind],
            filters.kind,
        ),
        Facet("area", lang.text("Area"), list(names.areas.items()), filters.area),
        Facet("year", lang.text("Year"), [(year, year) for year in years], filters.year),
    ]


def _department(key: str, work: UnitOfWork, lang: Language) -> str:
    former = [
        each
        for each in work.succession.line(key)
        if each != key and work.succession.on(each, work.today) == key
    ]
    if not former:
        return key
    return lang.text("{key} (formerly {former})", key=key, former=", ".join(former))
