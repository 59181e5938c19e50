"""On one's own page: when one's reminders come together in a mail, and when one is away."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.council import choose_digest
from ...commands.reminders import register_absence, withdraw_absence
from ...domain.digests import DigestWish, Rhythm
from ...domain.errors import TilsvarError
from ...domain.people import Person
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..forms import Typed, check, with_form
from ..languages import reader_language
from ..settings.me_forms import Absent, Digest
from .me import me_page


@with_form
def own_digest(request: Request, typed: Typed | None) -> Response:
    """How often and at what hour; no hour is the usual one."""
    reader = reader_of(request)
    if typed is None:
        return RedirectResponse("/me", 303)
    form = check(Digest, typed, reader_language(request))
    if form.content is None:
        return me_page(request, reader, digest=form)
    with request.app.state.tilsvar.office.work(by=reader.key) as work:
        wish = DigestWish(Rhythm(form.content.rhythm), form.content.hour)
        choose_digest(work, email=work.view(Person, reader.key).email, wish=wish)
        work.commit()
    return landed("/me", "digest-chosen")


@with_form
def own_absence(request: Request, typed: Typed | None) -> Response:
    """The reader is away from one day to another; both count."""
    reader = reader_of(request)
    if typed is None:
        return RedirectResponse("/me", 303)
    form = check(Absent, typed, reader_language(request))
    if form.content is not None:
        first, last = form.content.first, form.content.last
        try:
            with request.app.state.tilsvar.office.work(by=reader.key) as work:
                register_absence(work, person=reader.key, first=first, last=last)
                work.commit()
        except TilsvarError as error:
            form = form.refused(error, "last")
        else:
            return landed("/me", "away")
    return me_page(request, reader, absence=form)


@with_form
def own_absence_withdrawn(request: Request, typed: Typed | None) -> Response:
    """They are not away after all."""
    reader = reader_of(request)
    form = check(Absent, typed or {}, reader_language(request))
    if form.content is None:
        return me_page(request, reader, absence=form)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            first, last = form.content.first, form.content.last
            withdraw_absence(work, person=reader.key, first=first, last=last)
            work.commit()
    except TilsvarError as error:
        return me_page(request, reader, absence=form.refused(error))
    return landed("/me", "not-away")
