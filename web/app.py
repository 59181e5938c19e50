"""The web application: which address leads to which page, and what stands around all of them."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Mount, Route

from ..bootstrap import App
from ..calendar.subscriptions import Subscriptions
from ..store.unit_of_work import Unknown
from ..workers.running import Background
from . import faults
from .access import NotAllowed, NotSignedIn, guarded
from .access_log import AccessLog
from .headers import SecurityHeaders
from .oidc import Provider
from .own_pages import OwnPagesOnly
from .pages import (
    about,
    answering,
    deciding,
    doing,
    due,
    feed,
    follow_up,
    health,
    history,
    letter,
    letters,
    op_eds,
    organisations,
    own_reminders,
    putting_off,
    registers,
    subscription,
    things,
    today,
    unanswered,
)
from .pages.calendar import calendar, revoke_own_feed
from .pages.elsewhere import sign_in_elsewhere, signed_in_elsewhere
from .pages.invitations import invitations, one_invitation
from .pages.me import me
from .pages.meeting import act_on_meeting, correct_one_meeting, meeting, move_one_meeting
from .pages.meeting_records import meeting_attendance, meeting_step
from .pages.meetings import meetings, new_meeting, new_series
from .pages.mine import mine
from .pages.signing_in import sign_in, sign_in_link, sign_in_sent, sign_out
from .static import ASSETS, CachedFiles

ROUTES: list[BaseRoute] = [
    # Asked for far more often than anything else, so it is looked for first.
    Route("/feeds/{token}/{name}.ics", feed.feed),
    Route("/", today.today),
    Route("/today/{name}", today.need),
    Route("/follow-ups/{key}", follow_up.follow_up, methods=["GET", "POST"]),
    Route("/follow-ups/{key}/word", follow_up.word, name="follow_up_as_word"),
    Route("/follow-ups/{key}/reject", follow_up.reject, methods=["POST"], name="reject_follow_up"),
    Route("/follow-ups/{key}/reopen", follow_up.reopen, methods=["POST"], name="reopen_follow_up"),
    Route("/answers/{number:int}/accept", deciding.accept_answer, methods=["POST"]),
    Route("/answers/{number:int}/dismiss", deciding.dismiss_answer, methods=["POST"]),
    Route("/failures/{key}/again", deciding.try_again, methods=["POST"]),
    Route("/put-off", putting_off.all_put_off),
    Route("/put-off/{key:path}/end", putting_off.end, methods=["POST"], name="end_put_off"),
    Route("/put-off/{key:path}", putting_off.put_off, methods=["GET", "POST"]),
    Route("/letters", letters.letters),
    Route("/letters/{key}", letter.letter),
    Route("/consultations/{key}/plan", deciding.adopt_plan, methods=["POST"]),
    Route("/consultations", registers.consultations),
    Route("/consultations/new", doing.new_consultation, methods=["GET", "POST"]),
    Route("/consultations/{key}", things.consultation),
    Route("/consultations/{key}/{deed}", doing.consultation_deed, methods=["GET", "POST"]),
    Route("/deadlines", registers.deadlines),
    Route("/deadlines/new", doing.new_deadline, methods=["GET", "POST"]),
    Route("/deadlines/{key}", things.deadline),
    Route("/deadlines/{key}/{deed}", doing.deadline_deed, methods=["GET", "POST"]),
    Route("/op-eds", op_eds.op_eds),
    Route("/op-eds/new", doing.new_op_ed, methods=["GET", "POST"]),
    Route("/op-eds/{key}", things.op_ed),
    Route("/op-eds/{key}/approve", doing.op_ed_approval, methods=["GET", "POST"]),
    Route(
        "/op-eds/{key}/withdraw-approval",
        doing.op_ed_approval_withdrawn,
        methods=["GET", "POST"],
    ),
    Route("/op-eds/{key}/{deed}", doing.op_ed_deed, methods=["GET", "POST"]),
    Route("/organisations", organisations.organisations),
    Route("/organisations/new", doing.new_organisation, methods=["GET", "POST"]),
    Route("/organisations/{key}", organisations.organisation),
    Route("/organisations/{key}/{deed}", doing.organisation_deed, methods=["GET", "POST"]),
    Route("/meetings", meetings),
    Route("/meetings/new", new_meeting, methods=["GET", "POST"]),
    Route("/meetings/series", new_series, methods=["GET", "POST"]),
    Route("/meetings/{key}", meeting, methods=["GET", "POST"]),
    Route("/meetings/{key}/move", move_one_meeting, methods=["GET", "POST"]),
    Route("/meetings/{key}/edit", correct_one_meeting, methods=["GET", "POST"]),
    Route("/meetings/{key}/invitations", invitations, methods=["GET", "POST"]),
    Route("/meetings/{key}/invitations/{who}/{act}", one_invitation, methods=["POST"]),
    Route("/meetings/{key}/attendance", meeting_attendance, methods=["GET", "POST"]),
    Route("/meetings/{key}/record/{step}", meeting_step, methods=["GET", "POST"]),
    Route("/meetings/{key}/{act}", act_on_meeting, methods=["POST"]),
    Route("/calendar", calendar, methods=["GET", "POST"]),
    Route("/calendar/feeds/{number}/revoke", revoke_own_feed, methods=["POST"]),
    Route("/reports/unanswered", unanswered.unanswered_page),
    Route("/reports/unanswered.json", unanswered.unanswered_as_json),
    Route("/reports/unanswered.csv", unanswered.unanswered_as_csv),
    Route("/history", history.history),
    Route("/due", due.due),
    Route("/accessibility", about.accessibility),
    Route("/feeds/{token}/", subscription.subscription),
    Route("/answer/{token}", answering.answering, methods=["GET", "POST"]),
    Route("/healthz", health.healthz),
    Route("/readyz", health.readyz),
    Mount("/assets", CachedFiles(directory=ASSETS), name="assets"),
    Route("/sign-in", sign_in, methods=["GET", "POST"]),
    Route("/sign-in/sent", sign_in_sent),
    Route("/sign-in/link/{token}", sign_in_link, methods=["GET", "POST"]),
    Route("/sign-in/oidc", sign_in_elsewhere),
    Route("/sign-in/oidc/callback", signed_in_elsewhere),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/me", me, methods=["GET", "POST"]),
    Route("/me/digest", own_reminders.own_digest, methods=["GET", "POST"]),
    Route("/me/absence", own_reminders.own_absence, methods=["GET", "POST"]),
    Route("/me/absence/withdraw", own_reminders.own_absence_withdrawn, methods=["POST"]),
    Route("/mine", mine),
]

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def create_app(
    app: App, *, background: Background | None = None, lifespan: Lifespan | None = None
) -> Starlette:
    """The pages of the wired system; `background` is the worker of this process, if it has one."""
    handlers: dict[Any, Any] = {
        HTTPException: faults.refused,
        Unknown: faults.not_found,
        NotSignedIn: faults.not_signed_in,
        NotAllowed: faults.not_allowed,
        SQLAlchemyError: faults.no_data,
        Exception: faults.broken,
    }
    web = Starlette(
        routes=guarded(ROUTES),
        middleware=[
            Middleware(AccessLog),
            Middleware(SecurityHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=_hosts(app), www_redirect=False),
            Middleware(OwnPagesOnly, base_url=app.settings.base_url),
        ],
        exception_handlers=handlers,
        lifespan=lifespan,
    )
    web.state.tilsvar, web.state.background = app, background
    web.state.subscriptions = Subscriptions.of(app.office, app.settings.base_url)
    web.state.provider = Provider.of(app.settings)
    return web


def _hosts(app: App) -> list[str]:
    """The names under which the pages may be asked for.

    A page of another site must not reach these under a name of its own (DNS rebinding).
    """
    own = urlsplit(app.settings.base_url).hostname
    return [*([own] if own else []), "localhost", "127.0.0.1", "testserver"]
