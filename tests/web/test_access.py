"""Every route, for every role and for nobody: what the table says is what happens."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tilsvar.bootstrap import App
from tilsvar.commands.attachments import attach
from tilsvar.commands.circulations import circulate
from tilsvar.commands.comments import comment_on
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.feeds import create_feed
from tilsvar.commands.file_formats import examined
from tilsvar.commands.follow_ups import draft_follow_up
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.domain.attachments import Use
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind, Kind, Role
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.tests.commands.sample_files import pdf
from tilsvar.tests.web.activities import some_activities
from tilsvar.tests.web.carrying import session_of
from tilsvar.tests.web.conftest import DEMO_DAY, system
from tilsvar.tests.web.conversations import some_conversations
from tilsvar.tests.web.frozen import a_frozen_list
from tilsvar.tests.web.press import some_press
from tilsvar.tests.web.reader import OWN, Reader
from tilsvar.tests.web.schedules import some_schedules
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.stakeholders import some_stakeholders
from tilsvar.tests.web.themes import a_theme
from tilsvar.tests.web.who_looks import DESK, GUESSED, LOOK, PEOPLE
from tilsvar.tests.web.who_sends import MEETINGS, SEND, SENT_BY
from tilsvar.web.access import Unguarded, guarded
from tilsvar.web.routes import ROUTES
from tilsvar.web.rules import RULES


@pytest.fixture(scope="module")
def app(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The example register in a database of its own, since something is written to it here."""
    folder = tmp_path_factory.mktemp("access")
    with (
        closing(sqlite3.connect(example / "example.db")) as there,
        closing(sqlite3.connect(folder / "example.db")) as here,
    ):
        there.backup(here)
    app = system(folder, DEMO_DAY)
    with app.office.work(by="SEK1") as work:
        draft_follow_up(work, department="NFD", words=FollowUpWords())
        circulate(work, kind=Kind.OP_ED, key="O2021-04", comments_by=date(2023, 2, 10))
        comment_on(work, kind=Kind.OP_ED, key="O2021-04", who="M01", text="Kortere")
        papers = examined("sak 1.pdf", BytesIO(pdf()), limit=1_000_000)
        attach(work, kind=Kind.MEETING, holder="M2023-01", files=[papers], use=Use.PAPERS)
        a_theme(work)
        some_activities(work)
        some_conversations(work)
        some_press(work)
        some_stakeholders(work)
        a_frozen_list(work)
        some_schedules(work)
        work.commit()
    yield app
    app.close()


@pytest.fixture(scope="module")
def door(app: App) -> Iterator[str]:
    """The example's pages, where nobody is signed in by themselves."""
    with served(app, person=None) as address:
        yield address


@contextmanager
def as_(role: Role | None, app: App, address: str) -> Iterator[httpx.Client]:
    cookies = {"tilsvar": session_of(app, PEOPLE[role])} if role else {}
    with httpx.Client(base_url=address, cookies=cookies, headers=OWN) as client:
        yield client


@pytest.mark.parametrize("role", PEOPLE)
def test_each_page_opens_for_those_it_is_meant_for(app: App, door: str, role: Role | None) -> None:
    with as_(role, app, door) as client:
        answers = {name: client.get(path) for name, (path, _) in LOOK.items()}

    found = {name: answer.status_code for name, answer in answers.items()}
    assert found == {name: _looked(name, those, role) for name, (_, those) in LOOK.items()}
    for name, answer in answers.items():
        if role is None and found[name] == httpx.codes.SEE_OTHER:
            assert answer.headers["location"].startswith("/sign-in")
        if found[name] == httpx.codes.FORBIDDEN:
            assert "Ikke for deg" in answer.text
    if role not in DESK | {None}:
        assert answers["today"].headers["location"] == "/mine"


def _looked(name: str, those: set[Role | None], role: Role | None) -> int:
    if role in those:
        at_home = name == "sign_in" and role is not None
        return 303 if at_home else GUESSED.get(name, 200)
    return 303 if role is None or name == "today" else 403


@pytest.mark.parametrize("role", PEOPLE)
def test_sending_is_refused_but_where_it_is_meant(app: App, door: str, role: Role | None) -> None:
    with as_(role, app, door) as client:
        for path, _ in LOOK.values():
            for method in ("PUT", "PATCH", "DELETE"):
                assert client.request(method, path).status_code in {401, 403, 405}, (method, path)
        sent = {name: client.post(path).status_code for name, (path, _) in LOOK.items()}
        taken = {name: client.post(path).status_code for name, path in SEND.items()}

    unsent = {status for name, status in sent.items() if name not in {*SEND, *MEETINGS, *SENT_BY}}
    # Where a page stands among the deeds of a thing, there is no deed of its name.
    assert unsent <= {401, 403, 404, 405}
    # Nothing was filled in, and the link's secret was guessed.
    refused = 401 if role is None else 422
    assert taken == {"sign_in": 422, "sign_in_link": 410, "me": refused, "sign_out": 303}


@pytest.mark.parametrize("role", PEOPLE)
def test_meetings_and_calendars_take_forms_from_those_they_are_meant_for(
    app: App, door: str, role: Role | None
) -> None:
    with as_(role, app, door) as client:
        found = {name: client.post(path).status_code for name, (path, _, _) in MEETINGS.items()}

    refused = 401 if role is None else 403
    assert found == {
        name: status if role in those else refused for name, (_, those, status) in MEETINGS.items()
    }


@pytest.mark.parametrize("role", PEOPLE)
def test_what_is_sent_is_taken_from_those_it_is_meant_for(
    app: App, door: str, role: Role | None
) -> None:
    with as_(role, app, door) as client:
        taken = {name: client.post(path).status_code for name, (path, _, _) in SENT_BY.items()}

    refused = 401 if role is None else 403
    assert taken == {
        name: status if role in those else refused for name, (_, those, status) in SENT_BY.items()
    }


def test_every_route_of_the_application_is_walked() -> None:
    routes = {getattr(each, "name", "") for each in ROUTES}

    assert routes == {*LOOK, *SEND, *MEETINGS, *SENT_BY}
    assert routes <= set(RULES)


def test_a_route_that_the_table_does_not_know_is_refused_at_the_start() -> None:
    def forgotten(_request: object) -> PlainTextResponse:
        return PlainTextResponse("open to all")

    with pytest.raises(Unguarded, match=r"who may open forgotten: give each an entry"):
        guarded([*ROUTES, Route("/forgotten", forgotten)])
    with pytest.raises(Unguarded, match="today"):
        guarded([*ROUTES, Route("/again", forgotten, name="today")])


def test_whoever_has_signed_out_is_told_that_what_they_wrote_is_still_there(door: str) -> None:
    visitor = Reader(door)
    page = visitor.send("/me", 401, language="nn")
    visitor.close()

    assert "det du skrev, står der ennå" in page.text


@pytest.mark.parametrize("role", [Role.MEMBER, Role.DEPUTY, Role.OBSERVER])
def test_whatever_a_page_leads_to_opens_for_its_reader(app: App, door: str, role: Role) -> None:
    reader = Reader(door)
    reader.client.cookies.set("tilsvar", session_of(app, PEOPLE[role]))
    reader.client.follow_redirects = True
    seen, waiting = set(), {"/"}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = reader.client.get(path)
        assert answer.status_code == httpx.codes.OK, path
        if answer.headers["content-type"].startswith("text/html"):
            # The months go on without an end.
            links = reader.read(path, answer).links()
            found = {each for each in links if "?month=" not in each}
            waiting |= found - seen
    reader.close()

    assert {"/mine", "/me"} <= seen
    assert any(path.startswith("/meetings/") for path in seen)
    assert not [path for path in seen if path.startswith(("/letters", "/history", "/reports"))]


def test_members_see_what_concerns_them_and_nothing_else_of_the_same_kind(
    app: App, door: str
) -> None:
    with app.office.work(by="SEK1") as work:
        kept = set_deadline(
            work,
            title="Ventet melding",
            due=Edtf("2023-05"),
            kind=DeadlineKind.EXTERNAL_PUBLICATION,
        ).key
        own = start_op_ed(work, title="Et eget utkast", responsible="M01").key
        draft = start_op_ed(work, title="Et utkast").key
        work.commit()

    statuses = {}
    for role in (Role.MEMBER, Role.DEPUTY, Role.LEADER):
        with as_(role, app, door) as client:
            paths = (f"/deadlines/{kept}", f"/op-eds/{own}", f"/op-eds/{draft}")
            statuses[role] = [client.get(path).status_code for path in paths]

    assert statuses == {
        Role.MEMBER: [403, 200, 403],
        Role.DEPUTY: [403, 403, 403],
        Role.LEADER: [200, 200, 200],
    }


def test_navigation_has_no_tab_that_its_reader_may_not_open(app: App, door: str) -> None:
    tabs = {}
    for role in (Role.SECRETARIAT, Role.LEADER, Role.MEMBER):
        reader = Reader(door)
        reader.client.cookies.set("tilsvar", session_of(app, PEOPLE[role]))
        page = reader.open("/me")
        found = page.all(".//nav[@id='menu']//a")
        tabs[role] = [each.get("href") for each in found if each.get("href") != "/me"]
        assert len(page.all(".//form[@role='search']")) == 1, "everybody finds what concerns them"
        reader.close()

    assert tabs[Role.MEMBER] == ["/mine", "/calendar"]
    assert tabs[Role.SECRETARIAT] == tabs[Role.LEADER]
    assert tabs[Role.LEADER] == [
        "/",
        "/letters",
        "/consultations",
        "/op-eds",
        "/communications",
        "/meetings",
        "/calendar",
        "/themes",
        "/organisations",
        "/reports",
        "/history",
        "/settings",
    ]


def test_a_calendar_needs_no_sign_in_only_its_secret(app: App, door: str) -> None:
    with app.office.work(by="SEK1") as work:
        token = create_feed(work, name="council")
        work.commit()

    assert httpx.get(f"{door}/feeds/{token}/council.ics").status_code == 200
