"""Every calendar that somebody may subscribe to: whose it is, who fetched it, and a new one."""

from typing import Annotated
from urllib.parse import quote

from pydantic import StringConstraints
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.feeds import (
    FEED_KINDS,
    BadFeedName,
    create_feed,
    list_feeds,
    restore_feed,
    revoke_feed,
)
from ...domain.areas import Area
from ...domain.errors import TilsvarError
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork, Unknown
from ...wording.language import Language
from ..access import sends
from ..calendars.feed_lines import feed_line
from ..calendars.month import FILTERS
from ..deeds.acting import reader_of
from ..deeds.deed import Chosen
from ..deeds.done import Done, Undoing, landed
from ..forms import Filled, Form, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..lists.folding import folded
from ..rendering import page
from ..settings.changes import FEEDS, changes

PATH = "/settings/feeds"
NAME = "raadet"
"""What the form proposes as the last part of the address."""

ACTS = {"revoke": revoke_feed, "restore": restore_feed}
DONE = {
    "revoke": N_("The address is withdrawn and shows nothing any more."),
    "restore": N_("The address works again."),
}
UNDOES = {"revoke": "restore", "restore": "revoke"}


class NewFeed(Form):
    """Whose calendar it is, no person meaning the council's; no kinds are all."""

    person: Chosen = field(N_("For"), default=None)
    name: Annotated[str, StringConstraints(min_length=1, max_length=60)] = field(
        N_("Name in the address")
    )
    kinds: list[str] = field(N_("What is to be in it"), default=[])
    area: Chosen = field(N_("Only one area"), default=None)
    alarms: bool = field(N_("Remind before each meeting and deadline"), default=False)


@with_form
def feeds(request: Request, typed: Typed | None) -> Response:
    """All of them; a POST makes one, whose address is shown on the page that follows, once."""
    lang = reader_language(request)
    if typed is None:
        return _page(request, blank(NewFeed, lang, name=NAME, kinds=FEED_KINDS))
    form = check(NewFeed, typed, lang)
    said = form.content
    if said is None:
        return _page(request, form)
    every = set(said.kinds) >= set(FEED_KINDS)
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            token = create_feed(
                work,
                name=said.name,
                person=said.person,
                kinds=() if every else said.kinds,
                area=said.area,
                alarms=said.alarms,
            )
            work.commit()
    except BadFeedName as error:
        return _page(request, form.refused(error, "name"))
    except Unknown as error:
        return _page(
            request, form.refused(error, "area" if error.facts["what"] == "area" else "person")
        )
    except TilsvarError as error:
        return _page(request, form.refused(error, "kinds"))
    return RedirectResponse(f"/feeds/{quote(token, safe='')}/?new=1", 303)


def feed_act(request: Request) -> Response:
    """Withdraw an address, or let it show the calendar again."""
    number, act = request.path_params["number"], request.path_params["act"]
    if act not in ACTS:
        raise HTTPException(404)
    with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
        known = {str(row.id): row.id for row in list_feeds(work)}
        if number not in known:
            raise HTTPException(404)
        ACTS[act](work, feed=known[number])
        work.commit()
    return landed(PATH, act, about=number)


def _page(request: Request, form: Filled[NewFeed]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        rows = list_feeds(work)
        return page(
            request,
            "feeds.html",
            work,
            status=form.status,
            section="settings",
            form=form,
            may=sends(request, reader_of(request).role, PATH),
            open=[feed_line(row, work, lang) for row in rows if row.revoked is None],
            revoked=[feed_line(row, work, lang) for row in rows if row.revoked is not None],
            people=_people(work, lang),
            areas=[("", lang.text("All areas")), *_areas(work)],
            offered=[(name, lang.text(FILTERS[name])) for name in FEED_KINDS],
            lines=changes(work, FEEDS, lang),
            done=_done(request, work, lang),
        )


def _people(work: UnitOfWork, lang: Language) -> list[tuple[str, str]]:
    here = [each for each in work.people if each.active_on(work.today)]
    here.sort(key=lambda each: folded(each.name))
    return [("", lang.text("The whole council")), *((each.key, each.name) for each in here)]


def _areas(work: UnitOfWork) -> list[tuple[str, str]]:
    return sorted(
        ((each.key, each.name) for each in work.all(Area)), key=lambda pair: folded(pair[1])
    )


def _done(request: Request, work: UnitOfWork, lang: Language) -> Done | None:
    what, about = request.query_params.get("done", ""), request.query_params.get("about", "")
    row = next((row for row in list_feeds(work) if str(row.id) == about), None)
    if what not in DONE or row is None or (row.revoked is None) is not (what == "restore"):
        return None
    return Done(lang.text(DONE[what]), undo=Undoing(f"{PATH}/{row.id}/{UNDOES[what]}"))
