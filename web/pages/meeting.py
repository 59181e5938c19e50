"""One meeting: what is known of it, who comes, and what can be done about it.

The links in invitations and calendars lead here. Whoever is invited answers here.
"""

from typing import Any, Literal
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.invitation_answers import answer_here, why_closed
from ...commands.invitations import invitations_of
from ...commands.meetings import (
    cancel_meeting,
    correct_meeting,
    hold_meeting,
    move_meeting,
    restore_meeting,
)
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind, MeetingKind, MeetingStatus, Role
from ...domain.meetings import Meeting
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..access import NotAllowed, concerns
from ..acting import CONFLICT, ChangedMeanwhile, done, reader_of, require_unchanged, stamp_of
from ..attendance_panel import attendance_panel
from ..forms import Filled, Form, Text, Typed, blank, check, field, with_form
from ..invited import invitation_to
from ..languages import reader_language
from ..links import address
from ..meeting_forms import FIELD_OF, Corrected, Moved, compact, time_of, typed_time, typed_words
from ..meeting_times import day_and_hours
from ..names import Names
from ..past import past
from ..reachable import reachable
from ..rendering import page
from ..sessions import SignedIn
from ..thing_facts import meeting_facts
from .answering import CHOICES, CLOSED, SAID
from .meetings import meeting_choices

DONE = {
    "scheduled": N_("The meeting is registered."),
    "corrected": N_("The meeting is corrected."),
    "moved": N_("The meeting is moved."),
    "cancelled": N_("The meeting is called off."),
    "held": N_("The meeting is registered as held."),
    "restored": N_("The meeting stands as scheduled again."),
    "answered": N_("Your answer is registered."),
    "papers": N_("The papers are registered as sent."),
    "minutes": N_("The minutes are registered as sent."),
    "approval": N_("The minutes are registered as approved."),
    "attendance": N_("The attendance is recorded."),
}

MAILED = frozenset({"moved", "cancelled", "restored"})
"""What those who are invited are told by mail."""


class Answer(Form):
    """Whether the reader comes."""

    answer: Literal["accepted", "tentative", "declined"] = field(N_("Are you coming?"))
    comment: Text = field(N_("A word to the council (optional)"), default="", max_length=1000)


@with_form
def meeting(request: Request, typed: Typed | None) -> Response:
    """The page of a meeting; a POST is the reader's own answer to their invitation."""
    reader, lang = reader_of(request), reader_language(request)
    if typed is None:
        return _meeting(request, reader, None)
    form = check(Answer, typed, lang)
    key = str(request.path_params["key"])
    if form.content is None:
        return _meeting(request, reader, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            invitation = invitation_to(work, key, reader.key)
            if invitation is None:
                raise NotAllowed
            answer_here(
                work,
                invitation=invitation.key,
                partstat=CHOICES[form.content.answer][0],
                comment=form.content.comment,
            )
            work.commit()
    except TilsvarError as error:
        return _meeting(request, reader, form.refused(error))
    return done(request.url.path, "answered")


def _meeting(request: Request, reader: SignedIn, form: Filled[Answer] | None) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.get(Meeting, request.path_params["key"])
        invitation = invitation_to(work, found.key, reader.key)
        if invitation is None and not concerns(reader, found):
            raise NotAllowed
        names = Names(work)
        told = reachable(request, reader.role, meeting_facts(found, work, names, lang))
        asked: dict[str, Any] = {"answer": None}
        if invitation is not None:
            said = invitation.answer_to(found)
            closed = why_closed(work, invitation, found)
            chosen = next((name for name, each in CHOICES.items() if each[0] is said), "")
            asked = {
                "answer": form or blank(Answer, lang, answer=chosen, comment=invitation.comment),
                "said": lang.text(SAID[said]) if said in SAID else "",
                "closed": lang.text(CLOSED[closed]) if closed else "",
                "choices": [(name, lang.text(each[1])) for name, each in CHOICES.items()],
            }
        return page(
            request,
            "meeting.html",
            work,
            status=form.status if form else 200,
            section="meetings" if reader.role in (Role.SECRETARIAT, Role.LEADER) else "",
            title=found.title,
            key=found.key,
            path=address(found),
            meta=[told.kind, found.key],
            rows=told.facts,
            related=told.related,
            plan=told.plan,
            lines=past(work, Kind.MEETING, found.key, names, lang),
            attendance=attendance_panel(found, work, lang),
            done=_done(request, found, work, lang),
            undo=_undo(request, found, reader, work, lang),
            can=_can(found, reader, work),
            stamp=stamp_of(found),
            **asked,
        )


def _done(request: Request, found: Meeting, work: UnitOfWork, lang: Language) -> str:
    what = request.query_params.get("told", "")
    if what not in DONE:
        return ""
    invited = any(each.stands for each in invitations_of(work, found.key))
    mailed = lang.text("Everybody who is invited is told by e-mail.")
    return " ".join([lang.text(DONE[what]), *([mailed] if what in MAILED and invited else [])])


def _undo(
    request: Request, found: Meeting, reader: SignedIn, work: UnitOfWork, lang: Language
) -> dict[str, Any] | None:
    """How to take back what has just been done: where to send what, under which words."""
    if reader.role is not Role.SECRETARIAT:
        return None
    what, asked = request.query_params.get("told"), request.query_params
    if what in ("cancelled", "held") and found.status.value == what:
        return {"href": f"{address(found)}/restore", "label": lang.text("Undo"), "fields": []}
    if what != "moved" or not asked.get("on"):
        return None
    was = check(Moved, {name: [asked.get(name, "")] for name in ("on", "start", "end")}, lang)
    try:
        time = time_of(was.content, work.office.zone) if was.content else found.time
    except TilsvarError:
        return None
    if time == found.time:
        return None
    when = day_and_hours(time, work.office.zone, lang)
    fields = [*compact(time, work.office.zone).items(), ("stamp", stamp_of(found))]
    label = lang.text("Move back to {when}", when=when)
    return {"href": f"{address(found)}/move", "label": label, "fields": fields}


def _can(found: Meeting, reader: SignedIn, work: UnitOfWork) -> dict[str, bool]:
    """What the page offers to whoever may do it."""
    writes = reader.role is Role.SECRETARIAT
    ahead = found.status in (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)
    begun = found.time.on.first <= work.today and found.status is not MeetingStatus.CANCELLED
    own = found.kind is MeetingKind.COUNCIL and found.status is not MeetingStatus.CANCELLED
    return {
        "write": writes,
        "see": reader.role in (Role.SECRETARIAT, Role.LEADER),
        "move": writes and ahead,
        "cancel": writes and ahead,
        "hold": writes and ahead and begun,
        "restore": writes and not ahead,
        "attend": writes and begun,
        "papers": writes and own and found.papers_sent is None,
        "minutes": writes and own and begun and found.minutes_sent is None,
        "approve": writes and own and found.minutes_are_out and not found.minutes_approved_in,
    }


ACTS = {
    "cancel": (cancel_meeting, "cancelled"),
    "hold": (hold_meeting, "held"),
    "restore": (restore_meeting, "restored"),
}


def act_on_meeting(request: Request) -> Response:
    """Call a meeting off, say that it was held, or take that back."""
    reader = reader_of(request)
    key, act = str(request.path_params["key"]), str(request.path_params["act"])
    if act not in ACTS:
        raise HTTPException(404)
    command, what = ACTS[act]
    with request.app.state.tilsvar.office.work(by=reader.key) as work:
        command(work, meeting=key)
        work.commit()
    return done(f"/meetings/{quote(key, safe='')}", what)


@with_form
def move_one_meeting(request: Request, typed: Typed | None) -> Response:
    """Move a meeting to another day or other hours."""
    reader, lang = reader_of(request), reader_language(request)
    key, office = str(request.path_params["key"]), request.app.state.tilsvar.office
    if typed is None:
        return _form(request, "meeting_move.html", None)
    form = check(Moved, typed, lang)
    if form.content is None:
        return _form(request, "meeting_move.html", form)
    try:
        time = time_of(form.content, office.zone)
        with office.work(by=reader.key) as work:
            found = work.get(Meeting, key)
            was = compact(found.time, office.zone)
            require_unchanged(found, form.content.stamp)
            move_meeting(work, meeting=key, time=time)
            work.commit()
    except TilsvarError as error:
        return _form(request, "meeting_move.html", _refused(form, error))
    return done(f"/meetings/{quote(key, safe='')}", "moved", **was)


@with_form
def correct_one_meeting(request: Request, typed: Typed | None) -> Response:
    """Correct what is said of a meeting."""
    reader, lang = reader_of(request), reader_language(request)
    key = str(request.path_params["key"])
    if typed is None:
        return _form(request, "meeting_correct.html", None)
    form = check(Corrected, typed, lang)
    said = form.content
    if said is None:
        return _form(request, "meeting_correct.html", form)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            require_unchanged(work.get(Meeting, key), said.stamp)
            correct_meeting(
                work,
                meeting=key,
                **said.model_dump(exclude={"stamp", "participants", "kind"}),
                kind=MeetingKind(said.kind),
                participants=tuple(said.participants),
            )
            work.commit()
    except TilsvarError as error:
        return _form(request, "meeting_correct.html", _refused(form, error))
    return RedirectResponse(f"/meetings/{quote(key, safe='')}?told=corrected", 303)


def _refused(form: Filled[Any], error: TilsvarError) -> Filled[Any]:
    if isinstance(error, ChangedMeanwhile):
        return form.refused(error, status=CONFLICT)
    return form.refused(error, FIELD_OF.get(type(error), ""))


def _form(request: Request, template: str, form: Filled[Any] | None) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        found = work.get(Meeting, request.path_params["key"])
        if form is None and template == "meeting_move.html":
            form = blank(Moved, lang, **typed_time(found.time, work.office.zone, lang))
        elif form is None:
            form = blank(Corrected, lang, **typed_words(found))
        return page(
            request,
            template,
            work,
            status=form.status,
            section="meetings",
            form=form,
            path=address(found),
            name=found.title,
            now=day_and_hours(found.time, work.office.zone, lang),
            stamp=stamp_of(found),
            **meeting_choices(work, lang),
        )
