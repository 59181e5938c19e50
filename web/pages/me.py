"""One's own page: who one is here, the language and the colours, and where one is signed in."""

from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from ...commands.signing_in import choose_language, sessions_of
from ...domain.people import Person
from ...domain.sentences import N_
from ...domain.words import ROLES
from ...store.clock import local_day
from ...wording.numbers import capitalised
from ..access import NotSignedIn
from ..deeds.done import landed
from ..forms import Filled, Form, Typed, blank, check, field, with_form
from ..languages import NAMES, reader_language, remember
from ..rendering import page
from ..requests.themes import remember_theme, theme
from ..searching.shortcuts import remember_shortcuts, wants_shortcuts
from ..settings.me_forms import RHYTHMS, Absent, Digest, chosen_digest
from ..signing_in.sessions import SignedIn, signed_in

COLOURS = {
    "auto": N_("As the device has it"),
    "light": N_("Light"),
    "dark": N_("Dark"),
}


KEYS = {"on": N_("In use"), "off": N_("Switched off")}


class Preferences(Form):
    language: Literal["nb", "nn", "en"] = field(N_("Language"))
    colours: Literal["auto", "light", "dark"] = field(N_("Colours"))
    shortcuts: Literal["on", "off"] = field(N_("Keyboard shortcuts"), default="on")


@with_form
def me(request: Request, typed: Typed | None) -> Response:
    """The page, and what is chosen on it."""
    reader, lang = signed_in(request), reader_language(request)
    if reader is None:
        raise NotSignedIn
    if typed is None:
        return me_page(request, reader)
    form = check(Preferences, typed, lang)
    if form.content is None:
        return me_page(request, reader, form)
    with request.app.state.tilsvar.office.work(by=reader.key) as work:
        choose_language(work, person=reader.key, language=form.content.language)
        work.commit()
    response = landed("/me", "choices-kept")
    remember(request, response, form.content.language)
    remember_theme(request, response, form.content.colours)
    remember_shortcuts(request, response, wanted=form.content.shortcuts == "on")
    return response


def me_page(
    request: Request,
    reader: SignedIn,
    form: Filled[Preferences] | None = None,
    *,
    digest: Filled[Digest] | None = None,
    absence: Filled[Absent] | None = None,
) -> Response:
    """The page, with the form in it that was sent and is not in order."""
    lang = reader_language(request)
    sent = next((each for each in (form, digest, absence) if each is not None), None)
    form = form or blank(
        Preferences,
        lang,
        language=lang.code,
        colours=theme(request),
        shortcuts="on" if wants_shortcuts(request) else "off",
    )
    with request.app.state.tilsvar.office.reading() as work:
        zone, person = work.office.zone, work.get(Person, reader.key)
        away = [each for each in work.roll.absences if each.person == reader.key]
        sessions = [
            (each.browser, local_day(each.last_seen, zone), each.id == reader.session)
            for each in sessions_of(work, reader.key)
        ]
        return page(
            request,
            "me.html",
            work,
            status=sent.status if sent else 200,
            section="me",
            form=form,
            digest_form=digest or chosen_digest(person, lang),
            rhythms=[(value, lang.text(label)) for value, label in RHYTHMS.items()],
            absence_form=absence or blank(Absent, lang),
            absences=[each for each in away if each.last >= work.today],
            address=person.email,
            role=capitalised(lang.text(ROLES[reader.role])),
            sessions=sessions,
            languages=list(NAMES.items()),
            colours=[(value, lang.text(label)) for value, label in COLOURS.items()],
            keys=[(value, lang.text(label)) for value, label in KEYS.items()],
        )
