"""The pages of deeds with things, one for each that the table of rules tells apart."""

from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.stakeholders import party_in
from ...domain.kinds import Kind
from ..deeds.carrying_out import done_or_asked
from ..deeds.tables import DEEDS, NEW
from ..forms import Typed, with_form
from ..requests.uploads import with_files

Endpoint = Callable[[Request], Awaitable[Response]]

THE_LEADERS = ("approve", "withdraw-approval")
"""What only the leader does has routes of its own."""


@with_files
def consultation_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.CONSULTATION)


@with_form
def op_ed_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.OP_ED)


@with_form
def op_ed_approval(request: Request, typed: Typed | None) -> Response:
    """The leader's own; a route of its own, so that the table of roles can say so."""
    return _deed(request, typed, Kind.OP_ED, "approve")


@with_form
def op_ed_approval_withdrawn(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.OP_ED, "withdraw-approval")


@with_form
def deadline_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.DEADLINE)


@with_files
def letter_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.LETTER)


@with_files
def new_letter(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.LETTER, NEW[Kind.LETTER])


@with_form
def organisation_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.ORGANISATION)


@with_form
def new_consultation(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.CONSULTATION, NEW[Kind.CONSULTATION])


@with_form
def new_op_ed(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.OP_ED, NEW[Kind.OP_ED])


@with_form
def new_deadline(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.DEADLINE, NEW[Kind.DEADLINE])


@with_form
def new_organisation(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.ORGANISATION, NEW[Kind.ORGANISATION])


@with_form
def new_activity(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.ACTIVITY, NEW[Kind.ACTIVITY])


@with_form
def activity_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.ACTIVITY)


@with_form
def new_theme(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.THEME, NEW[Kind.THEME])


@with_form
def theme_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.THEME)


@with_form
def measure_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.MEASURE)


@with_form
def new_outlet(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.OUTLET, NEW[Kind.OUTLET])


@with_form
def outlet_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.OUTLET)


@with_form
def new_coverage(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.COVERAGE, NEW[Kind.COVERAGE])


@with_form
def coverage_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.COVERAGE)


def new_thing(kind: Kind) -> Endpoint:
    """The page on which something of that kind is registered."""
    return with_form(lambda request, typed: done_or_asked(request, typed, kind, NEW[kind]))


def deed_with(kind: Kind) -> Endpoint:
    """The page of any deed with something of that kind."""
    return with_form(lambda request, typed: _deed(request, typed, kind))


@with_form
def new_stakeholders(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.THEME, "name-stakeholders")


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


@with_form
def new_contact(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.ORGANISATION, "add-contact")


@with_form
def contact_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.CONTACT)


@with_form
def person_deed(request: Request, typed: Typed | None) -> Response:
    return _deed(request, typed, Kind.PERSON)


@with_form
def new_person(request: Request, typed: Typed | None) -> Response:
    return done_or_asked(request, typed, Kind.PERSON, NEW[Kind.PERSON])


def _deed(request: Request, typed: Typed | None, kind: Kind, name: str = "") -> Response:
    deed = DEEDS[kind].get(name or request.path_params["deed"])
    if deed is None or (deed.name in THE_LEADERS and not name):
        raise HTTPException(404)
    return done_or_asked(request, typed, kind, deed, request.path_params["key"])
