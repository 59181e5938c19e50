"""What is recorded around a meeting: who was there, papers and minutes sent, minutes approved."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.attendance import record_attendance
from ...commands.minutes import (
    approve_minutes,
    circulate_minutes,
    send_papers,
    take_back_minutes,
    take_back_papers,
)
from ...domain.dates import Edtf
from ...domain.errors import TilsvarError
from ...domain.kinds import MeetingKind
from ...domain.meeting_cycle import comments_due, next_council_meeting
from ...domain.meetings import Meeting
from ...domain.past import StillAhead
from ...domain.sentences import N_
from ...reports.attendance import attendance
from ...reports.minutes_list import titled
from ...store.unit_of_work import UnitOfWork, Unknown
from ...wording.dates import day_in_full
from ..deeds.acting import reader_of
from ..deeds.done import landed
from ..deeds.refused_page import DealtWith, refused_page
from ..forms import Day, Filled, Form, Typed, blank, check, field, with_form
from ..languages import reader_language
from ..links import address
from ..rendering import page
from ..today.left import list_or_day


class Present(Form):
    """Who was there; whoever of those listed is not among them was not."""

    present: list[str] = field(N_("Who was there?"), default=[])


@with_form
def meeting_attendance(request: Request, typed: Typed | None) -> Response:
    """Record who was there."""
    reader, lang = reader_of(request), reader_language(request)
    key = str(request.path_params["key"])
    if typed is None:
        return _attendance(request, None)
    form = check(Present, typed, lang)
    if form.content is None:
        return _attendance(request, form)
    there = set(form.content.present)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            listed = {each.who for each in attendance(work, key).attendees}
            record_attendance(work, meeting=key, present=there, absent=listed - there)
            work.commit()
    except TilsvarError as error:
        return _attendance(request, form.refused(error, "present"))
    return landed(f"/meetings/{quote(key, safe='')}", "attendance-recorded")


def _attendance(request: Request, form: Filled[Present] | None) -> Response:
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        listed = attendance(work, str(request.path_params["key"]))
        people = [(each.who, titled(each, lang)) for each in listed.attendees]
        there = [each.who for each in listed.attendees if each.there]
        form = form or blank(Present, lang, present=there)
        return page(
            request,
            "meeting_attendance.html",
            work,
            status=form.status,
            section="meetings",
            form=form,
            people=people,
            recorded=listed.recorded,
            path=address(listed.meeting),
            title=listed.meeting.title,
        )


class Papers(Form):
    on: Day = field(N_("Sent"))


class Minutes(Form):
    on: Day = field(N_("Sent"))
    comments_by: Day = field(N_("Comments by"))


class Approval(Form):
    approved_in: str = field(N_("Approved by"), min_length=1)


STEPS: dict[str, tuple[type[Form], str, str]] = {
    "papers": (Papers, N_("Papers are sent"), N_("Register that the papers are sent")),
    "minutes": (Minutes, N_("Minutes are sent"), N_("Register that the minutes are sent")),
    "approval": (
        Approval,
        N_("Minutes are approved"),
        N_("Register that the minutes are approved"),
    ),
}


DONE = {"papers": "papers-sent", "minutes": "minutes-sent", "approval": "minutes-approved"}
Sending = Mapping[str, Callable[..., object]]

SENT_TODAY: Sending = {"papers": send_papers, "minutes": circulate_minutes}
TAKEN_BACK: Sending = {"papers": take_back_papers, "minutes": take_back_minutes}


@with_form
def meeting_step(request: Request, typed: Typed | None) -> Response:
    """Record one step around a council meeting."""
    reader, lang = reader_of(request), reader_language(request)
    key, step = str(request.path_params["key"]), str(request.path_params["step"])
    if step not in STEPS:
        raise HTTPException(404)
    if typed is None:
        return _step(request, step, None)
    form = check(STEPS[step][0], typed, lang)
    if form.content is None:
        return _step(request, step, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader.key) as work:
            _record(work, key, form.content)
            work.commit()
    except TilsvarError as error:
        field = "on" if isinstance(error, StillAhead) else ""
        return _step(request, step, form.refused(error, field))
    return landed(f"/meetings/{quote(key, safe='')}", DONE[step], about=key)


def sent_today(request: Request) -> Response:
    """One click: the papers or the minutes went out today, with the usual time for comments."""
    key, what = str(request.path_params["key"]), str(request.path_params["what"])
    if what not in SENT_TODAY:
        raise HTTPException(404)
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            found = work.get(Meeting, key)
            if found.papers_sent is not None if what == "papers" else found.minutes_are_out:
                raise DealtWith
            SENT_TODAY[what](work, meeting=key)
            work.commit()
    except Unknown:
        raise
    except TilsvarError as error:
        return refused_page(request, error)
    return landed(list_or_day(request, what), DONE[what], about=key)


def not_sent(request: Request) -> Response:
    """The undo: they did not go out after all."""
    key, what = str(request.path_params["key"]), str(request.path_params["what"])
    if what not in TAKEN_BACK:
        raise HTTPException(404)
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            TAKEN_BACK[what](work, meeting=key)
            work.commit()
    except Unknown:
        raise
    except TilsvarError as error:
        return refused_page(request, error, "meetings")
    return landed(f"/meetings/{quote(key, safe='')}", f"{what}-not-sent")


def _record(work: UnitOfWork, meeting: str, said: Form) -> None:
    match said:
        case Papers():
            send_papers(work, meeting=meeting, on=Edtf.on(said.on))
        case Minutes():
            by = Edtf.on(said.comments_by)
            circulate_minutes(work, meeting=meeting, on=Edtf.on(said.on), comments_by=by)
        case Approval():
            approve_minutes(work, meeting=meeting, approved_in=said.approved_in)


def _step(request: Request, step: str, form: Filled[Any] | None) -> Response:
    lang = reader_language(request)
    model, title, action = STEPS[step]
    with request.app.state.tilsvar.office.reading() as work:
        found = work.get(Meeting, request.path_params["key"])
        council = [each for each in work.all(Meeting) if each.kind is MeetingKind.COUNCIL]
        later = [each for each in council if each.time.on.sort_key() > found.time.on.sort_key()]
        later.sort(key=lambda each: each.time.on.sort_key())
        if form is None:
            following = next_council_meeting(found, council)
            today = day_in_full(work.today, lang)
            usual = comments_due(work.today, work.calendar)
            proposed = {
                "on": today,
                "comments_by": day_in_full(usual, lang),
                "approved_in": following.key if following else "",
            }
            form = blank(model, lang, **{name: proposed[name] for name in model.model_fields})
        return page(
            request,
            "meeting_step.html",
            work,
            status=form.status,
            section="meetings",
            form=form,
            title=lang.text(title),
            action=lang.text(action),
            fields=list(model.model_fields),
            later=[(each.key, each.title) for each in later],
            path=address(found),
            step=step,
            name=found.title,
        )
