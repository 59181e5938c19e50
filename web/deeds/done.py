"""What somebody has just done, in one sentence on the page that they land on, and how to undo it.

The address only names it (`?done=follow-up-approved&about=F2023-01`): the sentence is made of what
is so now, and there is none where it is not so, or no longer. A page that makes its own hands it to
`page(done=…)`; the layout shows whichever there is.
"""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse

from ...domain.consultations import Consultation
from ...domain.meetings import Meeting
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf
from ...wording.language import Language
from ..access import opens, sends
from ..rules import OFFICE, SAFE_METHODS
from ..signing_in.sessions import signed_in
from ..today.put_off import held, title_of
from .done_with_doubtful_answers import WITH_DOUBTFUL_ANSWERS
from .done_with_files import WITH_FILES
from .done_with_follow_ups import WITH_FOLLOW_UPS
from .done_with_passed import PASSED
from .done_with_public_list import WITH_PUBLIC_LIST
from .done_with_themes import WITH_THEMES
from .undoing import Done, Tell, Undoing

__all__ = ["SAID", "TOLD", "Done", "Undoing", "done", "landed"]


def landed(path: str, what: str, about: str = "", **facts: str) -> RedirectResponse:
    """The page to land on, which says what was done."""
    said = {"done": what, "about": about, **facts}
    known = {name: value for name, value in said.items() if value}
    return RedirectResponse(f"{path}?{urlencode(known)}", 303)


def done(request: Request, work: UnitOfWork, lang: Language) -> Done | None:
    """The sentence of the page that is asked for, None where it follows on nothing."""
    what, reader = request.query_params.get("done", ""), signed_in(request)
    if request.method not in SAFE_METHODS:
        return None  # a form that was sent from there, and is shown again with its mistakes
    if what in SAID and reader is not None:
        return Done(lang.text(SAID[what]))
    tell = TOLD.get(what)
    if tell is None or reader is None or reader.role not in (OFFICE or ()):
        return None
    found = tell(work, request.query_params.get("about", ""), lang)
    if found is None:
        return None
    return Done(
        found.sentence,
        found.href if found.href and opens(request, reader.role, found.href) else None,
        found.more,
        found.undo if found.undo and sends(request, reader.role, found.undo.href) else None,
    )


def _again(_work: UnitOfWork, _about: str, lang: Language) -> Done:
    return Done(lang.text("It is tried again within a minute."))


def _adopted(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Consultation, about)
    if found is None:
        return None
    return Done(lang.text("The plan is adopted: its steps are deadlines of the council's own now."))


def _papers(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Meeting, about)
    if found is None or found.papers_sent is None:
        return None
    sentence = lang.text("The papers for {title} are registered as sent.", title=found.title)
    return Done(sentence, undo=Undoing(f"/meetings/{quote(about, safe='')}/not-sent/papers"))


def _minutes(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    found = work.look(Meeting, about)
    if found is None or found.minutes_sent is None or found.comments_by is None:
        return None
    sentence = lang.text(
        "The minutes of {title} are registered as sent, with comments due {when}.",
        title=found.title,
        when=edtf(found.comments_by, lang),
    )
    return Done(sentence, undo=Undoing(f"/meetings/{quote(about, safe='')}/not-sent/minutes"))


def _put_off(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    until = held(work, work.today).get(about, ...)
    if until is ...:
        return None
    title = title_of(work, about)
    sentence = lang.text("{title} is put off until an answer comes.", title=title)
    if until is not None:
        day = day_in_full(until, lang)
        sentence = lang.text("{title} is put off until {day}.", title=title, day=day)
    return Done(sentence, undo=Undoing(f"/put-off/{quote(about)}/end"))


def _woken(work: UnitOfWork, about: str, lang: Language) -> Done | None:
    if about in held(work, work.today):
        return None
    title = title_of(work, about)
    return Done(lang.text("{title} is not put off any more.", title=title)) if title else None


TOLD: Mapping[str, Tell] = {
    **WITH_FILES,
    **WITH_FOLLOW_UPS,
    **WITH_DOUBTFUL_ANSWERS,
    "tried-again": _again,
    "plan-adopted": _adopted,
    "papers-sent": _papers,
    "minutes-sent": _minutes,
    **PASSED,
    **WITH_THEMES,
    **WITH_PUBLIC_LIST,
    "put-off": _put_off,
    "woken": _woken,
}

SAID: Mapping[str, str] = {
    "choices-kept": N_("Your choices are kept."),
    "digest-chosen": N_("The digest comes as you have chosen."),
    "away": N_("You are registered as away; others stand in for you meanwhile."),
    "not-away": N_("You are not away on those days any more."),
    "meeting-scheduled": N_("The meeting is registered."),
    "meeting-corrected": N_("The meeting is corrected."),
    "meeting-answered": N_("Your answer is registered."),
    "papers-not-sent": N_("The papers are not registered as sent any more."),
    "minutes-not-sent": N_("The minutes are not registered as sent any more."),
    "minutes-approved": N_("The minutes are registered as approved."),
    "attendance-recorded": N_("The attendance is recorded."),
}
"""What names nobody and nothing, and may be said to whoever is signed in."""
