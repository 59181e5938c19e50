"""Who may speak for the council on what: named, and ended, by the secretariat."""

from starlette.requests import Request
from starlette.responses import Response

from ...commands.media import SpeaksNoMore, name_speaker, unname_speaker
from ...domain.errors import TilsvarError
from ...domain.media import Speaker, SpeaksOnOneThing
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import sends
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.fields import areas, people
from ..deeds.of_media import themes
from ..deeds.undoing import Done, Undoing
from ..forms import Filled, Typed, blank, check, with_form
from ..languages import reader_language
from ..media.forms import Named
from ..media.speakers import subjects
from ..names import Names
from ..rendering import page

PATH = "/media/speakers"
SAID = {
    "speaker-named": (N_("{person} is named as a spokesperson."), f"{PATH}/end"),
    "speaker-ended": (N_("{person} is no longer a spokesperson on that."), PATH),
}
"""What was done, and where it is taken back."""
AT: dict[type[TilsvarError], str] = {SpeaksOnOneThing: "theme", SpeaksNoMore: "person"}


@with_form
def speakers(request: Request, typed: Typed | None) -> Response:
    """The spokespersons by subject, and the form that names one."""
    reader, lang = reader_of(request), reader_language(request)
    if typed is None:
        asked = {name: request.query_params.get(name, "") for name in ("person", "area", "theme")}
        return _page(request, blank(Named, lang, **asked))
    form = check(Named, typed, lang)
    if form.content is None:
        return _page(request, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            made = name_speaker(work, **dict(form.content))
            work.commit()
    except TilsvarError as error:
        return _page(request, form.refused(error, AT.get(type(error), "")))
    return landed(PATH, "speaker-named", made.key)


@with_form
def speaker_ended(request: Request, typed: Typed | None) -> Response:
    """They no longer speak on that; whoever was quicker has done it already."""
    reader, lang = reader_of(request), reader_language(request)
    form = check(Named, typed or {}, lang)
    if form.content is None:
        return _page(request, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            ended = unname_speaker(work, **dict(form.content))
            work.commit()
    except TilsvarError as error:
        return _page(request, form.refused(error))
    return landed(PATH, "speaker-ended", ended.key)


def _page(request: Request, form: Filled[Named]) -> Response:
    lang, reader = reader_language(request), reader_of(request)
    with request.app.state.tilsvar.office.reading() as work:
        names = Names(work)
        return page(
            request,
            "speakers.html",
            work,
            status=form.status,
            section="communications",
            form=form,
            subjects=subjects(work, names, lang),
            people=[("", lang.text("Not chosen")), *people(work, names, lang)[1:]],
            areas=areas(work, names, lang),
            themes=themes(work, names, lang),
            may=sends(request, reader.role, PATH),
            done=_done(request, work, names, lang),
        )


def _done(request: Request, work: UnitOfWork, names: Names, lang: Language) -> Done | None:
    what, key = request.query_params.get("done", ""), request.query_params.get("about", "")
    found = work.look(Speaker, key) if what in SAID else None
    if found is None or found.ended != (what == "speaker-ended"):
        return None
    sentence, undo = SAID[what]
    fields = {"person": found.person, "area": found.area or "", "theme": found.theme or ""}
    return Done(
        lang.text(sentence, person=names.people.get(found.person, found.person)),
        undo=Undoing(undo, tuple(fields.items())),
    )
