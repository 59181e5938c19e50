"""A changed stance is recorded from an answer, seen on the theme's page and undone, by keyboard."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.conftest import DEMO_DAY, system
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.walking import JUDGE, RULES

KMD = "Registrer holdning Svar fra KMD"


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Iterator[str]:
    """The example in a database of its own, since things are written here."""
    shutil.copy(example / "example.db", tmp_path)
    app = system(tmp_path, DEMO_DAY)
    with served(app) as address:
        yield address
    app.close()


def test_a_changed_stance_is_recorded_from_an_answer_and_undone_by_keyboard(own: str) -> None:
    rules, objections = axe(), {}

    def judge(page: Page) -> None:
        page.evaluate(rules)
        if found := page.evaluate(JUDGE, RULES):
            objections[page.url] = found

    def enter(page: Page, role: Any, name: str) -> None:
        page.get_by_role(role, name=name, exact=True).first.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        judge(page)

    with chromium() as browser:
        page = browser.new_context(bypass_csp=True).new_page()
        page.goto(f"{own}/letters/L2020-02")
        enter(page, "link", KMD)
        filled = page.get_by_label("Per dato", exact=True).input_value()
        assert filled == "september 2020"
        page.get_by_role("radio", name="Imot", exact=True).focus()
        page.keyboard.press("Space")
        enter(page, "button", "Registrer holdning")
        assert "Holdningen er registrert." in page.get_by_role("status").inner_text()

        enter(page, "link", "Et kunnskapsløft for kommunene")
        row = page.get_by_role("row").filter(has_text="Kommunal- og distriktsdepartementet")
        assert "videreført fra KMD" in row.inner_text()
        assert "Imot" in row.inner_text()
        enter(page, "link", "Kommunal- og distriktsdepartementet")

        with page.expect_navigation():
            page.go_back()
        with page.expect_navigation():
            page.go_back()
        enter(page, "button", "Angre")
        stances = page.locator("ol.stances").inner_text()

    assert "Trukket tilbake" in stances
    assert objections == {}
