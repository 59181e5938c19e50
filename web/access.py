"""Who may do what, in one place: each route by its name. `concerns.py` says what concerns whom.

A route that is not in the table is refused when the application starts. Whoever may not open a page
gets no link to it either: navigation and lists ask the same table.
"""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from ..domain.errors import TilsvarError
from ..domain.kinds import Role
from .requests.fragments import asking_page, in_place, led_to
from .signing_in.sessions import SignedIn, signed_in

Those = frozenset[Role] | None
"""Those with one of these roles; None is everybody, signed in or not."""

ANYBODY: Those = None
SIGNED_IN: Those = frozenset(Role)
SECRETARIAT: Those = frozenset({Role.SECRETARIAT})
LEADER: Those = frozenset({Role.LEADER})
OFFICE: Those = frozenset({Role.SECRETARIAT, Role.LEADER})
COUNCIL: Those = frozenset(Role) - {Role.OBSERVER}
NOBODY: Those = frozenset()

SAFE_METHODS = frozenset({"GET", "HEAD"})
SIGN_IN = "/sign-in"


@dataclass(frozen=True)
class Rule:
    """Who may look, who may send something, and where those are led who may not look."""

    look: Those
    send: Those = NOBODY
    instead: str = ""

    def allows(self, method: str, role: Role | None) -> bool:
        those = self.look if method in SAFE_METHODS else self.send
        return those is None or role in those


RULES: Mapping[str, Rule] = {
    # The secretariat's own desk. The leader reads everything, and will approve.
    "today": Rule(OFFICE, instead="/mine"),
    "need": Rule(OFFICE),
    "follow_up": Rule(OFFICE, send=OFFICE),
    "follow_up_as_word": Rule(OFFICE),
    "reject_follow_up": Rule(NOBODY, send=OFFICE),
    "reopen_follow_up": Rule(NOBODY, send=OFFICE),
    "not_sent": Rule(NOBODY, send=OFFICE),
    "accept_answer": Rule(NOBODY, send=SECRETARIAT),
    "dismiss_answer": Rule(NOBODY, send=SECRETARIAT),
    "try_again": Rule(NOBODY, send=SECRETARIAT),
    "deadline_met": Rule(NOBODY, send=SECRETARIAT),
    "deadline_not_met": Rule(NOBODY, send=SECRETARIAT),
    "meeting_held": Rule(NOBODY, send=SECRETARIAT),
    "adopt_plan": Rule(NOBODY, send=SECRETARIAT),
    "all_put_off": Rule(OFFICE),
    "put_off": Rule(SECRETARIAT, send=SECRETARIAT),
    "end_put_off": Rule(NOBODY, send=SECRETARIAT),
    "letters": Rule(OFFICE),
    "letter": Rule(OFFICE),
    "reports": Rule(OFFICE),
    "attendance_page": Rule(OFFICE),
    "attendance_file": Rule(OFFICE),
    "minutes_page": Rule(OFFICE),
    "minutes_file": Rule(OFFICE),
    "unanswered_page": Rule(OFFICE),
    "unanswered_as_json": Rule(OFFICE),
    "unanswered_as_csv": Rule(OFFICE),
    "history": Rule(OFFICE),
    "due": Rule(OFFICE),
    "consultations": Rule(OFFICE),
    "deadlines": Rule(OFFICE),
    "op_eds": Rule(OFFICE),
    "organisations": Rule(OFFICE),
    "organisation": Rule(OFFICE),
    # What the secretariat writes, and the leader approves.
    "new_letter": Rule(SECRETARIAT, send=SECRETARIAT),
    "ask_again": Rule(NOBODY, send=SECRETARIAT),
    "letter_deed": Rule(SECRETARIAT, send=SECRETARIAT),
    "new_consultation": Rule(SECRETARIAT, send=SECRETARIAT),
    "new_deadline": Rule(SECRETARIAT, send=SECRETARIAT),
    "new_op_ed": Rule(SECRETARIAT, send=SECRETARIAT),
    "new_organisation": Rule(SECRETARIAT, send=SECRETARIAT),
    "consultation_deed": Rule(SECRETARIAT, send=SECRETARIAT),
    "deadline_deed": Rule(SECRETARIAT, send=SECRETARIAT),
    "op_ed_deed": Rule(SECRETARIAT, send=SECRETARIAT),
    "op_ed_approval": Rule(LEADER, send=LEADER),
    "op_ed_approval_withdrawn": Rule(LEADER, send=LEADER),
    "organisation_deed": Rule(SECRETARIAT, send=SECRETARIAT),
    "absences": Rule(OFFICE, send=SECRETARIAT),
    "absence_withdrawn": Rule(NOBODY, send=SECRETARIAT),
    "feeds": Rule(OFFICE, send=SECRETARIAT),
    "feed_act": Rule(NOBODY, send=SECRETARIAT),
    "texts": Rule(OFFICE),
    "text": Rule(OFFICE, send=SECRETARIAT),
    "text_back": Rule(NOBODY, send=SECRETARIAT),
    "people": Rule(OFFICE),
    "person": Rule(OFFICE),
    "new_person": Rule(SECRETARIAT, send=SECRETARIAT),
    "person_deed": Rule(SECRETARIAT, send=SECRETARIAT),
    "send_sign_in_link": Rule(NOBODY, send=SECRETARIAT),
    "attach_files": Rule(SECRETARIAT, send=SECRETARIAT),
    "withdraw_file": Rule(SECRETARIAT, send=SECRETARIAT),
    "restore_file": Rule(NOBODY, send=SECRETARIAT),
    # The council's settings: the secretariat's to change, the leader's to read.
    "settings": Rule(OFFICE),
    "ladders": Rule(OFFICE),
    "one_ladder": Rule(OFFICE, send=SECRETARIAT),
    "own_ladder": Rule(OFFICE, send=SECRETARIAT),
    "pauses": Rule(OFFICE, send=SECRETARIAT),
    "end_pause": Rule(NOBODY, send=SECRETARIAT),
    "closed_days": Rule(OFFICE, send=SECRETARIAT),
    "open_days": Rule(NOBODY, send=SECRETARIAT),
    "areas": Rule(OFFICE, send=SECRETARIAT),
    "area": Rule(OFFICE, send=SECRETARIAT),
    "area_act": Rule(NOBODY, send=SECRETARIAT),
    "answer_rules": Rule(OFFICE, send=SECRETARIAT),
    "answer_rule": Rule(OFFICE, send=SECRETARIAT),
    "morning": Rule(OFFICE, send=SECRETARIAT),
    "quorum": Rule(OFFICE, send=SECRETARIAT),
    "undo_setting": Rule(NOBODY, send=SECRETARIAT),
    # One's own.
    "own_digest": Rule(SIGNED_IN, send=SIGNED_IN),
    "own_absence": Rule(SIGNED_IN, send=SIGNED_IN),
    "own_absence_withdrawn": Rule(NOBODY, send=SIGNED_IN),
    # What may concern a member; `concerns.py` says which of them.
    "consultation": Rule(COUNCIL),
    "deadline": Rule(COUNCIL),
    "op_ed": Rule(COUNCIL),
    "op_ed_comment": Rule(NOBODY, send=COUNCIL),
    "consultation_comment": Rule(NOBODY, send=COUNCIL),
    "judged_comment": Rule(SECRETARIAT, send=SECRETARIAT),
    # A file is fetched by whoever may see what it belongs to (attachments_panel.may_see).
    "attachment": Rule(SIGNED_IN),
    # Whoever is invited answers on the meeting's page; the secretariat does everything else.
    "meeting": Rule(SIGNED_IN, send=SIGNED_IN),
    "meetings": Rule(OFFICE),
    "new_meeting": Rule(SECRETARIAT, send=SECRETARIAT),
    "new_series": Rule(SECRETARIAT, send=SECRETARIAT),
    "move_one_meeting": Rule(SECRETARIAT, send=SECRETARIAT),
    "correct_one_meeting": Rule(SECRETARIAT, send=SECRETARIAT),
    "invitations": Rule(OFFICE, send=SECRETARIAT),
    "one_invitation": Rule(NOBODY, send=SECRETARIAT),
    "meeting_attendance": Rule(SECRETARIAT, send=SECRETARIAT),
    "meeting_step": Rule(SECRETARIAT, send=SECRETARIAT),
    "sent_today": Rule(NOBODY, send=SECRETARIAT),
    "meeting_not_sent": Rule(NOBODY, send=SECRETARIAT),
    "act_on_meeting": Rule(NOBODY, send=SECRETARIAT),
    "calendar": Rule(SIGNED_IN, send=SIGNED_IN),
    "revoke_own_feed": Rule(NOBODY, send=SIGNED_IN),
    "restore_own_feed": Rule(NOBODY, send=SIGNED_IN),
    "mine": Rule(SIGNED_IN),
    "me": Rule(SIGNED_IN, send=SIGNED_IN),
    "search": Rule(SIGNED_IN),
    "quick_search": Rule(SIGNED_IN),
    "shortcuts_page": Rule(SIGNED_IN),
    # Sign-in itself, and what is found by a secret in its address.
    "sign_in": Rule(ANYBODY, send=ANYBODY),
    "sign_in_sent": Rule(ANYBODY),
    "sign_in_link": Rule(ANYBODY, send=ANYBODY),
    "sign_in_elsewhere": Rule(ANYBODY),
    "signed_in_elsewhere": Rule(ANYBODY),
    "sign_out": Rule(NOBODY, send=ANYBODY),
    "feed": Rule(ANYBODY),
    "subscription": Rule(ANYBODY),
    "answering": Rule(ANYBODY, send=ANYBODY),
    # What everybody needs before they can sign in, and whoever keeps the system running.
    "accessibility": Rule(ANYBODY),
    "assets": Rule(ANYBODY),
    "healthz": Rule(ANYBODY),
    "readyz": Rule(ANYBODY),
}


class Unguarded(TilsvarError):
    """web/access.py does not say who may open {routes}: give each an entry there."""


class NotSignedIn(Exception):
    """Something was sent by somebody whose session has ended."""


class NotAllowed(Exception):
    """The reader's role, or what the page is about, does not let them in."""


def guarded(routes: Iterable[BaseRoute]) -> list[BaseRoute]:
    """The same routes, each behind its rule. Raises Unguarded where one has none."""
    routes = list(routes)
    names = [getattr(each, "name", "") for each in routes]
    unruled = [name for name in names if name not in RULES or names.count(name) > 1]
    if unruled:
        raise Unguarded(routes=", ".join(sorted(set(unruled))))
    return [_behind(route, RULES[name]) for route, name in zip(routes, names, strict=True)]


def _behind(route: BaseRoute, rule: Rule) -> BaseRoute:
    if not isinstance(route, Route | Mount):
        raise Unguarded(routes=repr(route))
    guarded_one = copy.copy(route)
    guarded_one.app = Gate(route.app, rule)
    return guarded_one


class Gate:
    """Lets in whom the rule allows; others sign in first, or are told that it is not for them."""

    def __init__(self, app: ASGIApp, rule: Rule) -> None:
        self.app, self.rule = app, rule

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.rule.allows(scope["method"], None):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        reader = await run_in_threadpool(signed_in, request)
        if reader and self.rule.allows(request.method, reader.role):
            await self.app(scope, receive, send)
            return
        await self._turned_away(request, reader)(scope, receive, send)

    def _turned_away(self, request: Request, reader: SignedIn | None) -> Response:
        if reader is None and request.method in SAFE_METHODS:
            wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            wanted = asking_page(request) if in_place(request) else wanted
            where = SIGN_IN if wanted == "/" else f"{SIGN_IN}?next={quote(wanted, safe='/')}"
        elif reader is None:
            raise NotSignedIn
        elif self.rule.instead and request.method in SAFE_METHODS:
            where = self.rule.instead
        else:
            raise NotAllowed
        if in_place(request):
            return led_to(where)
        return RedirectResponse(where, 303, {"Cache-Control": "no-store"})


def opens(request: Request, role: Role | None, href: str) -> bool:
    """Whether somebody in that role may look at the page at this address; no, if there is none."""
    scope = {**request.scope, "path": urlsplit(href).path, "method": "GET", "root_path": ""}
    for route in request.app.router.routes:
        if route.matches(scope)[0] is Match.FULL:
            return RULES[route.name].allows("GET", role)
    return False


def sends(request: Request, role: Role | None, path: str) -> bool:
    """Whether somebody in that role may send something to this path."""
    scope = {**request.scope, "path": urlsplit(path).path, "method": "POST", "root_path": ""}
    for route in request.app.router.routes:
        if route.matches(scope)[0] is Match.FULL:
            return RULES[route.name].allows("POST", role)
    return False


def sender(request: Request) -> "partial[bool]":
    """Whether the reader of this request may send something, as a function of the path."""
    reader = signed_in(request)
    return partial(sends, request, reader.role if reader else None)


def opener(request: Request) -> "partial[bool]":
    """The same for the reader of this request, as a function of the address."""
    reader = signed_in(request)
    return partial(opens, request, reader.role if reader else None)
