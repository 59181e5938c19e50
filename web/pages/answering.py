"""Answering an invitation without a calendar, by the secret link in the mail.

Opening the page never changes anything: mail scanners follow links. Only the button answers.
"""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ...commands.invitation_answers import AnswerTooLate, answer_here, answered_here, why_closed
from ...domain.invitations import Invitation
from ...domain.kinds import PartStat
from ...domain.meetings import Meeting
from ...domain.sentences import N_
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language, language
from ..languages import chosen
from ..meetings.times import day_and_hours
from ..rendering import page

LONGEST_FORM = 10_000
LONGEST_COMMENT = 1000

CHOICES = {
    "accepted": (PartStat.ACCEPTED, N_("I am coming")),
    "tentative": (PartStat.TENTATIVE, N_("Maybe")),
    "declined": (PartStat.DECLINED, N_("I cannot come")),
}
SAID = {
    PartStat.ACCEPTED: N_("You have answered that you are coming."),
    PartStat.TENTATIVE: N_("You have answered that you may come."),
    PartStat.DECLINED: N_("You have answered that you cannot come."),
    PartStat.DELEGATED: N_("You have answered that somebody else comes in your place."),
}
CLOSED = {
    "is cancelled": N_("The meeting is cancelled. You need not do anything."),
    "does not expect them": N_("The invitation has been withdrawn. You need not do anything."),
    "is over": N_("The meeting is over and cannot be answered any more."),
}


async def answering(request: Request) -> Response:
    """Show the invitation; a POST answers it and shows it again. 404 for an unknown link."""
    if request.method == "POST":
        form = parse_qs(await _body(request), keep_blank_values=True)
        said = {name: values[-1] for name, values in form.items()}
        return await run_in_threadpool(_answer, request, said)
    return await run_in_threadpool(_show, request)


def _show(request: Request) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        invitation, meeting = _found(request, work)
        lang = _language(request, invitation)
        closed = why_closed(work, invitation, meeting)
        wanted = CHOICES.get(request.query_params.get("answer", ""))
        answered = invitation.answer_to(meeting)
        current = wanted[0] if wanted else answered
        response = page(
            request,
            "answer.html",
            None,
            lang=lang,
            title=meeting.title,
            when=day_and_hours(meeting.time, work.office.zone, lang),
            place=meeting.place,
            name=invitation.name,
            said=lang.text(SAID[answered]) if answered in SAID else "",
            closed=lang.text(CLOSED[closed]) if closed else "",
            comment=invitation.comment,
            longest=LONGEST_COMMENT,
            choices=[
                (value, lang.text(label), partstat is current)
                for value, (partstat, label) in CHOICES.items()
            ],
        )
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _answer(request: Request, said: dict[str, str]) -> Response:
    choice = CHOICES.get(said.get("answer", ""))
    if choice is None:
        raise HTTPException(400, "Choose one of the answers.")
    comment = said.get("comment", "").strip()[:LONGEST_COMMENT]
    with request.app.state.tilsvar.office.work(by="web") as work:
        invitation, _ = _found(request, work)
        try:
            answer_here(work, invitation=invitation.key, partstat=choice[0], comment=comment)
        except AnswerTooLate:
            pass  # the page itself says so
        else:
            work.commit()
    return RedirectResponse(request.url.path, 303)


def _found(request: Request, work: UnitOfWork) -> tuple[Invitation, Meeting]:
    invitation = answered_here(work, request.path_params["token"])
    if invitation is None:
        raise HTTPException(404)
    meeting = work.look(Meeting, invitation.meeting)
    if meeting is None:
        raise HTTPException(404)
    return invitation, meeting


def _language(request: Request, invitation: Invitation) -> Language:
    """The language of the invitation, unless the reader has just chosen another."""
    return language(chosen(request) or invitation.language)


async def _body(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, "That is too long.")
    return body.decode("utf-8", "replace")
