"""The pages that the leader and a member have to themselves, and an installation with nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tilsvar.commands.council import register_person
from tilsvar.domain.kinds import Role
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp
from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.lived_in import LivedIn
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.walking import DESK, PHONE, walking

APPROVING = (
    "/",
    "/follow-ups/F2023-01",
    "/op-eds/O2021-03",
    "/op-eds/O2021-03/approve",
    "/op-eds/O9-approved/withdraw-approval",
    "/letters/L2022-06",
    "/meetings/M2023-01",
    "/themes/T-KOMMUNELOFT",
    "/communications",
    "/settings/ladders/imprecise",
    "/settings/people/M01",
)
A_MEMBERS = (
    "/mine",
    "/me",
    "/calendar",
    "/op-eds/O2021-04",
    "/consultations/C9",
    "/meetings/M2023-01",
    "/themes/T-VENTETID",
    "/search?q=helse",
    "/letters",
)
"""The last of them is not for members, and says so."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize(("person", "paths"), [("LEDER", APPROVING), ("M01", A_MEMBERS)])
def test_there_is_nothing_to_object_to_for_whoever_else_reads(
    browser: Browser, lived: LivedIn, person: str, paths: tuple[str, ...]
) -> None:
    with walking(browser, lived, DESK, PHONE, person=person) as walk:
        walk.over(paths)

    assert walk.objections == {}


def test_an_installation_with_nothing_in_it_can_be_read_by_everybody(
    browser: Browser, lived: LivedIn, make_app: MakeApp, sqlite: Databases, tmp_path: Path
) -> None:
    app = make_app(sqlite.migrated(tmp_path))
    with app.office.work(by="cli") as work:
        register_person(
            work, key="SEK1", name="Kari", email="kari@ho21.example", role=Role.SECRETARIAT
        )
        work.commit()
    with served(app) as address, walking(browser, replace(lived, address=address)) as walk:
        walk.over(("/", "/letters", "/consultations", "/op-eds", "/meetings", "/calendar"))
        walk.over(("/themes", "/themes/plan", "/themes/quiet", "/communications/gaps", "/media"))
        walk.over(("/history", "/reports/unanswered", "/organisations", "/settings/people"))

    assert walk.objections == {}
