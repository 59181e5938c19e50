"""One meeting: what is known of it, who comes, and what can be done about it.

The links in invitations and calendars lead here. Whoever is invited answers here.
"""

from functools import partial
from typing import Any, Literal
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.invitation_answers import answer_here, why_closed
from ...commands.meetings import (
    cancel_meeting,
    correct_meeting,
    hold_meeting,
    move_meeting,
    restore_meeting,
)
from ...domain.errors import TilsvarError
from ...domain.kinds import Kind, MeetingKind, MeetingStatus, Role
from ...domain.meeting_cycle import papers_due
from ...domain.meetings import Meeting
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ..access import NotAllowed, sender
from ..communications.of_thing import activities_of
from ..concerns import concerns, concerns_file
from ..deeds.acting import CONFLICT, ChangedMeanwhile, reader_of, require_unchanged, stamp_of
from ..deeds.done import landed
from ..deeds.done_with_meetings import meeting_changed
from ..forms import Filled, Form, Text, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..letters.next_reminder import next_reminder
from ..links import address
from ..meetings.attendance_panel import attendance_panel
from ..meetings.forms import FIELD_OF, Corrected, Moved, compact, time_of, typed_time, typed_words
from ..meetings.guests import GUESTS_AT, all_named, guests_offered
from ..meetings.invited import invitation_to
from ..meetings.times import day_and_hours
from ..names import Names
from ..rendering import page
from ..signing_in.sessions import SignedIn
from ..things.attachments_panel import files_panel
from ..things.facts import meeting_facts
from ..things.past import past
from ..things.reachable import reachable
from ..timelines.themes_panel import themes_panel
from ..today.of_people import doubtful_about
from ..today.put_off import may_be_put_off
from .answering import CHOICES, CLOSED, SAID
from .meetings import meeting_choices


class Answer(Form):
    """Whether the reader comes."""

    answer: Literal["accepted", "tentative", "declined"] = field(N_("Are you coming?"))
    comment: Text = field(N_("A word to the council (optional)"), default="", max_length=1000)
    to: Literal["", "mine"] = ""


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
    return landed("/mine" if form.content.to else request.url.path, "meeting-answered")


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
        done = meeting_changed(request, found, reader, work, lang)
        told_of = partial(concerns_file, reader, thing=found)
        return page(
            request,
            "meeting.html",
            work,
            status=form.status if form else 200,
            section="meetings" if reader.role in (Role.SECRETARIAT, Role.LEADER) else "",
            title=found.title,
            key=found.key,
            path=address(found),
            meta=[told.kind, day_and_hours(found.time, work.office.zone, lang), found.key],
            rows=[*told.facts, *(next_reminder(found, work, lang) if _sees(reader) else [])],
            related=told.related,
            plan=told.plan,
            files=files_panel(request, found, names, work, lang),
            belongs=themes_panel(request, found, work, names, lang),
            activities=activities_of(request, found, work, lang),
            lines=past(work, Kind.MEETING, found.key, names, lang, told_of=told_of),
            attendance=attendance_panel(found, work, lang),
            done=done,
            undoable=bool(done and done.undo),
            can=_can(found, reader, work),
            next=_next(found, reader, work),
            doubtful=doubtful_about(found, work, names, lang) if _sees(reader) else [],
            put_off=f"/put-off/{quote(found.key)}" if may_be_put_off(work, found) else "",
            may=sender(request),
            stamp=stamp_of(found),
            **asked,
        )


def _can(found: Meeting, reader: SignedIn, work: UnitOfWork) -> dict[str, bool]:
    """What the page offers to whoever may do it."""
    writes = reader.role is Role.SECRETARIAT
    ahead = found.status in (MeetingStatus.PLANNED, MeetingStatus.SCHEDULED)
    begun = found.time.on.first <= work.today and found.status is not MeetingStatus.CANCELLED
    own = found.kind is MeetingKind.COUNCIL and found.status is not MeetingStatus.CANCELLED
    return {
        "write": writes,
        "see": _sees(reader),
        "move": writes and ahead,
        "cancel": writes and ahead,
        "hold": writes and ahead and begun,
        "restore": writes and not ahead,
        "attend": writes and begun,
        "papers": writes and own and found.papers_sent is None,
        "minutes": writes and own and begun and found.minutes_sent is None,
        "approve": writes and own and found.minutes_are_out and not found.minutes_approved_in,
    }


def _next(found: Meeting, reader: SignedIn, work: UnitOfWork) -> str:
    """Which of the buttons is the next step: papers that are due, the meeting, its minutes."""
    can = _can(found, reader, work)
    on = found.time.on
    soon = on.is_day and papers_due(on.day, work.calendar) <= work.today <= on.day
    steps = (
        ("record/papers", can["papers"] and soon),
        ("hold", can["hold"]),
        ("record/minutes", can["minutes"]),
        ("record/approval", can["approve"]),
    )
    return next((name for name, is_next in steps if is_next), "")


def _sees(reader: SignedIn) -> bool:
    """Whether they see what everybody has answered."""
    return reader.role in (Role.SECRETARIAT, Role.LEADER)


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
    return landed(f"/meetings/{quote(key, safe='')}", what)


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
    return landed(f"/meetings/{quote(key, safe='')}", "moved", **was)


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
                **said.model_dump(exclude={"stamp", "participants", "others", "kind"}),
                kind=MeetingKind(said.kind),
                participants=tuple(all_named(work, said.participants, said.others)),
            )
            work.commit()
    except TilsvarError as error:
        return _form(request, "meeting_correct.html", _refused(form, error))
    return landed(f"/meetings/{quote(key, safe='')}", "meeting-corrected")


def _refused(form: Filled[Any], error: TilsvarError) -> Filled[Any]:
    if isinstance(error, ChangedMeanwhile):
        return form.refused(error, status=CONFLICT)
    return form.refused(error, (FIELD_OF | GUESTS_AT).get(type(error), ""))


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
            **meeting_choices(work, lang, found.area),
            **guests_offered(work, Names(work), form.values("participants")),
        )
