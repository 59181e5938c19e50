"""The communications plan: its list, a year of it month by month, and what it lacks."""

from starlette.requests import Request
from starlette.responses import Response

from ...domain.communications import Activity
from ...wording.dates import day_in_full, short_month
from ...wording.language import Language
from ..access import opens
from ..communications.gaps import gaps
from ..communications.listed import ACTIVITIES, activity_entry, in_order
from ..communications.year import year_of
from ..deeds.acting import reader_of
from ..languages import reader_language
from ..lists.listing import listing
from ..names import Names
from ..rendering import page
from ..requests.numbers import row_number

NEW = "/communications/new"
EARLIEST, LATEST = 1950, 2199


def communications(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        entries = [activity_entry(each, work, names, lang) for each in in_order(work.all(Activity))]
        return page(
            request,
            "listing.html",
            work,
            section="communications",
            heading=lang.text("The communications plan"),
            new=_new(request, lang),
            elsewhere=_elsewhere(lang),
            nothing=_nothing(lang),
            **listing(request, ACTIVITIES, entries, lang),
        )


def _new(request: Request, lang: Language) -> tuple[str, str] | None:
    may = opens(request, reader_of(request).role, NEW)
    return (NEW, lang.text("Plan an activity")) if may else None


def _elsewhere(lang: Language) -> list[tuple[str, str]]:
    return [
        (lang.text("Month by month"), "/communications/timeline"),
        (lang.text("What is missing"), "/communications/gaps"),
        (lang.text("Outlets"), "/media"),
    ]


def _nothing(lang: Language) -> tuple[str, str, str, str]:
    """The view, and what is said where nothing is in it, with the way to where something may be."""
    to = f"{ACTIVITIES.path}?view=suggested"
    return "planned", lang.text("Nothing is planned."), to, lang.text("See the suggestions")


def activities_of_year(request: Request) -> Response:
    """The year that the address names, else this one."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        year = row_number(request.query_params.get("year", "")) or 0
        year = year if EARLIEST <= year <= LATEST else work.today.year
        return page(
            request,
            "communications_year.html",
            work,
            section="communications",
            year=year,
            months=[short_month(each, lang) for each in range(1, 13)],
            heading=lang.text("Communications in {year}", year=year),
            nothing=lang.text("Nothing is planned and nothing was done in {year}.", year=year),
            found=year_of(work, year, Names(work), lang),
            new=_new(request, lang),
        )


def missing_activities(request: Request) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = gaps(work, lang)
        return page(
            request,
            "communications_gaps.html",
            work,
            section="communications",
            found=found,
            lead=lang.text(
                "Nothing was done here in the last six months, since {day}, and nothing is"
                " planned.",
                day=day_in_full(found.from_day, lang),
            ),
            new=_new(request, lang),
        )
