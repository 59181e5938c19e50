"""One's own page: who one is here, the language and the colours, and where one is signed in."""

from typing import Literal

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.signing_in import choose_language, sessions_of
from ...domain.people import Person
from ...domain.sentences import N_
from ...domain.words import ROLES
from ...store.clock import local_day
from ...wording.numbers import capitalised
from ..access import NotSignedIn
from ..forms import Filled, Form, Typed, blank, check, field, with_form
from ..languages import NAMES, reader_language, remember
from ..rendering import page
from ..sessions import SignedIn, signed_in
from ..themes import remember_theme, theme

COLOURS = {
    "auto": N_("As the device has it"),
    "light": N_("Light"),
    "dark": N_("Dark"),
}


class Preferences(Form):
    language: Literal["nb", "nn", "en"] = field(N_("Language"))
    colours: Literal["auto", "light", "dark"] = field(N_("Colours"))


@with_form
def me(request: Request, typed: Typed | None) -> Response:
    """The page, and what is chosen on it."""
    reader, lang = signed_in(request), reader_language(request)
    if reader is None:
        raise NotSignedIn
    if typed is None:
        form = blank(Preferences, lang, language=lang.code, colours=theme(request))
        return _me(request, reader, form)
    form = check(Preferences, typed, lang)
    if form.content is None:
        return _me(request, reader, form)
    with request.app.state.tilsvar.office.work(by=reader.key) as work:
        choose_language(work, person=reader.key, language=form.content.language)
        work.commit()
    response = RedirectResponse("/me?saved=1", 303)
    remember(request, response, form.content.language)
    remember_theme(request, response, form.content.colours)
    return response


def _me(request: Request, reader: SignedIn, form: Filled[Preferences]) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        zone = work.office.zone
        sessions = [
            (each.browser, local_day(each.last_seen, zone), each.id == reader.session)
            for each in sessions_of(work, reader.key)
        ]
        return page(
            request,
            "me.html",
            work,
            status=form.status,
            section="me",
            form=form,
            saved="saved" in request.query_params and not form.mistakes,
            address=work.get(Person, reader.key).email,
            role=capitalised(lang.text(ROLES[reader.role])),
            sessions=sessions,
            languages=list(NAMES.items()),
            colours=[(value, lang.text(label)) for value, label in COLOURS.items()],
        )
