"""No page is forgotten by those who look at all of them, whatever their role and language."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from starlette.routing import Match, Route

from tilsvar.domain.kinds import Role
from tilsvar.tests.web.lived_in import LivedIn
from tilsvar.tests.web.paths import REFUSED
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.walking import every_page
from tilsvar.web.routes import ROUTES
from tilsvar.web.rules import RULES

OTHERS = {
    Role.LEADER: "LEDER",
    Role.MEMBER: "M01",
    Role.DEPUTY: "V07",
    Role.OBSERVER: "O01",
}
SEEN_ELSEWHERE = {
    # Before anybody is signed in: test_sign_in_in_a_browser.py, test_sign_in_elsewhere.py.
    "sign_in",
    "sign_in_sent",
    "sign_in_link",
    "sign_in_elsewhere",
    "signed_in_elsewhere",
    # Forms on the page of oneself, to which their own addresses lead.
    "own_digest",
    "own_absence",
    # The leader's: test_other_readers_in_a_browser.py.
    "op_ed_approval",
    "op_ed_approval_withdrawn",
}
NO_PAGES = {
    # Files to take along.
    "follow_up_as_word",
    "form_as_word",
    "register_file",
    "attachment",
    "attendance_file",
    "minutes_file",
    "unanswered_as_json",
    "unanswered_as_csv",
    "frozen_file",
    "report_as_file",
    "report_template_file",
    "invitation_file",
    "public_statements",
    "feed",
    # A part of a page, and what tells a machine how it is.
    "quick_search",
    "healthz",
    "readyz",
}


def shown_by(path: str) -> str:
    """The name of the route that shows that page."""
    scope = {"type": "http", "path": urlsplit(path).path, "method": "GET", "root_path": ""}
    return next((each.name for each in _pages() if each.matches(scope)[0] is Match.FULL), "nothing")


def _pages() -> Iterator[Route]:
    for each in ROUTES:
        if isinstance(each, Route) and "GET" in (each.methods or ()):
            yield each


def test_every_route_that_shows_something_is_among_the_pages(lived: LivedIn) -> None:
    walked = {shown_by(path) for path in every_page(lived)} - {"nothing"}
    routes = {each.name for each in _pages()}

    assert routes - walked - SEEN_ELSEWHERE - NO_PAGES == set()
    assert (SEEN_ELSEWHERE | NO_PAGES) & walked == set()
    assert routes >= SEEN_ELSEWHERE | NO_PAGES


@pytest.mark.parametrize("role", OTHERS)
def test_every_page_is_sound_for_whoever_else_may_open_it(lived: LivedIn, role: Role) -> None:
    opened = []
    with closing(Reader(lived.address)) as reader:
        reader.client.cookies.set("tilsvar", lived.session(OTHERS[role]))
        for path in _open_to(role, every_page(lived)):
            status = reader.client.get(path).status_code
            # What is a member's to see is said thing by thing (concerns.py).
            assert status in {200, 403} | {dict(REFUSED).get(path)}, path
            opened.append(shown_by(reader.open(path, status).address))

    assert {"meeting", "calendar", "mine", "me", "search"} <= set(opened)


def _open_to(role: Role, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        name = shown_by(path)
        if name != "nothing" and RULES[name].allows("GET", role):
            yield path
