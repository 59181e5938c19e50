"""A secretary registers a consultation in a browser with the keyboard, in both colours."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tilsvar.tests.web.browser import axe, chromium
from tilsvar.tests.web.conftest import DEMO_DAY, system
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.walking import JUDGE, RULES


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Iterator[str]:
    """The example in a database of its own, since things are written here."""
    shutil.copy(example / "example.db", tmp_path)
    app = system(tmp_path, DEMO_DAY)
    with served(app) as address:
        yield address
    app.close()


def typed(page: Page, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).focus()
    page.keyboard.type(text)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_consultation_is_registered_declined_and_taken_back_by_keyboard(
    own: str, colours: Literal["light", "dark"]
) -> None:
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
        page = browser.new_context(color_scheme=colours, bypass_csp=True).new_page()
        page.goto(f"{own}/consultations")
        judge(page)
        enter(page, "link", "Registrer høring")
        typed(page, "Tittel", "Ny helselov")
        typed(page, "Frist", "31.02.2023")
        enter(page, "button", "Registrer høring")
        assert page.locator("[role=alert]").evaluate("it => it === document.activeElement")
        page.get_by_label("Frist", exact=True).fill("")
        typed(page, "Frist", "2. mai 2023")
        enter(page, "button", "Registrer høring")
        assert "Høringen er registrert." in page.get_by_role("status").inner_text()
        enter(page, "link", "Ikke svar på høringen")
        typed(page, "Hvorfor", "Utenfor mandatet")
        enter(page, "button", "Ikke svar på høringen")
        assert "Det er notert at rådet ikke svarer." in page.get_by_role("status").inner_text()
        enter(page, "button", "Angre")
        history = page.locator("ol.history").inner_text()

    assert "Utenfor mandatet" in history
    assert objections == {}
