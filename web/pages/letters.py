"""The list of letters, with its views, filters and orders in the address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from ...domain.kinds import LetterKind
from ...domain.letters import Letter
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..languages import reader_language
from ..letter_filters import NEWEST_FIRST, SORTS, STATES, Filters, has_state
from ..letter_rows import OTHERS, Row, letter_row
from ..names import Names
from ..paging import paged
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


@dataclass(frozen=True)
class View:
    label: str
    href: str
    count: int
    current: bool


@dataclass(frozen=True)
class Field:
    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


@dataclass(frozen=True)
class Column:
    """`value` is what its button asks for: this column, or the other way round."""

    label: str
    value: str
    sorted: str


def letters(request: Request) -> Response:
    lang, filters = reader_language(request), Filters.of(request.query_params)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        everything = [letter_row(each, work, names, lang) for each in work.all(Letter)]
        found = filters.ordered(row for row in everything if filters.fits(row))
        paging = paged(request, len(found), PAGE)
        return page(
            request,
            "letters.html",
            work,
            section="letters",
            filters=filters,
            fields=_fields(work, names, everything, filters, lang),
            views=_views(everything, filters, lang),
            columns=[_column(each, filters, lang) for each in SORTS],
            summary=_summary(everything, lang),
            found=lang.plural("{n} letter", "{n} letters", len(found)),
            order=lang.text(ORDERS.get(filters.sort, ORDERS[filters.sort.removeprefix("-")])),
            rows=found[paging.first : paging.first + PAGE],
            total=len(everything),
            paging=paging,
        )


def _summary(rows: list[Row], lang: Language) -> str:
    unanswered = sum(has_state(row, "unanswered") for row in rows)
    overdue = sum(has_state(row, "overdue") for row in rows)
    if not rows:
        return ""
    count = capitalised(counted(unanswered, lang, "neuter"))
    told = lang.plural(
        "{count} of {total} is unanswered.",
        "{count} of {total} are unanswered.",
        unanswered,
        count=count,
        total=counted(len(rows), lang, "neuter"),
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


def _views(rows: list[Row], filters: Filters, lang: Language) -> list[View]:
    return [
        View(
            lang.text(STATE_WORDS[name]) if name else lang.text("All"),
            f"/letters?{urlencode({'state': name})}" if name else "/letters",
            sum(has_state(row, name) for row in rows) if name else len(rows),
            current=filters.state == name and not filters.narrowing,
        )
        for name in VIEWS
    ]


def _fields(
    work: UnitOfWork, names: Names, rows: list[Row], filters: Filters, lang: Language
) -> list[Field]:
    used = {key for row in rows for key in row.departments} - {OTHERS}
    departments = [(key, _department(key, work, lang)) for key in sorted(used)]
    years = sorted({str(row.sent.first.year) for row in rows}, reverse=True)
    return [
        Field(
            "department",
            lang.text("Recipient"),
            [*departments, (OTHERS, lang.text("Others"))],
            filters.department,
        ),
        Field(
            "state",
            lang.text("Status"),
            [(name, lang.text(STATE_WORDS[name])) for name in STATES],
            filters.state,
        ),
        Field(
            "kind",
            lang.text("Type"),
            [(each.value, kind_word(each, lang)) for each in LetterKind],
            filters.kind,
        ),
        Field("area", lang.text("Area"), list(names.areas.items()), filters.area),
        Field("year", lang.text("Year"), [(year, year) for year in years], filters.year),
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


def _column(name: str, filters: Filters, lang: Language) -> Column:
    backwards = f"-{name}"
    sorted_ = {name: "ascending", backwards: "descending"}.get(filters.sort, "none")
    value = backwards if filters.sort == name else name
    if name == "sent" and sorted_ == "none":
        value = NEWEST_FIRST
    return Column(lang.text(COLUMNS[name]), value, sorted_)
