"""Signing in by a link that comes by mail, and signing out.

Following a link only shows a page: mail scanners follow links too. Its button signs in, once.
"""

from typing import Literal

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands import signing_in as commands
from ...commands.sign_in_limits import WINDOW, TooManyLinks
from ...commands.signing_in import Asking, LinkGone, OtherBrowser
from ...domain.people import Person
from ...domain.sentences import N_
from ...settings import secret_of
from ...store.signing_in import language_of
from ...store.tokens import new_token
from ...store.unit_of_work import UnitOfWork
from ...wording.numbers import counted
from ..forms import Address, Form, Typed, blank, check, field, with_form
from ..languages import reader_language, remember
from ..rendering import page
from ..requests.browsers import browser_name
from ..requests.clients import client_of
from ..requests.paths_within import HOME, path_within
from ..signing_in.first_steps import nobody_is_here
from ..signing_in.sessions import (
    SESSION,
    begin_session,
    cookie,
    drop_cookie,
    end_session,
    set_cookie,
    signed_in,
)

ASKED = "asked"
"""The cookie by which a browser shows that the link was asked for in it."""

MINUTES = round(commands.LINK_LASTS.total_seconds() / 60)


class WhoAreYou(Form):
    email: Address = field(N_("E-mail address"))
    next: str = field("", default=HOME)


@with_form
def sign_in(request: Request, typed: Typed | None) -> Response:
    """Ask for the address and mail a link to it; the answer does not tell whether it is known."""
    lang = reader_language(request)
    wanted = path_within(request.query_params.get("next", HOME))
    if typed is None:
        if signed_in(request):
            return _led_to(wanted)
        form = blank(WhoAreYou, lang, next=wanted)
        return _sign_in_page(request, form, wanted)
    form = check(WhoAreYou, typed, lang)
    wanted = path_within(form.value("next") or HOME)
    if form.content is None:
        return _sign_in_page(request, form, wanted)
    app = request.app.state.tilsvar
    # A browser keeps its secret, so that each of several mails works in it.
    browser = cookie(request, ASKED) or new_token()
    asking = Asking(
        address=form.content.email,
        browser=browser,
        browser_name=browser_name(request.headers.get("user-agent", "")),
        client=client_of(request),
        wanted=wanted,
    )
    with app.office.work(by="web") as work:
        try:
            commands.ask_for_link(work, asking, secret_of(app.settings))
        except TooManyLinks as refusal:
            response = _sign_in_page(request, form.refused(refusal, status=429), wanted)
            response.headers["Retry-After"] = str(round(WINDOW.total_seconds()))
            return response
        work.commit()
    response = _led_to("/sign-in/sent")
    set_cookie(request, response, ASKED, browser, lasts=commands.LINK_LASTS)
    return response


def _sign_in_page(request: Request, form: object, wanted: str) -> Response:
    app = request.app.state.tilsvar
    with app.office.reading() as work:
        return _unkept(
            page(
                request,
                "sign_in.html",
                None,
                status=getattr(form, "status", 200),
                form=form,
                wanted=wanted,
                has_oidc=app.settings.has_oidc,
                first_time=nobody_is_here(work),
            )
        )


def sign_in_sent(request: Request) -> Response:
    lang = reader_language(request)
    return _unkept(page(request, "sign_in_sent.html", None, minutes=counted(MINUTES, lang)))


@with_form
def sign_in_link(request: Request, typed: Typed | None) -> Response:
    """A GET asks whether to sign in, which changes nothing; the button does it."""
    token, browser = request.path_params["token"], cookie(request, ASKED)
    office = request.app.state.tilsvar.office
    try:
        if typed is None:
            with office.reading() as work:
                person = commands.look_at_link(work, token, browser).person
                name = _name(work, person)
            return _unkept(page(request, "sign_in_link.html", None, name=name))
        with office.work(by="web") as work:
            person, wanted = commands.use_link(work, token, browser)
            response = _led_to(path_within(wanted))
            enter(request, response, work, person)
            work.commit()
    except OtherBrowser:
        return _dead_link(request, "other")
    except LinkGone:
        return _dead_link(request, "gone")
    drop_cookie(request, response, ASKED)
    return response


def enter(request: Request, response: Response, work: UnitOfWork, person: str) -> None:
    """Open a session of that person in this browser; one that it had is closed."""
    if earlier := cookie(request, SESSION):
        commands.close_session(work, earlier)
    name = browser_name(request.headers.get("user-agent", ""))
    begin_session(request, response, commands.open_session(work, person=person, browser_name=name))
    if language := language_of(work.session, person):
        remember(request, response, language)


@with_form
def sign_out(request: Request, typed: Typed | None) -> Response:
    """Close the session of this browser, or with `everywhere` all of this person's."""
    reader, token = signed_in(request), cookie(request, SESSION)
    with request.app.state.tilsvar.office.work(by="web") as work:
        if reader and typed and typed.get("everywhere"):
            commands.revoke_sessions(work, person=reader.key)
        elif token:
            commands.close_session(work, token)
        work.commit()
    response = _led_to("/sign-in")
    end_session(request, response)
    return response


def _dead_link(request: Request, why: Literal["gone", "other"]) -> Response:
    status = 403 if why == "other" else 410
    return _unkept(page(request, "sign_in_again.html", None, status=status, why=why))


def _name(work: UnitOfWork, key: str) -> str:
    person = work.look(Person, key)
    return person.name if person else key


def _led_to(path: str) -> Response:
    return RedirectResponse(path, 303, {"Cache-Control": "no-store"})


def _unkept(response: Response) -> Response:
    """Pages about signing in are not kept by the browser, nor found by those who search."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
