"""A secretary plans an op-ed from a suggestion by keyboard, in a browser, and takes it back."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tilsvar.tests.web.activities import some_activities
from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.conftest import DEMO_DAY, system
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.walking import JUDGE, RULES


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Iterator[str]:
    """The example in a database of its own, with a suggestion that waits."""
    shutil.copy(example / "example.db", tmp_path)
    app = system(tmp_path, DEMO_DAY)
    with app.office.work(by="SEK1") as work:
        some_activities(work)
        work.commit()
    with served(app) as address:
        yield address
    app.close()


def test_an_op_ed_is_planned_from_a_suggestion_by_keyboard(own: str) -> None:
    rules, objections = axe(), {}

    def judge(page: Page) -> None:
        page.evaluate(rules)
        if found := page.evaluate(JUDGE, RULES):
            objections[page.url] = found

    def enter(page: Page, role: Any, name: str) -> None:
        page.get_by_role(role, name=name, exact=True).focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        judge(page)

    with chromium() as browser:
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto(own)
        enter(page, "link", "Vurder forslaget")
        enter(page, "link", "Planlegg som kronikk")
        enter(page, "button", "Planlegg som kronikk")
        alert = page.locator("[role=alert]")
        assert alert.evaluate("it => it === document.activeElement")
        assert "Velg minst én målgruppe" in alert.inner_text()

        page.get_by_label("Stortinget", exact=True).focus()
        page.keyboard.press("Space")
        page.get_by_label("Hva skal de vite eller gjøre annerledes?", exact=True).focus()
        page.keyboard.type("Vil ha én inngang til helsedata")
        page.get_by_label("Når", exact=True).focus()
        page.keyboard.type("våren 2023")
        enter(page, "button", "Planlegg som kronikk")
        assert "Aktiviteten er planlagt." in page.get_by_role("status").inner_text()
        assert page.locator("#facts + dl").get_by_role("link", name="Bedre helsedata").count()

        page.goto(f"{own}/communications/timeline?year=2023")
        judge(page)
        assert page.get_by_role("link", name="Bedre helsedata").count() == 1
        page.go_back()
        enter(page, "button", "Angre")
        assert "et forslag igjen" in page.get_by_role("status").inner_text()

    assert objections == {}
