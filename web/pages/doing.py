"""The pages of deeds with things: where something is registered, and what can be done with it.

Each is a route with a name of its own, so that the table of rules can tell them apart.
"""

from collections.abc import Iterable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...commands.stakeholders import party_in
from ...domain.kinds import Kind
from ..deeds.carrying_out import done_or_asked
from ..deeds.deed import Deed
from ..deeds.tables import DEEDS, NEW
from ..forms import Handler, Typed, with_form
from ..requests.uploads import with_files

THE_LEADERS = ("approve", "withdraw-approval")
"""What only the leader does has routes of its own."""


def new_thing(path: str, kind: Kind) -> Route:
    """Where something of that kind is registered."""

    def asked(request: Request, typed: Typed | None) -> Response:
        return done_or_asked(request, typed, kind, NEW[kind])

    return _route(path, f"new_{kind.value}", asked, [NEW[kind]])


def deeds_with(path: str, kind: Kind) -> Route:
    """Any deed with something of that kind, named at the end of the path."""

    def asked(request: Request, typed: Typed | None) -> Response:
        deed = DEEDS[kind].get(request.path_params["deed"])
        if deed is None or deed.name in THE_LEADERS:
            raise HTTPException(404)
        return done_or_asked(request, typed, kind, deed, request.path_params["key"])

    return _route(path, f"{kind.value}_deed", asked, DEEDS[kind].values())


def one_deed(path: str, kind: Kind, deed: str, *, name: str) -> Route:
    """A deed with a route of its own, called `name`, since others do it or it stands elsewhere."""

    def asked(request: Request, typed: Typed | None) -> Response:
        return done_or_asked(request, typed, kind, DEEDS[kind][deed], request.path_params["key"])

    return _route(path, name, asked, [DEEDS[kind][deed]])


def _route(path: str, name: str, asked: Handler, deeds: Iterable[Deed]) -> Route:
    """The form brings files where one of the deeds takes any."""
    reading = with_files if any(each.files is not None for each in deeds) else with_form
    return Route(path, reading(asked), name=name, methods=["GET", "POST"])


@with_form
def stakeholder_deed(request: Request, typed: Typed | None) -> Response:
    """With the organisation's own row, or with the one that it continues."""
    deed = DEEDS[Kind.STAKEHOLDER].get(request.path_params["deed"])
    with request.app.state.tilsvar.office.reading() as work:
        params = request.path_params
        party = party_in(work, params["key"], params["organisation"])
    if deed is None or party is None:
        raise HTTPException(404)
    return done_or_asked(request, typed, Kind.STAKEHOLDER, deed, party.own.key)


@with_form
def new_stance(request: Request, typed: Typed | None) -> Response:
    """Where the theme is asked for, too."""
    return done_or_asked(request, typed, Kind.STAKEHOLDER, NEW[Kind.STAKEHOLDER])
