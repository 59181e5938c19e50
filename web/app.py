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
from .pages import (
    about,
    answering,
    asking_again,
    attachments,
    comments,
    council_reports,
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
    outcomes,
    own_reminders,
    putting_off,
    registers,
    reports,
    search,
    subscription,
    things,
    today,
    unanswered,
)
from .pages.absences import absence_withdrawn, absences
from .pages.answer_rules import answer_rule, answer_rules, morning
from .pages.areas import area, area_act, areas
from .pages.calendar import calendar, restore_own_feed, revoke_own_feed
from .pages.closed_days import closed_days, open_days
from .pages.elsewhere import sign_in_elsewhere, signed_in_elsewhere
from .pages.feeds import feed_act, feeds
from .pages.invitations import invitations, one_invitation
from .pages.ladders import ladders, one_ladder
from .pages.me import me
from .pages.meeting import act_on_meeting, correct_one_meeting, meeting, move_one_meeting
from .pages.meeting_records import meeting_attendance, meeting_step, not_sent, sent_today
from .pages.meetings import meetings, new_meeting, new_series
from .pages.mine import mine
from .pages.pauses import end_pause, pauses
from .pages.people import people, person, send_sign_in_link
from .pages.quorum import quorum
from .pages.settings import settings, undo_setting
from .pages.signing_in import sign_in, sign_in_link, sign_in_sent, sign_out
from .pages.texts import text, text_back, texts
from .requests.access_log import AccessLog
from .requests.headers import SecurityHeaders
from .requests.own_pages import OwnPagesOnly
from .signing_in.oidc import Provider
from .static import ASSETS, CachedFiles

ROUTES: list[BaseRoute] = [
    # Asked for far more often than anything else, so it is looked for first.
    Route("/feeds/{token}/{name}.ics", feed.feed),
    Route("/", today.today),
    Route("/today/{name}", today.need),
    # Before what can be done with a thing by name: this one may bring files.
    Route("/{folder}/{key}/attachments", attachments.attach_files, methods=["GET", "POST"]),
    Route("/attachments/{key}", attachments.attachment),
    Route("/attachments/{key}/withdraw", attachments.withdraw_file, methods=["GET", "POST"]),
    Route("/attachments/{key}/restore", attachments.restore_file, methods=["POST"]),
    Route("/follow-ups/{key}", follow_up.follow_up, methods=["GET", "POST"]),
    Route("/follow-ups/{key}/word", follow_up.word, name="follow_up_as_word"),
    Route("/follow-ups/{key}/reject", follow_up.reject, methods=["POST"], name="reject_follow_up"),
    Route("/follow-ups/{key}/reopen", follow_up.reopen, methods=["POST"], name="reopen_follow_up"),
    Route("/follow-ups/{key}/not-sent", follow_up.not_sent, methods=["POST"]),
    Route("/answers/{number:int}/accept", deciding.accept_answer, methods=["POST"]),
    Route("/answers/{number:int}/dismiss", deciding.dismiss_answer, methods=["POST"]),
    Route("/failures/{key}/again", deciding.try_again, methods=["POST"]),
    Route("/put-off", putting_off.all_put_off),
    Route("/put-off/{key:path}/end", putting_off.end, methods=["POST"], name="end_put_off"),
    Route("/put-off/{key:path}", putting_off.put_off, methods=["GET", "POST"]),
    Route("/letters", letters.letters),
    Route("/letters/new", doing.new_letter, methods=["GET", "POST"]),
    Route("/letters/{key}", letter.letter),
    Route("/letters/{key}/ask-again/{recipient}", asking_again.ask_again, methods=["POST"]),
    Route("/letters/{key}/{deed}", doing.letter_deed, methods=["GET", "POST"]),
    Route("/consultations/{key}/plan", deciding.adopt_plan, methods=["POST"]),
    Route("/consultations", registers.consultations),
    Route("/consultations/new", doing.new_consultation, methods=["GET", "POST"]),
    Route("/consultations/{key}", things.consultation),
    Route("/consultations/{key}/comment", comments.consultation_comment, methods=["POST"]),
    Route("/consultations/{key}/{deed}", doing.consultation_deed, methods=["GET", "POST"]),
    Route("/deadlines", registers.deadlines),
    Route("/deadlines/new", doing.new_deadline, methods=["GET", "POST"]),
    Route("/deadlines/{key}", things.deadline),
    Route("/deadlines/{key}/met", outcomes.deadline_met, methods=["POST"]),
    Route("/deadlines/{key}/not-met", outcomes.deadline_not_met, methods=["POST"]),
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
    Route("/op-eds/{key}/comment", comments.op_ed_comment, methods=["POST"]),
    Route("/comments/{key}", comments.judged_comment, methods=["GET", "POST"]),
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
    Route("/meetings/{key}/sent/{what}", sent_today, methods=["POST"]),
    Route("/meetings/{key}/not-sent/{what}", not_sent, methods=["POST"], name="meeting_not_sent"),
    Route("/meetings/{key}/held", outcomes.meeting_held, methods=["POST"]),
    Route("/meetings/{key}/{act}", act_on_meeting, methods=["POST"]),
    Route("/calendar", calendar, methods=["GET", "POST"]),
    Route("/calendar/feeds/{number}/revoke", revoke_own_feed, methods=["POST"]),
    Route("/calendar/feeds/{number}/restore", restore_own_feed, methods=["POST"]),
    Route("/reports", reports.reports),
    Route("/reports/attendance", council_reports.attendance_page),
    Route("/reports/attendance.{ending}", council_reports.attendance_file),
    Route("/reports/minutes", council_reports.minutes_page),
    Route("/reports/minutes.{ending}", council_reports.minutes_file),
    Route("/reports/unanswered", unanswered.unanswered_page),
    Route("/reports/unanswered.json", unanswered.unanswered_as_json),
    Route("/reports/unanswered.csv", unanswered.unanswered_as_csv),
    Route("/history", history.history),
    Route("/search", search.search),
    Route("/search/quick", search.quick_search),
    Route("/shortcuts", search.shortcuts_page),
    Route("/due", due.due),
    Route("/settings", settings),
    Route("/settings/ladders", ladders),
    Route("/settings/ladders/{name}", one_ladder, methods=["GET", "POST"]),
    Route(
        "/settings/ladders/{name}/{object:path}",
        one_ladder,
        methods=["GET", "POST"],
        name="own_ladder",
    ),
    Route("/settings/pauses", pauses, methods=["GET", "POST"]),
    Route("/settings/pauses/end", end_pause, methods=["POST"]),
    Route("/settings/closed-days", closed_days, methods=["GET", "POST"]),
    Route("/settings/closed-days/open", open_days, methods=["POST"]),
    Route("/settings/areas", areas, methods=["GET", "POST"]),
    Route("/settings/areas/{key}", area, methods=["GET", "POST"]),
    Route("/settings/areas/{key}/{act}", area_act, methods=["POST"]),
    Route("/settings/answers", answer_rules, methods=["GET", "POST"]),
    Route("/settings/answers/{kind}", answer_rule, methods=["GET", "POST"]),
    Route("/settings/morning", morning, methods=["GET", "POST"]),
    Route("/settings/quorum", quorum, methods=["GET", "POST"]),
    Route("/settings/changes/{number:int}/undo", undo_setting, methods=["POST"]),
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
    Route("/settings/absences", absences, methods=["GET", "POST"]),
    Route("/settings/absences/withdraw", absence_withdrawn, methods=["POST"]),
    Route("/settings/feeds", feeds, methods=["GET", "POST"]),
    Route("/settings/feeds/{number}/{act}", feed_act, methods=["POST"]),
    Route("/settings/texts", texts),
    Route("/settings/texts/{name}/{written}", text, methods=["GET", "POST"]),
    Route("/settings/texts/{name}/{written}/back", text_back, methods=["POST"]),
    Route("/settings/people", people),
    Route("/settings/people/new", doing.new_person, methods=["GET", "POST"]),
    Route("/settings/people/{key}", person),
    Route("/settings/people/{key}/link", send_sign_in_link, methods=["POST"]),
    Route("/settings/people/{key}/{deed}", doing.person_deed, methods=["GET", "POST"]),
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
    web.state.shortcuts = {}
    web.state.subscriptions = Subscriptions.of(app.office, app.settings.base_url)
    web.state.provider = Provider.of(app.settings)
    return web


def _hosts(app: App) -> list[str]:
    """The names under which the pages may be asked for.

    A page of another site must not reach these under a name of its own (DNS rebinding).
    """
    own = urlsplit(app.settings.base_url).hostname
    return [*([own] if own else []), "localhost", "127.0.0.1", "testserver"]
