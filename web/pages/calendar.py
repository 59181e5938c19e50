"""The calendar, as a month and as a list, and how to have it in a calendar program of one's own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.feeds import (
    FEED_KINDS,
    create_feed,
    list_feeds,
    restore_feed,
    revoke_feed,
)
from ...domain.dates import Edtf, Precision
from ...domain.errors import TilsvarError
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import month_name, weekday
from ...wording.language import Language
from ...wording.numbers import capitalised
from ..calendars.client_guides import guides
from ..calendars.feed_lines import feed_line
from ..calendars.month import FILTERS, before, entries, following, point, weeks
from ..deeds.acting import reader_of
from ..deeds.done import Done, Undoing, landed
from ..forms import Filled, Form, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..rendering import page
from ..signing_in.sessions import SignedIn

NAME = "tilsvar"
"""What every feed of somebody's own is called in its address."""

FIRST_YEAR, LAST_YEAR = 1900, 2100

SHORT = 3
"""How many letters of a weekday stand over its column: man, tir, ons."""


class Feed(Form):
    """What one's own calendar is to hold; no kinds are all."""

    kinds: list[str] = field(N_("What is to be in it"), default=[])
    invited: Literal["yes", "no"] = field(N_("Meetings that you have an invitation to"))
    alarms: bool = field(N_("Remind before each meeting and deadline"), default=False)


@with_form
def calendar(request: Request, typed: Typed | None) -> Response:
    """The month that the address asks for; a POST makes an address to subscribe to."""
    reader, lang = reader_of(request), reader_language(request)
    if typed is None:
        return _calendar(request, reader, blank(Feed, lang, kinds=FEED_KINDS, invited="yes"))
    form = check(Feed, typed, lang)
    said = form.content
    if said is None:
        return _calendar(request, reader, form)
    every = set(said.kinds) >= set(FEED_KINDS)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            token = create_feed(
                work,
                name=NAME,
                person=reader.key,
                kinds=() if every else said.kinds,
                alarms=said.alarms,
                invited=said.invited == "yes",
            )
            work.commit()
    except TilsvarError as error:
        return _calendar(request, reader, form.refused(error, "kinds"))
    return RedirectResponse(f"/feeds/{quote(token, safe='')}/?new=1", 303)


def _calendar(request: Request, reader: SignedIn, form: Filled[Feed]) -> Response:
    lang = reader_language(request)
    asked = frozenset(request.query_params.getlist("kind")) & set(FILTERS)
    with request.app.state.tilsvar.office.reading() as work:
        first = _month(request, work.today)
        found = entries(work, reader, asked, lang)
        month = f"{month_name(first.month, lang)} {first.year}"
        in_it = [each for each in found if each.on.is_day and _same_month(each.on.day, first)]
        loose = [each for each in found if not each.on.is_day and _touches(each.on, first)]
        made = weeks(first, found, work.today)
        names = [weekday(each.day, lang) for each in made[0].days]
        return page(
            request,
            "calendar.html",
            work,
            status=form.status,
            section="calendar",
            month=month,
            value=f"{first:%Y-%m}",
            weekdays=[(name[:SHORT], name) for name in names],
            weeks=made,
            points=[point(each, work.today, lang) for each in in_it],
            loose=[point(each, work.today, lang) for each in loose],
            cancelled={each.href for each in found if each.cancelled},
            earlier=_link(before(first), asked, lang),
            later=_link(following(first), asked, lang),
            now=_link(work.today, asked, lang).href,
            kinds=[(name, lang.text(word), name in asked) for name, word in FILTERS.items()],
            narrowed=bool(asked),
            form=form,
            guides=guides(lang),
            done=_done(request, reader, work, lang),
            offered=[(name, lang.text(FILTERS[name])) for name in FEED_KINDS],
            feeds=[
                feed_line(row, work, lang)
                for row in list_feeds(work)
                if row.person == reader.key and row.revoked is None
            ],
        )


@dataclass(frozen=True)
class MonthLink:
    href: str
    label: str


def _link(day: date, kinds: frozenset[str], lang: Language) -> MonthLink:
    asked: list[tuple[str, Any]] = [("month", f"{day:%Y-%m}")]
    asked += [("kind", each) for each in FILTERS if each in kinds]
    return MonthLink(f"/calendar?{urlencode(asked)}", capitalised(month_name(day.month, lang)))


def _month(request: Request, today: date) -> date:
    """The first day of the month asked for, of this one where it cannot be read."""
    try:
        asked = Edtf(request.query_params.get("month", ""))
    except TilsvarError:
        return today.replace(day=1)
    sound = asked.precision in (Precision.MONTH, Precision.DAY)
    return asked.first.replace(day=1) if sound and _near(asked) else today.replace(day=1)


def _near(asked: Edtf) -> bool:
    return FIRST_YEAR <= asked.first.year <= LAST_YEAR


def _same_month(day: date, first: date) -> bool:
    return (day.year, day.month) == (first.year, first.month)


def _touches(on: Edtf, first: date) -> bool:
    """Whether a period or a limit has to do with that month: it lies in it, or ends in it."""
    if on.precision is Precision.NO_LATER_THAN:
        return _same_month(on.last, first)
    return on.first < following(first) and on.last >= first


def revoke_own_feed(request: Request) -> Response:
    """Take back an address of one's own; nobody else's is found."""
    return _own(request, revoke_feed, "revoked")


def restore_own_feed(request: Request) -> Response:
    """The undo of it."""
    return _own(request, restore_feed, "restored")


def _own(request: Request, act: Callable[..., None], what: str) -> Response:
    reader = reader_of(request)
    asked = str(request.path_params["number"])
    with request.app.state.tilsvar.office.work(by=reader.key) as work:
        own = {str(row.id): row.id for row in list_feeds(work) if row.person == reader.key}
        if asked not in own:
            raise HTTPException(404)
        act(work, feed=own[asked])
        work.commit()
    return landed("/calendar", what, about=asked)


def _done(request: Request, reader: SignedIn, work: UnitOfWork, lang: Language) -> Done | None:
    about = request.query_params.get("about", "")
    rows = [row for row in list_feeds(work) if row.person == reader.key and str(row.id) == about]
    match request.query_params.get("done"), [row.revoked is None for row in rows]:
        case "revoked", [False]:
            said = lang.text("The address is withdrawn and shows nothing any more.")
            return Done(said, undo=Undoing(f"/calendar/feeds/{about}/restore"))
        case "restored", [True]:
            return Done(lang.text("The address works again."))
    return None
